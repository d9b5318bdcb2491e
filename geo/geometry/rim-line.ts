import type { EdgeTable } from './edge-table.ts';
import { Stretches } from './stretches.ts';

/** Where a disc's centre is and where the disc touches a part then. */
export interface Stand { footX: number; footY: number; x: number; y: number }

/**
 * One line beside an edge, or one arc around a corner, of the rim of a part grown by a radius, and what is left of it when
 * the ground near other edges is cut away. Its parameters run from 0 to `end`: metres along a line; along an arc the
 * tangent of half the angle, so that all cuts are roots of quadratics and need no sines.
 */
export class RimLine {
  arc = false;
  end = 0;
  /** What is left, by parameters. */
  readonly rest = new Stretches();
  /** What lies this near to other corners and edges is cut away (m). A field, since numbers handed on are boxed, millions of times. */
  reach = 0;
  /** West, south, east, north. */
  readonly box = new Float64Array(4);

  private edge = 0;
  private radius = 0;
  /** Where the line starts, or the corner in the middle of the arc; the line's direction, or that from the corner to the arc's start. */
  private px = 0;
  private py = 0;
  private ux = 0;
  private uy = 0;
  /** Its ends, and for an arc where their tangents meet: it lies in the triangle of the three. */
  private x0 = 0;
  private y0 = 0;
  private x1 = 0;
  private y1 = 0;
  private x2 = 0;
  private y2 = 0;

  constructor(private readonly edges: EdgeTable) {}

  take(edge: number, arc: boolean, radius: number): void {
    this.edge = edge;
    this.arc = arc;
    this.radius = radius;
    if (arc) this.setArc(edge);
    else this.setLine(edge);
    this.setBox();
    this.rest.reset(this.end);
  }
  private setLine(e: number): void {
    const { x, y, dx, dy, length } = this.edges;
    this.px = this.x0 = this.x2 = x[e] + this.radius * dy[e];
    this.py = this.y0 = this.y2 = y[e] - this.radius * dx[e];
    this.ux = dx[e];
    this.uy = dy[e];
    this.end = length[e];
    this.x1 = this.px + this.end * this.ux;
    this.y1 = this.py + this.end * this.uy;
  }
  private setArc(e: number): void {
    const { x, y, dx, dy, before } = this.edges;
    const { radius } = this;
    const b = before[e];
    this.px = x[e];
    this.py = y[e];
    this.ux = dy[b];
    this.uy = -dx[b];
    const cos = dx[b] * dx[e] + dy[b] * dy[e], sin = dx[b] * dy[e] - dy[b] * dx[e];
    this.end = sin / (1 + cos);
    this.x0 = this.px + radius * dy[b];
    this.y0 = this.py - radius * dx[b];
    this.x1 = this.px + radius * dy[e];
    this.y1 = this.py - radius * dx[e];
    this.x2 = this.px + radius * (this.ux - this.uy * this.end);
    this.y2 = this.py + radius * (this.uy + this.ux * this.end);
  }
  private setBox(): void {
    const { box } = this;
    box[0] = Math.min(this.x0, this.x1, this.x2);
    box[1] = Math.min(this.y0, this.y1, this.y2);
    box[2] = Math.max(this.x0, this.x1, this.x2);
    box[3] = Math.max(this.y0, this.y1, this.y2);
  }

  /** Cuts away what lies within reach of the corner where an edge starts. */
  coverByDisc(q: number): void {
    const cx = this.edges.x[q], cy = this.edges.y[q], r = this.reach;
    const dx = cx - this.px, dy = cy - this.py;
    if (this.arc) {
      const square = r * r;
      if ((this.x0 - cx) * (this.x0 - cx) + (this.y0 - cy) * (this.y0 - cy) < square && (this.x1 - cx) * (this.x1 - cx) + (this.y1 - cy) * (this.y1 - cy) < square && (this.x2 - cx) * (this.x2 - cx) + (this.y2 - cy) * (this.y2 - cy) < square) {
        this.rest.count = 0;
        return;
      }
      // |p + R u - c| <= r, with u the direction from the arc's corner.
      const c = (dx * dx + dy * dy + this.radius * this.radius - r * r) / (2 * this.radius);
      this.cutWhere(dx, dy, c);
    } else {
      const along = dx * this.ux + dy * this.uy, aside = dx * this.uy - dy * this.ux;
      const half = r * r - aside * aside;
      if (half <= 0) return;
      const h = Math.sqrt(half);
      this.rest.low = along - h;
      this.rest.high = along + h;
      this.rest.cut();
    }
  }

  /** Cuts away what lies beside an edge, within reach of it. */
  coverByStrip(q: number): void {
    const { reach: r, rest } = this;
    const { x, y, dx, dy, length } = this.edges;
    const ex = dx[q], ey = dy[q];
    // The start's place along the edge and to the right of it, and how both change.
    const rx = this.px - x[q], ry = this.py - y[q];
    const along = rx * ex + ry * ey, aside = rx * ey - ry * ex;
    if (this.arc) {
      this.cutStripFromArc(along, aside, ex, ey, length[q], r);
      return;
    }
    const forward = this.ux * ex + this.uy * ey, across = this.ux * ey - this.uy * ex;
    rest.low = 0;
    rest.high = this.end;
    if (forward !== 0) {
      const s = -along / forward, t = (length[q] - along) / forward;
      rest.narrow(s, t);
    } else if (along < 0 || along > length[q]) return;
    if (across !== 0) {
      const s = (-r - aside) / across, t = (r - aside) / across;
      rest.narrow(s, t);
    } else if (aside < -r || aside > r) return;
    if (rest.low < rest.high) rest.cut();
  }

