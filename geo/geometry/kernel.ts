import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { fromWkb, partsOf, toWkb } from './wkb.ts';

/**
 * Exact planar geometry by GEOS (the kernel of PostGIS and QGIS) compiled to WebAssembly. Coordinates are metres in a
 * plane. Being WebAssembly it gives the same bits in the browser and in Node. It loads on first use, as a chunk of its
 * own (LGPL: replaceable).
 */
export type Polygonal = Polygon | MultiPolygon;

export interface Validity {
  valid: boolean;
  /** GEOS' words, for instance `Self-intersection`. */
  reason: string;
  place: [number, number] | null;
}

type Geos = Awaited<ReturnType<typeof import('geos-wasm').default>>;
type Pointer = number;

let loading: Promise<Kernel> | null = null;
export function loadKernel(): Promise<Kernel> {
  loading ??= import('geos-wasm').then(({ default: start }) => start()).then((geos) => new Kernel(geos));
  return loading;
}

export class Kernel {
  private readonly reader: Pointer;
  private readonly writer: Pointer;
  /** Eight bytes for results that GEOS writes through a pointer. */
  private readonly slot: Pointer;

  constructor(private readonly geos: Geos) {
    this.reader = geos.GEOSWKBReader_create() as unknown as Pointer;
    this.writer = geos.GEOSWKBWriter_create() as unknown as Pointer;
    this.slot = geos.Module._malloc(16);
  }

  /** Grows (or, below 0, shrinks) by a distance in metres. Null when nothing is left. */
  buffer(geometry: Geometry, distance: number, { quadrantSegments = 8, flatCaps = false, mitre = false } = {}): Polygonal | null {
    return this.polygonal([geometry], ([g]) => this.geos.GEOSBufferWithStyle(g, distance, quadrantSegments, flatCaps ? 2 : 1, mitre ? 2 : 1, 5));
  }
  union(geometries: readonly Geometry[]): Polygonal | null {
    if (geometries.length === 0) return null;
    return this.polygonal([{ type: 'GeometryCollection', geometries: [...geometries] }], ([g]) => this.geos.GEOSUnaryUnion(g));
  }
  intersection(a: Geometry, b: Geometry): Polygonal | null {
    return this.polygonal([a, b], ([p, q]) => this.geos.GEOSIntersection(p, q));
  }
  difference(a: Geometry, b: Geometry): Polygonal | null {
    return this.polygonal([a, b], ([p, q]) => this.geos.GEOSDifference(p, q));
  }
  /** What still holds a strip of the given width: inwards by half of it, outwards again, cut with the original. */
  opening(geometry: Geometry, width: number): Polygonal | null {
    const inner = this.buffer(geometry, -width / 2, { mitre: true });
    const outer = inner && this.buffer(inner, width / 2, { quadrantSegments: 16 });
    return outer && this.intersection(outer, geometry);
  }
  /**
   * The union with gaps narrower than the width filled: outwards by half of it, inwards again, joined with the originals.
   * Only those that show at the rim enter the last step: what lies within is covered already.
   */
  closing(geometries: readonly Geometry[], width: number, quadrantSegments = 6): Polygonal | null {
    if (geometries.length === 0) return null;
    const outer = this.buffer({ type: 'GeometryCollection', geometries: [...geometries] }, width / 2, { quadrantSegments });
    const inner = outer && this.buffer(outer, -width / 2, { quadrantSegments });
    return inner && this.union([inner, ...this.against(inner, geometries, 'covers').flatMap((covered, i) => (covered ? [] : [geometries[i]]))]);
  }
  makeValid(geometry: Geometry): Polygonal | null {
    return this.polygonal([geometry], ([g]) => this.geos.GEOSMakeValid(g));
  }

  /** Edge to edge, 0 where they meet. */
  distance(a: Geometry, b: Geometry): number {
    return this.scope([a, b], ([p, q]) => {
      this.geos.GEOSDistance(p as never, q as never, this.slot as never);
      return this.geos.Module.getValue(this.slot, 'double');
    });
  }
  intersects(a: Geometry, b: Geometry): boolean {
    return this.scope([a, b], ([p, q]) => this.geos.GEOSIntersects(p as never, q as never) === 1);
  }
  /** One geometry against many: which of them it covers, or meets. Its edges are put in an index once. */
  against(geometry: Geometry, others: readonly Geometry[], relation: 'covers' | 'meets'): boolean[] {
    const { geos } = this;
    const test = relation === 'covers' ? geos.GEOSPreparedCovers : geos.GEOSPreparedIntersects;
    return this.scope([geometry], ([g]) => {
      const prepared = geos.GEOSPrepare(g as never);
      try {
        return others.map((other) => this.scope([other], ([o]) => test(prepared as never, o as never) === 1));
      } finally {
        geos.GEOSPreparedGeom_destroy(prepared as never);
      }
    });
  }
  validity(geometry: Geometry): Validity {
    return this.scope([geometry], ([g], keep) => {
      const { geos, slot } = this;
      const valid = geos.GEOSisValidDetail(g as never, 0, slot as never, (slot + 4) as never) === 1;
      if (valid) return { valid, reason: '', place: null };
      const reasonPointer = geos.Module.getValue(slot, 'i32');
      const place = keep(geos.Module.getValue(slot + 4, 'i32'));
      const reason = geos.Module.UTF8ToString(reasonPointer);
      geos.GEOSFree(reasonPointer as never);
      const point = this.write(place);
      return { valid, reason, place: point.type === 'Point' ? [point.coordinates[0], point.coordinates[1]] : null };
    });
  }

