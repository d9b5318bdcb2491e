import type { Geometry, Position } from 'geojson';

/** Well-known binary (OGC 06-103r4), little-endian, two dimensions: how geometries enter and leave the kernel. */
const TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6, GeometryCollection: 7 } as const;
const NAMES = Object.fromEntries(Object.entries(TYPES).map(([name, code]) => [code, name])) as Record<number, keyof typeof TYPES>;

export function toWkb(geometry: Geometry): Uint8Array {
  const view = new DataView(new ArrayBuffer(sizeOf(geometry)));
  write(geometry, view, 0);
  return new Uint8Array(view.buffer);
}

const lineSize = (line: Position[]) => 4 + line.length * 16;
const polygonSize = (rings: Position[][]) => 4 + rings.reduce((sum, ring) => sum + lineSize(ring), 0);

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point': return 5 + 16;
    case 'LineString': return 5 + lineSize(geometry.coordinates);
    case 'Polygon': return 5 + polygonSize(geometry.coordinates);
    default: return 9 + partsOf(geometry).reduce((sum, part) => sum + sizeOf(part), 0);
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

function write(geometry: Geometry, view: DataView, at: number): number {
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
      return parts.reduce((next, part) => write(part, view, next), at + 9);
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
  return line.reduce((next, position) => writePosition(position, view, next), at + 4);
}

export function fromWkb(bytes: Uint8Array): Geometry {
  return new WkbReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).geometry();
}

class WkbReader {
  private at = 0;
  constructor(private readonly view: DataView) {}

  geometry(): Geometry {
    const little = this.view.getUint8(this.at) === 1;
    const type = NAMES[this.view.getUint32(this.at + 1, little)];
    if (!little || !type) throw new Error('WKB of an unknown kind');
    this.at += 5;
    if (type === 'Point') return { type, coordinates: this.position() };
    if (type === 'LineString') return { type, coordinates: this.line() };
    if (type === 'Polygon') return { type, coordinates: this.list(() => this.line()) };
    const parts = this.list(() => this.geometry());
    if (type === 'GeometryCollection') return { type, geometries: parts };
    return { type, coordinates: parts.map((part) => (part as { coordinates: unknown }).coordinates) } as Geometry;
  }
  private list<T>(read: () => T): T[] {
    const count = this.view.getUint32(this.at, true);
    this.at += 4;
    return Array.from({ length: count }, read);
  }
  private line(): Position[] {
    return this.list(() => this.position());
  }
  private position(): Position {
    const position = [this.view.getFloat64(this.at, true), this.view.getFloat64(this.at + 8, true)];
    this.at += 16;
    return position;
  }
}
