import type { Geometry, Position } from 'geojson';
import type { WorkArrays } from './work-arrays.ts';

/** Cells that one extent may stand in; a larger one is looked at by every search. */
const MANY = 64;

/**
 * The extents of geometries in their own coordinates, four numbers each: west, south, east, north. One without a position meets nothing.
 *
 * @param work for extents that last no longer than the computation at hand
 */
export function extentsOf(geometries: readonly Geometry[], work?: WorkArrays): Float64Array {
  const extents = work?.float64(4 * geometries.length) ?? new Float64Array(4 * geometries.length);
  for (let i = 0; i < geometries.length; i++) {
    extents[4 * i] = extents[4 * i + 1] = Infinity;
    extents[4 * i + 2] = extents[4 * i + 3] = -Infinity;
    widen(extents, 4 * i, geometries[i]);
  }
  return extents;
}
function widen(extents: Float64Array, k: number, geometry: Geometry): void {
  switch (geometry.type) {
    case 'Point': widenBy(extents, k, [geometry.coordinates]); break;
    case 'MultiPoint': case 'LineString': widenBy(extents, k, geometry.coordinates); break;
    case 'MultiLineString': case 'Polygon': for (const line of geometry.coordinates) widenBy(extents, k, line); break;
    case 'MultiPolygon': for (const rings of geometry.coordinates) for (const line of rings) widenBy(extents, k, line); break;
    case 'GeometryCollection': for (const part of geometry.geometries) widen(extents, k, part); break;
  }
}
function widenBy(extents: Float64Array, k: number, line: readonly Position[]): void {
  let w = extents[k], s = extents[k + 1], e = extents[k + 2], n = extents[k + 3];
  for (let i = 0; i < line.length; i++) {
    const position = line[i];
    const x = position[0], y = position[1];
    if (x < w) w = x;
    if (y < s) s = y;
    if (x > e) e = x;
    if (y > n) n = y;
  }
  extents[k] = w;
  extents[k + 1] = s;
  extents[k + 2] = e;
  extents[k + 3] = n;
}

/** Extents in the square cells of a grid, to find those that meet a box: quick to make, for very many searches. */
export class ExtentGrid {
  private readonly west: number = Infinity;
  private readonly south: number = Infinity;
  private readonly size: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Extents of cell c: inCell[start[c]] … inCell[start[c + 1]]. */
  private readonly start: Int32Array;
  private readonly inCell: Int32Array;
  private readonly large: number[] = [];
  /** The search that last saw an extent, since one may stand in several cells. */
  private readonly seen: Int32Array;
  private searches = 0;
  /** What the last search found. */
  readonly found: Int32Array;

  /**
   * Four numbers an extent: west, south, east, north.
   *
   * @param work for a grid that lasts no longer than the computation at hand
   */
  constructor(private readonly extents: Float64Array, work?: WorkArrays) {
    const n = extents.length / 4;
    let east = -Infinity, north = -Infinity, sides = 0;
    for (let i = 0; i < extents.length; i += 4) {
      this.west = Math.min(this.west, extents[i]);
      this.south = Math.min(this.south, extents[i + 1]);
      east = Math.max(east, extents[i + 2]);
      north = Math.max(north, extents[i + 3]);
      sides += extents[i + 2] - extents[i] + extents[i + 3] - extents[i + 1];
    }
    const width = Math.max(east - this.west, 0), height = Math.max(north - this.south, 0);
    // About as large as an extent, but not many more cells than extents.
    this.size = Math.max(sides / (2 * n), Math.sqrt(width * height / (2 * n)), width / (2 * n), height / (2 * n)) || 1;
    this.columns = n > 0 ? Math.floor(width / this.size) + 1 : 0;
    this.rows = n > 0 ? Math.floor(height / this.size) + 1 : 0;
    const whole = (length: number) => work?.int32(length) ?? new Int32Array(length);
    this.seen = whole(n);
    this.found = whole(n);
    this.start = whole(this.columns * this.rows + 1);
    this.eachCell(n, (_, cell) => { this.start[cell + 1]++; }, (i) => { this.large.push(i); });
    for (let c = 1; c < this.start.length; c++) this.start[c] += this.start[c - 1];
    this.inCell = whole(this.start[this.start.length - 1]);
    this.eachCell(n, (i, cell) => { this.inCell[this.start[cell]++] = i; }, () => undefined);
    // Each cell has come to where the next one starts.
    this.start.copyWithin(1, 0);
    this.start[0] = 0;
  }
  private eachCell(n: number, found: (i: number, cell: number) => void, tooLarge: (i: number) => void): void {
    const { extents } = this;
    for (let i = 0; i < n; i++) {
      const w = this.column(extents[4 * i]), e = this.column(extents[4 * i + 2]), s = this.row(extents[4 * i + 1]), t = this.row(extents[4 * i + 3]);
      if ((e - w + 1) * (t - s + 1) > MANY) tooLarge(i);
      else for (let row = s; row <= t; row++) for (let column = w; column <= e; column++) found(i, row * this.columns + column);
    }
  }
  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.west) / this.size)));
  }
  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.south) / this.size)));
  }

  /** Puts each extent that meets the box, its sides included, into `found`, once, in no order that matters; how many they are. */
  search(w: number, s: number, e: number, n: number): number {
    const { seen, inCell, start, large, columns, found } = this;
    const search = ++this.searches;
    let count = 0;
    for (let k = 0; k < large.length; k++) if (this.meets(large[k], w, s, e, n)) found[count++] = large[k];
    const left = this.column(w), right = this.column(e), top = this.row(n);
    for (let row = this.row(s); row <= top; row++) {
      for (let k = start[row * columns + left], end = start[row * columns + right + 1]; k < end; k++) {
        const i = inCell[k];
        if (seen[i] === search) continue;
        seen[i] = search;
        if (this.meets(i, w, s, e, n)) found[count++] = i;
      }
    }
    return count;
  }
  private meets(i: number, w: number, s: number, e: number, n: number): boolean {
    const { extents } = this;
    return extents[4 * i] <= e && extents[4 * i + 2] >= w && extents[4 * i + 1] <= n && extents[4 * i + 3] >= s;
  }
}
