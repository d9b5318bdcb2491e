import type { Geometry } from 'geojson';
import { extentOf, type Extent, type PlanFeature, type Properties } from '../../geo/index.ts';
import { geometryAt, kindAt, type PackedGround } from './packed-shape.ts';

/** Where the ground of a feature lies in packed arrays: from, and up to but without. */
export interface Place { ground: PackedGround; s: number; sEnd: number; c: number; cEnd: number }

/**
 * A feature whose geometry stays packed until someone asks for it. The page holds very large layers so: unpacked, a building is twenty small objects, all
 * of which the collector of garbage copies twice while the page waits for it, and nearly all are drawn, stored and checked elsewhere.
 */
class PackedFeature implements PlanFeature {
  // Declared, and set in the order of any feature's members.
  declare readonly type: 'Feature';
  declare readonly id: string;
  declare readonly geometry: Geometry;
  declare readonly properties: Properties;
  /** Until it is unpacked. */
  #place: Place | null;
  /** From then on. */
  #geometry: Geometry | null = null;

  constructor(id: string, properties: Properties, place: Place) {
    this.type = 'Feature';
    this.id = id;
    Object.defineProperty(this, 'geometry', GEOMETRY);
    this.properties = properties;
    this.#place = place;
  }
  /** Unpacked once: whether a geometry is another one is told by its identity. */
  static unpack(feature: PackedFeature): Geometry {
    if (feature.#place) {
      const { ground, s, c } = feature.#place;
      feature.#geometry = geometryAt(ground, s, c);
      feature.#place = null;
    }
    return feature.#geometry!;
  }
  /** Null for any other feature, and for one that was unpacked. */
  static placeOf(feature: PlanFeature): Place | null {
    return #place in feature ? feature.#place : null;
  }
}
/** A property of each feature itself, as of any other: who copies a feature by spreading it copies its geometry. One descriptor, so that all have one shape. */
const GEOMETRY: PropertyDescriptor = { enumerable: true, configurable: true, get(this: PackedFeature) { return PackedFeature.unpack(this); } };

export const packedFeature = (id: string, properties: Properties, place: Place): PlanFeature => new PackedFeature(id, properties, place);

/** The type of a feature's geometry, which is not unpacked for it. */
export function geometryTypeOf(feature: PlanFeature): Geometry['type'] {
  const place = PackedFeature.placeOf(feature);
  return (place && kindAt(place.ground, place.s)) ?? feature.geometry.type;
}

/** Copies what lies packed into arrays that are being packed. False where it does not. */
export function copyPacked(feature: PlanFeature, shape: number[], coordinates: number[]): boolean {
  const place = PackedFeature.placeOf(feature);
  if (!place) return false;
  const { ground, s, sEnd, c, cEnd } = place;
  for (let i = s; i < sEnd; i++) shape.push(ground.shape[i]);
  for (let i = c; i < cEnd; i++) coordinates.push(ground.coordinates[i]);
  return true;
}

/** The box around features, in degrees; those that lie packed are not unpacked for it. Null without a position. */
export function extentWhereTheyLie(features: readonly PlanFeature[]): Extent | null {
  const corners: Extent = [Infinity, Infinity, -Infinity, -Infinity], unpacked: PlanFeature[] = [];
  for (const feature of features) {
    const place = PackedFeature.placeOf(feature);
    if (place) widen(corners, place);
    else unpacked.push(feature);
  }
  const others = extentOf(unpacked);
  if (others) corners.forEach((corner, i) => { corners[i] = i < 2 ? Math.min(corner, others[i]) : Math.max(corner, others[i]); });
  return corners[0] <= corners[2] ? corners : null;
}
function widen(corners: Extent, { ground, s, c, cEnd }: Place): void {
  const { coordinates } = ground, size = ground.shape[s + 1];
  for (; c < cEnd; c += size) {
    const x = coordinates[c], y = coordinates[c + 1];
    if (x < corners[0]) corners[0] = x;
    if (y < corners[1]) corners[1] = y;
    if (x > corners[2]) corners[2] = x;
    if (y > corners[3]) corners[3] = y;
  }
}
