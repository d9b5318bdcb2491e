import type { Geometry, Position } from 'geojson';
import type { PlanFeature, Properties, PropertyValue } from '../../geo/index.ts';
import { copyPacked, packedFeature } from './packed-feature.ts';
import { eachPart, KINDS, NUMBERS, ODD, ShapeReader, type Nested, type PackedGround } from './packed-shape.ts';

/**
 * Features as they cross between threads: few long arrays instead of very many small objects, which take a multiple of the time to clone. Nothing of a
 * feature is lost or changed, the order of its columns included.
 */
export interface PackedFeatures extends PackedGround {
  ids: string[];
  /** What does not fit: collections, and geometries whose positions differ in length. By their features' places. */
  odd: Map<number, Geometry>;
  /** The lists of columns that occur, and which of them each feature has. */
  columns: string[][];
  columnsOf: Uint32Array;
  /** All values, feature by feature. */
  values: PropertyValue[];
}

/** For the way to another thread; its buffers may be transferred. */
export function packFeatures(features: readonly PlanFeature[]): PackedFeatures {
  const coordinates: number[] = [], shape: number[] = [], values: PropertyValue[] = [];
  const odd: PackedFeatures['odd'] = new Map(), columnsOf = new Uint32Array(features.length), lists = new ColumnLists();
  features.forEach((feature, i) => {
    const { properties } = feature;
    if (!copyPacked(feature, shape, coordinates)) packGeometry(feature.geometry, shape, coordinates, () => { odd.set(i, feature.geometry); });
    const keys = Object.keys(properties);
    columnsOf[i] = lists.numberOf(keys);
    for (const key of keys) values.push(properties[key]);
  });
  return { ids: features.map(({ id }) => id), coordinates: new Float64Array(coordinates), shape: new Int32Array(shape), odd, columns: lists.all, columnsOf, values };
}
class ColumnLists {
  readonly all: string[][] = [];
  private readonly known = new Map<string, number>();
  private last = -1;

  /** Most features have the columns of the one before. */
  numberOf(keys: string[]): number {
    const before = this.all[this.last];
    if (before && before.length === keys.length && before.every((key, i) => key === keys[i])) return this.last;
    const name = JSON.stringify(keys), known = this.known.get(name) ?? this.all.push(keys) - 1;
    this.known.set(name, known);
    return this.last = known;
  }
}
function packGeometry(geometry: Geometry | null, shape: number[], coordinates: number[], keep: () => void): void {
  const kind = geometry ? NUMBERS.get(geometry.type) : undefined, start = shape.length, from = coordinates.length;
  const nested = kind === undefined ? null : (geometry as Exclude<Geometry, { type: 'GeometryCollection' }>).coordinates;
  const size = nested ? firstLength(nested, KINDS[kind!]![1]) : 0;
  if (size > 0) {
    shape.push(kind!, size);
    if (packNested(nested!, KINDS[kind!]![1], size, shape, coordinates)) return;
  }
  shape.length = start;
  coordinates.length = from;
  shape.push(ODD);
  keep();
}
function firstLength(nested: Nested, depth: number): number {
  for (; depth > 0; depth--) {
    if (nested.length === 0) return 0;
    nested = nested[0] as Nested;
  }
  return nested.length;
}
/** False where a position has another length. */
function packNested(nested: Nested, depth: number, size: number, shape: number[], coordinates: number[]): boolean {
  if (depth > 0) {
    shape.push(nested.length);
    for (let i = 0; i < nested.length; i++) if (!packNested(nested[i] as Nested, depth - 1, size, shape, coordinates)) return false;
    return true;
  }
  if (nested.length !== size) return false;
  for (let k = 0; k < size; k++) coordinates.push((nested as Position)[k]);
  return true;
}

export function unpackFeatures(packed: PackedFeatures): PlanFeature[] {
  const reader = new ShapeReader(packed), properties = unpackProperties(packed);
  return packed.ids.map((id, i) => ({ type: 'Feature', id, geometry: reader.next() ?? packed.odd.get(i)!, properties: properties[i] }));
}
function unpackProperties({ ids, columns, columnsOf, values }: Omit<PackedFeatures, 'shape' | 'coordinates' | 'odd'>): Properties[] {
  let v = 0;
  return ids.map((_, i) => {
    const properties: Properties = {};
    for (const key of columns[columnsOf[i]]) {
      const value = values[v++];
      // Assigned, this one would be the object's nature and no column.
      if (key === '__proto__') Object.defineProperty(properties, key, { value, enumerable: true, configurable: true, writable: true });
      else properties[key] = value;
    }
    return properties;
  });
}
/** The features of a portion, their geometries left where they are. */
export function packedFeatures(packed: PackedFeatures): PlanFeature[] {
  const properties = unpackProperties(packed), { odd, shape, coordinates } = packed, ground = { shape, coordinates };
  let s = 0, c = 0;
  return packed.ids.map((id, i) => {
    const end = eachPart(packed, s, c, () => {}), place = { ground, s, sEnd: end.shape, c, cEnd: end.coordinate };
    s = end.shape;
    c = end.coordinate;
    const geometry = odd.get(i);
    return geometry === undefined ? packedFeature(id, properties[i], place) : { type: 'Feature', id, geometry, properties: properties[i] };
  });
}
