import type { Polygonal } from '../geometry/index.ts';
import { boxAround, middleOf, ringsOf, TOUCH, type Box, type Convex, type Point } from './shapes.ts';

/** Height of a band in which edges are looked up, m. */
const BAND = 6;

/** The clear ground between the walls: answers many times whether a shape lies within it. Edges are kept in bands of y. */
export class Ground {
  readonly rings: readonly Point[][];
  readonly box: Box;
  private readonly bands: number[][] = [];
  /** ax, ay, bx, by of each edge. */
  private readonly edges: number[] = [];

  constructor(polygon: Polygonal) {
    this.rings = ringsOf(polygon);
    this.box = boxAround(this.rings.flat());
    for (const ring of this.rings) ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length], edge = this.edges.length;
      this.edges.push(a[0], a[1], b[0], b[1]);
      for (let band = this.bandOf(Math.min(a[1], b[1])); band <= this.bandOf(Math.max(a[1], b[1])); band++) (this.bands[band] ??= []).push(edge);
    });
  }
  private bandOf = (y: number) => Math.floor((y - this.box.s) / BAND);

  /** Even-odd rule, so holes are outside. */
  has([x, y]: Point): boolean {
    let inside = false;
    for (const e of this.bands[this.bandOf(y)] ?? []) {
      const ay = this.edges[e + 1], by = this.edges[e + 3];
      if (ay > y === by > y) continue;
      if (x < this.edges[e] + (y - ay) / (by - ay) * (this.edges[e + 2] - this.edges[e])) inside = !inside;
    }
    return inside;
  }

  /** Does the whole shape lie within, its rim included? */
  covers(shape: Convex): boolean {
    const { w, s, e, n } = boxAround(shape);
    const { box } = this;
    if (w < box.w - TOUCH || s < box.s - TOUCH || e > box.e + TOUCH || n > box.n + TOUCH || !this.has(middleOf(shape))) return false;
    for (let band = Math.max(0, this.bandOf(s)); band <= this.bandOf(n); band++) {
      for (const edge of this.bands[band] ?? []) if (this.cutsInto(edge, shape)) return false;
    }
    return true;
  }
  /** Does an edge run through the inside of the shape? Its parameter is narrowed by each side of the shape (Cyrus and Beck 1978). */
  private cutsInto(e: number, shape: Convex): boolean {
    const ax = this.edges[e], ay = this.edges[e + 1], dx = this.edges[e + 2] - ax, dy = this.edges[e + 3] - ay;
    let from = 0, to = 1;
    for (let i = 0; i < shape.length; i++) {
      const p = shape[i], q = shape[(i + 1) % shape.length];
      const ux = q[0] - p[0], uy = q[1] - p[1];
      const long = Math.sqrt(ux * ux + uy * uy);
      if (long === 0) continue;
      // Distance outside of this side grows from `start` by `step` along the edge.
      const start = ((ax - p[0]) * uy - (ay - p[1]) * ux) / long + TOUCH, step = (dx * uy - dy * ux) / long;
      if (step === 0) { if (start >= 0) return false; continue; }
      const at = -start / step;
      if (step > 0) to = Math.min(to, at); else from = Math.max(from, at);
      if (from >= to) return false;
    }
    return true;
  }
}
