import type { Geometry, Position } from 'geojson';

/** Well-known binary (OGC 06-103r4), little-endian, two dimensions: how geometries enter and leave the kernel. */
const TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6, GeometryCollection: 7 } as const;
const NAMES = Object.fromEntries(Object.entries(TYPES).map(([name, code]) => [code, name])) as Record<number, keyof typeof TYPES>;

export function toWkb(geometry: Geometry): Uint8Array {
  const view = new DataView(new ArrayBuffer(wkbSize(geometry)));
  writeWkb(geometry, view, 0);
  return new Uint8Array(view.buffer);
}

const lineSize = (line: Position[]) => 4 + line.length * 16;
const polygonSize = (rings: Position[][]) => 4 + rings.reduce((sum, ring) => sum + lineSize(ring), 0);

/** Bytes that `writeWkb` takes. */
export function wkbSize(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point': return 5 + 16;
    case 'LineString': return 5 + lineSize(geometry.coordinates);
    case 'Polygon': return 5 + polygonSize(geometry.coordinates);
    default: return 9 + partsOf(geometry).reduce((sum, part) => sum + wkbSize(part), 0);
  }
}

/** The single geometries of a multi-geometry or collection. */
export function partsOf(geometry: Geometry): Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint': return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString': return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon': return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection': return geometry.geometries;
    default: return [geometry];
  }
}

/** Writes a geometry at a place among other bytes. Returns where it ends. */
export function writeWkb(geometry: Geometry, view: DataView, at: number): number {
  view.setUint8(at, 1);
  view.setUint32(at + 1, TYPES[geometry.type], true);
  switch (geometry.type) {
    case 'Point': return writePosition(geometry.coordinates, view, at + 5);
    case 'LineString': return writeLine(geometry.coordinates, view, at + 5);
    case 'Polygon':
      view.setUint32(at + 5, geometry.coordinates.length, true);
      return geometry.coordinates.reduce((next, ring) => writeLine(ring, view, next), at + 9);
    default: {
      const parts = partsOf(geometry);
      view.setUint32(at + 5, parts.length, true);
      return parts.reduce((next, part) => writeWkb(part, view, next), at + 9);
    }
  }
}
function writePosition([x, y]: Position, view: DataView, at: number): number {
  view.setFloat64(at, x, true);
  view.setFloat64(at + 8, y, true);
  return at + 16;
}
function writeLine(line: Position[], view: DataView, at: number): number {
  view.setUint32(at, line.length, true);
  at += 4;
  for (let i = 0; i < line.length; i++) at = writePosition(line[i], view, at);
  return at;
}

/** What stands before a geometry is no GeoJSON: a curve, a surface, or broken bytes. */
export class WkbError extends Error {
  constructor(readonly reason: 'curve' | 'broken', readonly detail: string) {
    super(`WKB: ${reason} ${detail}`);
    this.name = 'WkbError';
  }
}

export function fromWkb(bytes: Uint8Array): Geometry {
  return readWkb(bytes).geometry;
}

/**
 * WKB of any program: both byte orders, with heights and measures (of ISO and of PostGIS), which are left out and told.
 * @throws WkbError
 */
export function readWkb(bytes: Uint8Array, from = 0): { geometry: Geometry; dropped: '' | 'Z' | 'M' | 'ZM' } {
  const reader = new WkbReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), from);
  return { geometry: reader.geometry(), dropped: reader.dropped };
}

const CURVES: Readonly<Record<number, string>> = { 8: 'CircularString', 9: 'CompoundCurve', 10: 'CurvePolygon', 11: 'MultiCurve', 12: 'MultiSurface', 13: 'Curve', 14: 'Surface', 15: 'PolyhedralSurface', 16: 'TIN', 17: 'Triangle' };
/** Deeper nesting is nobody's map. */
const DEEPEST = 32;

class WkbReader {
  dropped: '' | 'Z' | 'M' | 'ZM' = '';
  private little = true;
  private stride = 16;
  private depth = 0;
  constructor(private readonly view: DataView, private at: number) {}

  geometry(): Geometry {
    if (++this.depth > DEEPEST) throw new WkbError('broken', 'nesting');
    this.need(5);
    this.little = this.view.getUint8(this.at) === 1;
    const type = this.type(this.view.getUint32(this.at + 1, this.little));
    this.at += 5;
    const geometry = this.body(type);
    this.depth--;
    return geometry;
  }
  private type(code: number): keyof typeof TYPES {
    const plain = code & 0x0fffffff;
    const kind = plain % 1000, dimension = Math.floor(plain / 1000);
    const z = dimension === 1 || dimension === 3 || (code & 0x80000000) !== 0, m = dimension >= 2 || (code & 0x40000000) !== 0;
    const name = dimension > 3 ? undefined : NAMES[kind];
    if (!name) throw new WkbError(CURVES[kind] && dimension <= 3 ? 'curve' : 'broken', CURVES[kind] ?? `type ${code}`);
    // PostGIS puts an SRID after the type.
    if (code & 0x20000000) this.at += 4;
    this.stride = 16 + (z ? 8 : 0) + (m ? 8 : 0);
    if (z || m) this.dropped = z && m ? 'ZM' : z ? 'Z' : 'M';
    return name;
  }
  private body(type: keyof typeof TYPES): Geometry {
    if (type === 'Point') return { type, coordinates: this.point() };
    if (type === 'LineString') return { type, coordinates: this.line() };
    if (type === 'Polygon') return { type, coordinates: this.list(4, () => this.line()) };
    const parts = this.list(5, () => this.geometry());
    if (type === 'GeometryCollection') return { type, geometries: parts };
    return { type, coordinates: parts.map((part) => (part as { coordinates: unknown }).coordinates) } as Geometry;
  }
  /** An empty point has no numbers for its coordinates. */
  private point(): Position {
    const position = this.position();
    return Number.isNaN(position[0]) && Number.isNaN(position[1]) ? [] : position;
  }
  private list<T>(least: number, read: () => T): T[] {
    this.need(4);
    const count = this.view.getUint32(this.at, this.little);
    this.at += 4;
    this.need(count * least);
    const rows: T[] = [];
    for (let i = 0; i < count; i++) rows.push(read());
    return rows;
  }
  private line(): Position[] {
    return this.list(this.stride, () => this.position());
  }
  private position(): Position {
    this.need(this.stride);
    const position = [this.view.getFloat64(this.at, this.little), this.view.getFloat64(this.at + 8, this.little)];
    this.at += this.stride;
    return position;
  }
  private need(bytes: number): void {
    if (this.at + bytes > this.view.byteLength) throw new WkbError('broken', 'too short');
  }
}