  /** The pieces into which a line cuts a polygon, in no order; a line that does not cut through leaves one. */
  split(polygon: Polygon, line: Geometry): Polygon[] {
    const { geos } = this;
    return this.scope([polygon, line], ([p, l], keep) => {
      const made = (pointer: unknown): Pointer => {
        if (!pointer) throw new Error('GEOS refused the operation');
        return keep(pointer as Pointer);
      };
      const edges = made(geos.GEOSUnion(made(geos.GEOSBoundary(p as never)) as never, l as never));
      geos.Module.setValue(this.slot, edges as never, 'i32' as never);
      const faces = partsOf(this.write(made(geos.GEOSPolygonize(this.slot as never, 1))));
      // A face in a hole, or between the line and the outside, is no ground of the polygon.
      return faces.filter((face): face is Polygon => face.type === 'Polygon' && this.scope([face], ([f], own) => geos.GEOSContains(p as never, own(geos.GEOSPointOnSurface(f as never) as unknown as Pointer) as never) === 1));
    });
  }
  /** Lines joined where just two of them meet. */
  lineMerge(lines: readonly Geometry[]): Geometry {
    return this.scope([{ type: 'MultiLineString', coordinates: lines.flatMap((line) => (line.type === 'LineString' ? [line.coordinates] : line.type === 'MultiLineString' ? line.coordinates : [])) }], ([l], keep) => {
      const merged = keep(this.geos.GEOSLineMerge(l as never) as unknown as Pointer);
      if (!merged) throw new Error('GEOS refused the operation');
      return this.write(merged);
    });
  }

  private polygonal(inputs: readonly Geometry[], operation: (pointers: never[]) => unknown): Polygonal | null {
    return this.scope(inputs, (pointers, keep) => {
      // Rings that touch or fold back on themselves pass the door; where they stop GEOS, it mends them and tries again.
      const result = keep(operation(pointers as never[]) as Pointer) || keep(operation(pointers.map((pointer) => keep(this.geos.GEOSMakeValid(pointer as never) as unknown as Pointer)) as never[]) as Pointer);
      if (!result) throw new Error('GEOS refused the operation');
      // Normal form: the same order of parts and rings whatever the order of the input.
      this.geos.GEOSNormalize(result as never);
      return polygonsOf(this.write(result));
    });
  }

  /** Runs with the inputs in GEOS' memory and frees them, and whatever was kept, also when something throws. */
  private scope<T>(inputs: readonly Geometry[], work: (pointers: Pointer[], keep: (pointer: Pointer) => Pointer) => T): T {
    const owned: Pointer[] = [];
    const keep = (pointer: Pointer) => { if (pointer) owned.push(pointer); return pointer; };
    try {
      return work(inputs.map((geometry) => keep(this.read(geometry))), keep);
    } finally {
      for (const pointer of owned) this.geos.GEOSGeom_destroy(pointer as never);
    }
  }

  private read(geometry: Geometry): Pointer {
    const bytes = toWkb(geometry);
    const { Module } = this.geos;
    const at = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, at);
    const pointer = this.geos.GEOSWKBReader_read(this.reader as never, at as never, bytes.length) as unknown as Pointer;
    Module._free(at);
    if (!pointer) throw new Error('GEOS cannot read the geometry');
    return pointer;
  }
  private write(pointer: Pointer): Geometry {
    const { geos, slot } = this;
    const at = geos.GEOSWKBWriter_write(this.writer as never, pointer as never, slot as never) as unknown as Pointer;
    const size = geos.Module.getValue(slot, 'i32');
    const bytes = geos.Module.HEAPU8.slice(at, at + size);
    geos.GEOSFree(at as never);
    return fromWkb(bytes);
  }
}

/** The polygons of a result (an intersection may also leave points and lines), shells anticlockwise as RFC 7946 wants. */
function polygonsOf(geometry: Geometry): Polygonal | null {
  const flat = (part: Geometry): Polygon[] => (part.type === 'Polygon' ? [part] : part.type === 'Point' || part.type === 'LineString' ? [] : partsOf(part).flatMap(flat));
  const polygons = flat(geometry).filter((polygon) => polygon.coordinates.length > 0).map((polygon) => polygon.coordinates.map(reversed));
  if (polygons.length === 0) return null;
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}
/** GEOS' normal form has shells clockwise. */
const reversed = <T>(ring: T[]): T[] => [...ring].reverse();
