import type { Position } from 'geojson';
import type { DepthContext, DepthInterval, Ground, Stratum } from '../depth/index.ts';
import type { FeatureId, SchemaId } from '../model/index.ts';
import type { GaragePart } from './garage.ts';
import type { Stretch } from './stretches.ts';

/** How the line meets a feature; chainages and offsets in m. */
export type SectionCut =
  /** It goes through its ground. */
  | { kind: 'stretch'; from: number; to: number }
  /** A line crosses; `width` of the line itself, null where nobody says it; `angle` 0 … 90 degrees. */
  | { kind: 'crossing'; at: number; angle: number; width: number | null }
  /** A line runs along, no farther than the stated offset; `offset` where it is nearest. */
  | { kind: 'along'; from: number; to: number; offset: number }
  /** A point beside the line, carried over to it at a right angle. Offsets to the left of the line are below 0. */
  | { kind: 'point'; at: number; offset: number };

export type SectionRole = 'works' | 'zone' | 'road' | 'site';
/** What the line meets. */
export interface SectionFeature {
  layer: string;
  schema: SchemaId;
  id: FeatureId;
  name: string;
  /** The kind of a constraint, else null. */
  kind: string | null;
  role: SectionRole;
  /** By the symbology of the map. */
  color: string;
  depth: DepthInterval;
  cuts: readonly SectionCut[];
  /** Within so many metres of it nothing is dug: where that is along the line. Null where nothing is demanded. */
  clearance: { metres: number; stretches: readonly Stretch[] } | null;
  /** Of a box: its levels and the height of each, m. */
  levels: number | null;
  levelHeight: number | null;
  /** Of a road: its red-line width comes from the road class, nobody gave it. */
  widthAssumed: boolean;
}

/** What a section shows, in metres: chainages along the line, depths below the ground, elevations in the 1985 national datum. */
export interface SectionModel {
  /** The planning CRS in which lengths are true. */
  crs: string;
  length: number;
  /** Corners of the line, their chainages and places in degrees. */
  corners: readonly { at: number; place: readonly [lon: number, lat: number] }[];
  ground: {
    basis: Ground['basis'];
    /** Elevation that heights are reckoned from: the highest of the profile; null where none is known and the ground is drawn flat. */
    datum: number | null;
    /** Elevations along the line; null where the terrain has none. */
    profile: readonly { at: number; elevation: number | null }[];
  };
  strata: readonly Stratum[];
  /** Zones, roads, works, sites: in the order in which they are drawn. */
  features: readonly SectionFeature[];
  /** Garages that were laid out under the sites, as far as the line goes through them. */
  garage: readonly GaragePart[];
  /** The site that is looked at, as an index of `features`; null for none. */
  focus: number | null;
  /** How far beside the line things are carried over to it, m. */
  offset: number;
  /** Grade of the schematic ramp, rise over run. */
  rampGrade: number;
}

/** A site as it would be with another cover or other levels. */
export interface SiteTry {
  id: FeatureId;
  /** Depth of its top, m. */
  top: number;
  levels: number;
  levelHeight: number;
}
export interface SectionContext {
  depth: DepthContext;
  /** m */
  offset: number;
  rampGrade: number;
  /** Id of the site that figures are drawn for. */
  focus: FeatureId | null;
}
export type SectionLine = readonly (readonly [lon: number, lat: number])[];
export type { Position, Stretch };
