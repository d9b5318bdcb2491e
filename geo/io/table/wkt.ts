import type { Geometry, Position } from 'geojson';

/** Well-known text (OGC 06-103r4) to a geometry; `SRID=4547;` before it is told apart. Null where it is no WKT. Z and M are dropped. */
export function parseWkt(text: string): { geometry: Geometry; srid: number | null } | null {
  const head = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*/i.exec(text)!;
  try {
    const reader = new WktReader(text.slice(head[0].length));
    const geometry = reader.geometry();
    return reader.atEnd() ? { geometry, srid: head[1] === undefined ? null : Number(head[1]) } : null;
  } catch (error) {
    if (error instanceof WktFault) return null;
    throw error;
  }
}

class WktFault extends Error {}
/** Geometries within geometries; more is no map. */
const DEEPEST = 32;

class WktReader {
  private at = 0;
  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return /^[\s;]*$/.test(this.text.slice(this.at));
  }
  geometry(depth = 0): Geometry {
    if (depth > DEEPEST) throw new WktFault();
    const type = this.word();
    this.take(/(?:ZM|Z|M)(?=[\s(])/iy);
    if (this.take(/EMPTY\b/iy)) return emptyOf(type);
    switch (type) {
      case 'POINT': return { type: 'Point', coordinates: this.list(() => this.position())[0] };
      case 'LINESTRING': return { type: 'LineString', coordinates: this.list(() => this.position()) };
      case 'POLYGON': return { type: 'Polygon', coordinates: this.rings() };
      case 'MULTIPOINT': return { type: 'MultiPoint', coordinates: this.list(() => (this.peek('(') ? this.list(() => this.position())[0] : this.position())) };
      case 'MULTILINESTRING': return { type: 'MultiLineString', coordinates: this.rings() };
      case 'MULTIPOLYGON': return { type: 'MultiPolygon', coordinates: this.list(() => this.rings()) };
      case 'GEOMETRYCOLLECTION': return { type: 'GeometryCollection', geometries: this.list(() => this.geometry(depth + 1)) };
      default: throw new WktFault();
    }
  }
  private readonly rings = (): Position[][] => this.list(() => this.list(() => this.position()));

  private list<T>(read: () => T): T[] {
    const found: T[] = [];
    if (!this.take(/\(/y)) throw new WktFault();
    do found.push(read()); while (this.take(/,/y));
    if (!this.take(/\)/y)) throw new WktFault();
    return found;
  }
  private position(): Position {
    const match = this.take(/[-+\d.eE]+(?:\s+[-+\d.eE]+){1,3}/y);
    const numbers = match?.split(/\s+/).map(Number) ?? [];
    if (numbers.length < 2 || numbers.some((value) => !Number.isFinite(value))) throw new WktFault();
    return numbers.slice(0, 2);
  }
  private word(): string {
    const word = this.take(/[A-Za-z]+/y);
    if (!word) throw new WktFault();
    const plain = word.toUpperCase();
    return /^MULTI|^GEOM/.test(plain) || TYPES.has(plain) ? plain : plain.replace(/(?:ZM|Z|M)$/, '');
  }
  private peek(letter: string): boolean {
    return this.text.slice(this.at).trimStart().startsWith(letter);
  }
  private take(pattern: RegExp): string | null {
    const blank = /\s*/y;
    blank.lastIndex = this.at;
    blank.exec(this.text);
    pattern.lastIndex = blank.lastIndex;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.at = pattern.lastIndex;
    return match[0];
  }
}
const TYPES = new Set(['POINT', 'LINESTRING', 'POLYGON']);

function emptyOf(type: string): Geometry {
  switch (type) {
    case 'GEOMETRYCOLLECTION': return { type: 'GeometryCollection', geometries: [] };
    case 'POINT': return { type: 'MultiPoint', coordinates: [] };
    case 'LINESTRING': return { type: 'LineString', coordinates: [] };
    case 'POLYGON': return { type: 'Polygon', coordinates: [] };
    case 'MULTIPOINT': return { type: 'MultiPoint', coordinates: [] };
    case 'MULTILINESTRING': return { type: 'MultiLineString', coordinates: [] };
    case 'MULTIPOLYGON': return { type: 'MultiPolygon', coordinates: [] };
    default: throw new WktFault();
  }
}