  private readonly roots = new Float64Array(8);
  private rootCount = 0;
  private root(t: number): void {
    let k = this.rootCount++;
    for (; k > 0 && this.roots[k - 1] > t; k--) this.roots[k] = this.roots[k - 1];
    this.roots[k] = t;
  }
  private cutStripFromArc(along: number, aside: number, ex: number, ey: number, length: number, r: number): void {
    const { radius, roots, px, py } = this;
    const a0 = along + (this.x0 - px) * ex + (this.y0 - py) * ey, s0 = aside + (this.x0 - px) * ey - (this.y0 - py) * ex;
    const a1 = along + (this.x1 - px) * ex + (this.y1 - py) * ey, s1 = aside + (this.x1 - px) * ey - (this.y1 - py) * ex;
    const a2 = along + (this.x2 - px) * ex + (this.y2 - py) * ey, s2 = aside + (this.x2 - px) * ey - (this.y2 - py) * ex;
    const west = Math.min(a0, a1, a2), east = Math.max(a0, a1, a2), left = Math.min(s0, s1, s2), right = Math.max(s0, s1, s2);
    if (west >= length || east <= 0 || left >= r || right <= -r) return;
    if (west > 0 && east < length && left > -r && right < r) {
      this.rest.count = 0;
      return;
    }
    this.rootCount = 0;
    this.root(0);
    this.root(this.end);
    if (west < 0) this.rootsOf(ex, ey, -along / radius);
    if (east > length) this.rootsOf(ex, ey, (length - along) / radius);
    // Of the two sides of the strip only the nearer can be crossed: the arc's circle is as large as the strip is wide.
    const sign = aside >= 0 ? 1 : -1;
    this.rootsOf(-sign * ey, sign * ex, (sign * aside - r) / radius);
    for (let i = 0; i + 1 < this.rootCount; i++) {
      const low = roots[i], high = roots[i + 1];
      if (high <= low) continue;
      const t = (low + high) / 2;
      const k = radius / (1 + t * t);
      const vx = k * ((1 - t * t) * this.ux - 2 * t * this.uy), vy = k * ((1 - t * t) * this.uy + 2 * t * this.ux);
      const a = along + vx * ex + vy * ey, s = aside + vx * ey - vy * ex;
      if (a < 0 || a > length || s < -r || s > r) continue;
      this.rest.low = low;
      this.rest.high = high;
      this.rest.cut();
    }
  }
  /** Where u · m = c on the arc at hand, within its ends. */
  private rootsOf(mx: number, my: number, c: number): void {
    const m1 = mx * this.ux + my * this.uy, m2 = my * this.ux - mx * this.uy;
    const d = m1 * m1 + m2 * m2 - c * c;
    if (d <= 0) return;
    this.solve(m1, m2, c, Math.sqrt(d));
    const { low, high } = this.rest;
    if (low > 0 && low < this.end) this.root(low);
    if (high > 0 && high < this.end) this.root(high);
  }
  /** Cuts from an arc where u · m >= c. */
  private cutWhere(mx: number, my: number, c: number): void {
    const { rest } = this;
    const m1 = mx * this.ux + my * this.uy, m2 = my * this.ux - mx * this.uy;
    const d = m1 * m1 + m2 * m2 - c * c;
    if (d <= 0) {
      if (c < 0) rest.count = 0;
      return;
    }
    this.solve(m1, m2, c, Math.sqrt(d));
    if (m1 + c >= 0) rest.cut();
    else rest.cutAround();
  }
  /** (m1 + c) t² - 2 m2 t + (c - m1) = 0: the tangents of half the angles at which u · m = c; `w` is the root of |m|² - c². */
  private solve(m1: number, m2: number, c: number, w: number): void {
    // Of both forms of the roots the one that does not cancel.
    const a = m1 + c, b = m2 >= 0 ? m2 + w : m2 - w;
    const s = a === 0 ? (m2 >= 0 ? Infinity : -Infinity) : b / a, t = b === 0 ? 0 : (c - m1) / b;
    this.rest.low = Math.min(s, t);
    this.rest.high = Math.max(s, t);
  }

  /** Where the disc is at a parameter. */
  stand(t: number): Stand {
    const { px, py, ux, uy, radius } = this;
    if (this.arc) {
      const k = radius / (1 + t * t);
      return { footX: px, footY: py, x: px + k * ((1 - t * t) * ux - 2 * t * uy), y: py + k * ((1 - t * t) * uy + 2 * t * ux) };
    }
    const { x, y, after } = this.edges;
    const e = this.edge;
    // At its ends the edge is its corners to the last bit.
    const [footX, footY] = t === this.end ? [x[after[e]], y[after[e]]] : [x[e] + t * ux, y[e] + t * uy];
    return { footX, footY, x: px + t * ux, y: py + t * uy };
  }
}
