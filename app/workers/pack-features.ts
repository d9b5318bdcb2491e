import type { Geometry, Position } from 'geojson';
import type { PlanFeature, Properties, PropertyValue } from '../../geo/index.ts';

/**
 * Features as they cross between threads: few long arrays instead of very many small objects, which take a multiple of the time to clone. Nothing of a
 * feature is lost or changed, the order of its columns included.
 */
export interface PackedFeatures {
  ids: string[];
  /** Coordinates of all features, one position after another. */
  coordinates: Float64Array;
  /** Of each feature in turn the kind of its geometry, the numbers to a position, and how many positions or parts there are at each depth. */
  shape: Int32Array;
  /** What does not fit: collections, and geometries whose positions differ in length. By their features' places. */
  odd: Map<number, Geometry>;
  /** The lists of columns that occur, and which of them each feature has. */
  columns: string[][];
  columnsOf: Uint32Array;
  /** All values, feature by feature. */
  values: PropertyValue[];
}

const ODD = 0;
/** Kinds by number; how deep their positions lie. */
const KINDS = [null, ['Point', 0], ['MultiPoint', 1], ['LineString', 1], ['MultiLineString', 2], ['Polygon', 2], ['MultiPolygon', 3]] as const;
const NUMBERS: ReadonlyMap<string, number> = new Map(KINDS.flatMap((kind, i) => (kind ? [[kind[0], i] as const] : [])));
type Nested = Position | Nested[];

/** For the way to another thread; its buffers may be transferred. */
export function packFeatures(features: readonly PlanFeature[]): PackedFeatures {
  const coordinates: number[] = [], shape: number[] = [], values: PropertyValue[] = [];
  const odd: PackedFeatures['odd'] = new Map(), columnsOf = new Uint32Array(features.length), lists = new ColumnLists();
  features.forEach(({ geometry, properties }, i) => {
    packGeometry(geometry, shape, coordinates, () => { odd.set(i, geometry); });
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
  const { ids, columns, columnsOf, values, odd } = packed, reader = new ShapeReader(packed);
  let v = 0;
  return ids.map((id, i) => {
    const geometry = reader.next() ?? odd.get(i)!, properties: Properties = {};
    for (const key of columns[columnsOf[i]]) {
      const value = values[v++];
      // Assigned, this one would be the object's nature and no column.
      if (key === '__proto__') Object.defineProperty(properties, key, { value, enumerable: true, configurable: true, writable: true });
      else properties[key] = value;
    }
    return { type: 'Feature', id, geometry, properties };
  });
}

/** Of the geometry whose shape begins there; null where it does not fit the long arrays. */
export const kindAt = ({ shape }: Pick<PackedFeatures, 'shape'>, s: number): Geometry['type'] | null => KINDS[shape[s]]?.[0] ?? null;
/** A point, a line or a ring: where its coordinates begin, how many positions it has, how many numbers each of them has, and which it is of its polygon's rings. */
export type TakePart = (from: number, positions: number, size: number, ring: number) => void;
/** Walks the parts of a packed feature where they lie. Returns where the next one begins. */
export function eachPart({ shape }: Pick<PackedFeatures, 'shape'>, s: number, c: number, take: TakePart): { shape: number; coordinate: number } {
  const kind = KINDS[shape[s++]];
  if (!kind) return { shape: s, coordinate: c };
  const size = shape[s++], [, depth] = kind;
  const line = (ring: number) => {
    const positions = depth === 0 ? 1 : shape[s++];
    take(c, positions, size, ring);
    c += positions * size;
  };
  for (let polygons = depth === 3 ? shape[s++] : 1; polygons > 0; polygons--) {
    const rings = depth >= 2 ? shape[s++] : 1;
    for (let ring = 0; ring < rings; ring++) line(ring);
  }
  return { shape: s, coordinate: c };
}

class ShapeReader {
  private s = 0;
  private c = 0;
  private size = 0;
  constructor(private readonly packed: Pick<PackedFeatures, 'shape' | 'coordinates'>) {}

  /** The next feature's geometry; null where it is an odd one. */
  next(): Geometry | null {
    const kind = KINDS[this.packed.shape[this.s++]];
    if (!kind) return null;
    this.size = this.packed.shape[this.s++];
    return { type: kind[0], coordinates: this.nested(kind[1]) } as Geometry;
  }
  private nested(depth: number): Nested {
    if (depth > 0) {
      const parts = new Array<Nested>(this.packed.shape[this.s++]);
      for (let i = 0; i < parts.length; i++) parts[i] = this.nested(depth - 1);
      return parts;
    }
    const { coordinates } = this.packed;
    if (this.size === 2) return [coordinates[this.c++], coordinates[this.c++]];
    const position = new Array<number>(this.size);
    for (let k = 0; k < this.size; k++) position[k] = coordinates[this.c++];
    return position;
  }
}
