import type { FeatureId } from '../model/index.ts';
import type { Plane } from '../crs/index.ts';

/** Where a scene of volumes stands: metres east and north of an origin in the planning CRS, z up, the ground at 0. */
export interface VolumeFrame {
  plane: Plane;
  origin: readonly [x: number, y: number];
}
export type Ring = readonly (readonly [x: number, y: number])[];
/** Closed ground of which the first ring is the rim (last position not repeated), or a line with no width: a wall. */
export type Footprint = { kind: 'ground'; rings: readonly Ring[] } | { kind: 'wall'; line: Ring };

/** What is not as stated. */
export const VOLUME_FLAGS = {
  /** An end is reckoned or assumed. */
  assumed: 1,
  topUnknown: 2,
  bottomUnknown: 4,
  /** The line has no width: it is drawn as wide as it is high. */
  widthAssumed: 8,
  /** The point has no ground: a post marks it. */
  post: 16,
  /** Ground, zones and prohibitions, not works: seen through. */
  glass: 32,
} as const;

/** A feature as a body under the ground. Depths in metres, downwards positive; null = unknown, never 0. */
export interface Volume {
  id: FeatureId;
  footprints: readonly Footprint[];
  top: number | null;
  bottom: number | null;
  flags: number;
  color: readonly [red: number, green: number, blue: number];
  /** Depths of the floors between top and bottom. */
  floors: readonly number[];
}

/**
 * Volumes as arrays for a graphics card; they share their vertices between faces and edges. `faceStarts[i]` is where the indices of
 * volume i begin, and there is one more of them than volumes. What is unknown on both ends has edges on the ground and no faces.
 */
export interface VolumeMesh {
  ids: FeatureId[];
  /** x, y, z in metres; z = -depth. */
  positions: Float32Array;
  /** Red, green, blue, 255. */
  colors: Uint8Array;
  /** The volume that a vertex belongs to. */
  rows: Float32Array;
  faces: Uint32Array;
  faceStarts: Uint32Array;
  /** Pairs of vertices. */
  edges: Uint32Array;
  edgeStarts: Uint32Array;
  /** Depths; NaN = unknown. */
  tops: Float32Array;
  bottoms: Float32Array;
  flags: Uint8Array;
  /** West, south, east, north of each volume. */
  extents: Float32Array;
}
