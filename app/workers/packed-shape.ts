import type { Geometry, Position } from 'geojson';

/** What says where features lie. */
export interface PackedGround {
  /** Coordinates of all features, one position after another. */
  coordinates: Float64Array;
  /** Of each feature in turn the kind of its geometry, the numbers to a position, and how many positions or parts there are at each depth. */
  shape: Int32Array;
}

export const ODD = 0;
/** Kinds by number; how deep their positions lie. */
export const KINDS = [null, ['Point', 0], ['MultiPoint', 1], ['LineString', 1], ['MultiLineString', 2], ['Polygon', 2], ['MultiPolygon', 3]] as const;
export const NUMBERS: ReadonlyMap<string, number> = new Map(KINDS.flatMap((kind, i) => (kind ? [[kind[0], i] as const] : [])));
export type Nested = Position | Nested[];

/** The geometry whose shape and coordinates begin there; null where it is an odd one. */
export const geometryAt = (packed: PackedGround, s: number, c: number): Geometry | null => new ShapeReader(packed, s, c).next();

/** Of the geometry whose shape begins there; null where it does not fit the long arrays. */
export const kindAt = ({ shape }: Pick<PackedGround, 'shape'>, s: number): Geometry['type'] | null => KINDS[shape[s]]?.[0] ?? null;
/** A point, a line or a ring: where its coordinates begin, how many positions it has, how many numbers each of them has, and which it is of its polygon's rings. */
export type TakePart = (from: number, positions: number, size: number, ring: number) => void;
/** Walks the parts of a packed feature where they lie. Returns where the next one begins. */
export function eachPart({ shape }: Pick<PackedGround, 'shape'>, s: number, c: number, take: TakePart): { shape: number; coordinate: number } {
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

export class ShapeReader {
  private size = 0;
  constructor(private readonly packed: PackedGround, private s = 0, private c = 0) {}

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
