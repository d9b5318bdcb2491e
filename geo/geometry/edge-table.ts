import type { Geometry, Position } from 'geojson';
import { signedArea } from './rings.ts';
import { WorkArrays } from './work-arrays.ts';

/**
 * The edges of many polygons in typed arrays, each polygon's ground on the left of its edges (shells anticlockwise, holes
 * clockwise), relative to an origin so that large eastings cost no digits. What the rolling disc rolls around.
 */
export class EdgeTable {
  /** Where the edge starts, its direction as a unit vector, and its length in metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly length: Float64Array;
  /** The edge before and after on the ring, and the part that it bounds. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly part: Int32Array;
  /** Edges of part p: first[p] … first[p + 1]; its extent: west, south, east, north. */
  readonly first: Int32Array;
  readonly extent: Float64Array;
  count = 0;

  constructor(parts: readonly Geometry[], readonly origin: Position, work = new WorkArrays()) {
    const rings = parts.map(ringsOf);
    const size = rings.reduce((sum, list) => sum + list.reduce((n, { line }) => n + line.length, 0), 0);
    [this.x, this.y, this.dx, this.dy, this.length] = Array.from({ length: 5 }, () => work.float64(size));
    [this.before, this.after, this.part] = Array.from({ length: 3 }, () => work.int32(size));
    this.first = work.int32(parts.length + 1);
    this.extent = work.float64(4 * parts.length);
    rings.forEach((list, p) => {
      this.extent.set([Infinity, Infinity, -Infinity, -Infinity], 4 * p);
      for (const { line, shell } of list) this.add(line, shell, p);
      this.first[p + 1] = this.count;
    });
  }

  private add(line: readonly Position[], shell: boolean, p: number): void {
    const { x, y, dx, dy, length, extent, origin } = this;
    const start = this.count;
    const forward = (signedArea(line) > 0) === shell;
    let n = start;
    for (let i = 0; i + 1 < line.length; i++) {
      const at = line[forward ? i : line.length - 1 - i];
      x[n] = at[0] - origin[0];
      y[n] = at[1] - origin[1];
      // A corner that stands twice is one corner.
      if (n > start && x[n] === x[n - 1] && y[n] === y[n - 1]) continue;
      if (x[n] < extent[4 * p]) extent[4 * p] = x[n];
      if (y[n] < extent[4 * p + 1]) extent[4 * p + 1] = y[n];
      if (x[n] > extent[4 * p + 2]) extent[4 * p + 2] = x[n];
      if (y[n] > extent[4 * p + 3]) extent[4 * p + 3] = y[n];
      n++;
    }
    while (n - start > 1 && x[n - 1] === x[start] && y[n - 1] === y[start]) n--;
    if (n - start < 3) return;
    for (let e = start; e < n; e++) {
      const next = e + 1 < n ? e + 1 : start;
      const ex = x[next] - x[e], ey = y[next] - y[e];
      length[e] = Math.sqrt(ex * ex + ey * ey);
      dx[e] = ex / length[e];
      dy[e] = ey / length[e];
      this.before[e] = e > start ? e - 1 : n - 1;
      this.after[e] = next;
      this.part[e] = p;
    }
    this.count = n;
  }

  /** Parts by their extents; where these are the same, by their corners. Below 0 where p comes first. */
  compare(p: number, q: number): number {
    const { extent, first, x, y } = this;
    for (let k = 0; k < 4; k++) if (extent[4 * p + k] !== extent[4 * q + k]) return extent[4 * p + k] - extent[4 * q + k];
    for (let i = first[p], j = first[q]; i < first[p + 1] && j < first[q + 1]; i++, j++) if (x[i] !== x[j] || y[i] !== y[j]) return x[i] - x[j] || y[i] - y[j];
    return first[p + 1] - first[p] - (first[q + 1] - first[q]);
  }

  /** The rings of a part the other way round, their ground on the right. */
  reversedRings(p: number): number[][] {
    const rings: number[][] = [];
    for (let e = this.first[p]; e < this.first[p + 1];) {
      const start = e, end = this.before[start] + 1;
      const ring: number[] = [];
      for (e = end - 1; e >= start; e--) ring.push(this.x[e], this.y[e]);
      rings.push(ring);
      e = end;
    }
    return rings;
  }

  /** Whether the ground turns left at the edge's start: a corner that sticks out. */
  sticksOut(e: number): boolean {
    const b = this.before[e];
    return this.dx[b] * this.dy[e] - this.dy[b] * this.dx[e] > 0;
  }

  /** Whether a place lies in a part, by the even-odd rule. */
  contains(p: number, px: number, py: number): boolean {
    const { x, y, after } = this;
    let inside = false;
    for (let e = this.first[p]; e < this.first[p + 1]; e++) {
      const ay = y[e], by = y[after[e]];
      if ((ay > py) !== (by > py) && px < x[e] + (py - ay) / (by - ay) * (x[after[e]] - x[e])) inside = !inside;
    }
    return inside;
  }
}

interface Ring { line: Position[]; shell: boolean }
function ringsOf(geometry: Geometry): Ring[] {
  switch (geometry.type) {
    case 'Polygon': return geometry.coordinates.map((line, i) => ({ line, shell: i === 0 }));
    case 'MultiPolygon': return geometry.coordinates.flatMap((rings) => rings.map((line, i) => ({ line, shell: i === 0 })));
    case 'GeometryCollection': return geometry.geometries.flatMap(ringsOf);
    default: return [];
  }
}
