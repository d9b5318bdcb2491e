import type { Geometry, Position } from 'geojson';
import { bounded } from '../crs/index.ts';
import { segmentGap } from './distance.ts';
import { WorkArrays } from './work-arrays.ts';

/** The lines of many geometries in typed arrays, to ask of very many pairs whether they lie within a distance. */
export class NearLines {
  /** Four numbers a line: ax, ay, bx, by. A point is a line without length. */
  private readonly lines: Float64Array;
  /** Lines of geometry i: first[i] … first[i + 1]. Those of polygons bound ground. */
  private readonly first: Int32Array;
  private readonly bounds: Uint8Array;
  /** Four numbers a geometry: west, south, east, north. */
  readonly extents: Float64Array;
  private count = 0;

  constructor(geometries: readonly Geometry[], work = new WorkArrays()) {
    const size = geometries.reduce((sum, geometry) => sum + linesOf(geometry), 0);
    this.lines = work.float64(4 * size);
    this.bounds = work.uint8(size);
    this.first = work.int32(geometries.length + 1);
    this.extents = work.float64(4 * geometries.length);
    geometries.forEach((geometry, i) => {
      this.collect(geometry);
      this.first[i + 1] = this.count;
      this.setExtent(i);
    });
  }
  private collect(geometry: Geometry): void {
    switch (geometry.type) {
      case 'Point': this.add(geometry.coordinates, geometry.coordinates, 0); break;
      case 'MultiPoint': for (const p of geometry.coordinates) this.add(p, p, 0); break;
      case 'LineString': this.addLine(geometry.coordinates, 0); break;
      case 'MultiLineString': for (const line of geometry.coordinates) this.addLine(line, 0); break;
      case 'Polygon': for (const ring of geometry.coordinates) this.addLine(ring, 1); break;
      case 'MultiPolygon': for (const rings of geometry.coordinates) for (const ring of rings) this.addLine(ring, 1); break;
      case 'GeometryCollection': for (const part of geometry.geometries) this.collect(part); break;
    }
  }
  private addLine(line: readonly Position[], bounds: number): void {
    for (let i = 0; i + 1 < line.length; i++) this.add(line[i], line[i + 1], bounds);
  }
  private add(a: Position, b: Position, bounds: number): void {
    const k = 4 * this.count;
    this.lines[k] = a[0];
    this.lines[k + 1] = a[1];
    this.lines[k + 2] = b[0];
    this.lines[k + 3] = b[1];
    this.bounds[this.count++] = bounds;
  }
  private setExtent(i: number): void {
    const { lines, first, extents } = this;
    let w = Infinity, s = Infinity, e = -Infinity, n = -Infinity;
    for (let k = 4 * first[i]; k < 4 * first[i + 1]; k += 2) {
      w = Math.min(w, lines[k]);
      e = Math.max(e, lines[k]);
      s = Math.min(s, lines[k + 1]);
      n = Math.max(n, lines[k + 1]);
    }
    extents[4 * i] = w;
    extents[4 * i + 1] = s;
    extents[4 * i + 2] = e;
    extents[4 * i + 3] = n;
  }

  /** Where the first line of a geometry starts; not a number where it has none. */
  cornerX(i: number): number {
    return this.first[i] < this.first[i + 1] ? this.lines[4 * this.first[i]] : NaN;
  }
  cornerY(i: number): number {
    return this.first[i] < this.first[i + 1] ? this.lines[4 * this.first[i] + 1] : NaN;
  }

  /** Whether `planeDistance` of two of them is at most so much, the bound included. */
  within(i: number, j: number, distance: number): boolean {
    const { lines, first } = this;
    if (this.covers(i, 4 * first[j]) || this.covers(j, 4 * first[i])) return true;
    const limit = bounded(distance);
    // A hair more than the square, so that rounding cannot skip what the exact test below would take.
    const bound = limit * limit * (1 + 1e-9);
    for (let p = 4 * first[i]; p < 4 * first[i + 1]; p += 4) {
      for (let q = 4 * first[j]; q < 4 * first[j + 1]; q += 4) {
        const dx = gap(lines[p], lines[p + 2], lines[q], lines[q + 2]), dy = gap(lines[p + 1], lines[p + 3], lines[q + 1], lines[q + 3]);
        if (dx * dx + dy * dy <= bound && Math.sqrt(segmentGap(lines[p], lines[p + 1], lines[p + 2], lines[p + 3], lines[q], lines[q + 1], lines[q + 2], lines[q + 3])) <= limit) return true;
      }
    }
    return false;
  }
  /** Whether a geometry's ground holds the start of a line. Even-odd over all rings, so holes count as outside. */
  private covers(i: number, at: number): boolean {
    const { lines, first, bounds, extents } = this;
    const x = lines[at], y = lines[at + 1];
    if (x < extents[4 * i] || x > extents[4 * i + 2] || y < extents[4 * i + 1] || y > extents[4 * i + 3]) return false;
    let inside = false;
    for (let l = first[i]; l < first[i + 1]; l++) {
      const ax = lines[4 * l], ay = lines[4 * l + 1], bx = lines[4 * l + 2], by = lines[4 * l + 3];
      if (bounds[l] && (ay > y) !== (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)) inside = !inside;
    }
    return inside;
  }
}

/** How far apart two spans of one axis are, 0 where they meet. */
function gap(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(a, b) - Math.max(c, d), Math.min(c, d) - Math.max(a, b));
}

/** No fewer lines than a geometry has. */
function linesOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point': return 1;
    case 'MultiPoint': case 'LineString': return geometry.coordinates.length;
    case 'MultiLineString': case 'Polygon': return geometry.coordinates.reduce((sum, line) => sum + line.length, 0);
    case 'MultiPolygon': return geometry.coordinates.reduce((sum, rings) => sum + linesOf({ type: 'Polygon', coordinates: rings }), 0);
    case 'GeometryCollection': return geometry.geometries.reduce((sum, part) => sum + linesOf(part), 0);
  }
}
