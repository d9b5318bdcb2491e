import { DeepCells } from './deep-cells.ts';
import type { EdgeTable } from './edge-table.ts';
import { ExtentGrid } from './extent-grid.ts';
import { RimLine, type Stand } from './rim-line.ts';
import { WorkArrays } from './work-arrays.ts';

/**
 * What shows of the rim of all parts grown by a radius: where the centre of a disc goes that rolls around them. The rim of
 * one part is a line beside each edge and an arc around each corner that sticks out; what lies within the radius of
 * another edge is cut away. Exact but for rounding: lines and arcs are not broken into chords.
 *
 * Parts that share corners or lines would have rims that coincide. So each part is grown by a hair of its own more
 * (`HAIR` metres times its number, under a quarter of a millimetre), and rims cross properly.
 */
const HAIR = 1 / 4194304;
/** A piece shorter than this is rounding (m). */
const SPECK = 1e-7;

export interface Piece {
  /** The edge that the disc touches; or, of an arc, the edge that starts at the corner that it touches. */
  edge: number;
  arc: boolean;
  /** Where the disc touches first and last, and where its centre is then. */
  from: Stand;
  to: Stand;
  /** The line or arc is not cut at this end: it goes on with the next on the same ring. */
  whole: [start: boolean, end: boolean];
}

export class OffsetPieces {
  readonly pieces: Piece[] = [];
  private readonly rim: RimLine;
  private readonly deep: DeepCells;
  private readonly grid: ExtentGrid;
  /** The parts that may reach a line or arc of the part at hand, itself among them; known when the first of them asks. */
  private readonly near: number[] = [];
  private nearOf = -1;
  /** Those near the line at hand. */
  private readonly at: number[] = [];
  private edge = 0;
  private own = 0;

  constructor(private readonly edges: EdgeTable, private readonly r: number, work = new WorkArrays()) {
    this.rim = new RimLine(edges);
    this.deep = new DeepCells(edges, r, work);
    this.grid = new ExtentGrid(edges.extent, work);
    for (let p = 0; p + 1 < edges.first.length; p++) {
      this.own = p;
      for (let e = edges.first[p]; e < edges.first[p + 1]; e++) {
        if (edges.sticksOut(e)) this.take(e, true);
        this.take(e, false);
      }
    }
  }

  private radiusOf(part: number): number {
    return this.r + HAIR * (1 + part % 997);
  }

  private take(e: number, arc: boolean): void {
    this.edge = e;
    this.rim.take(e, arc, this.radiusOf(this.own));
    const [w, s, n, t] = this.rim.box;
    if (this.deep.hold(w, s, n, t)) return;
    // The nearest first: it most often covers all.
    const neighbours = this.neighbours();
    const count = this.meeting(neighbours);
    for (let k = 0; k < count; k++) {
      this.coverByPart(this.at[k]);
      if (this.rim.rest.count === 0) return;
    }
    this.keep(neighbours);
  }
  private neighbours(): readonly number[] {
    const { own, near, r } = this;
    if (this.nearOf !== own) {
      const { extent } = this.edges;
      const reach = 2 * r + 1;
      this.nearOf = own;
      near.length = 0;
      const count = this.grid.search(extent[4 * own] - reach, extent[4 * own + 1] - reach, extent[4 * own + 2] + reach, extent[4 * own + 3] + reach);
      for (let k = 0; k < count; k++) near.push(this.grid.found[k]);
    }
    return near;
  }

  /** Puts the parts whose grown extent meets the line or arc into `at`, the nearest in front. */
  private meeting(neighbours: readonly number[]): number {
    const { r, at } = this;
    const { box } = this.rim;
    const { extent } = this.edges;
    const [w, s, e, n] = [box[0] - r - 1, box[1] - r - 1, box[2] + r + 1, box[3] + r + 1];
    const mx = box[0] + box[2], my = box[1] + box[3];
    let count = 0, best = Infinity;
    for (let k = 0; k < neighbours.length; k++) {
      const p = neighbours[k];
      const pw = extent[4 * p], ps = extent[4 * p + 1], pe = extent[4 * p + 2], pn = extent[4 * p + 3];
      if (pw > e || pe < w || ps > n || pn < s) continue;
      const cx = pw + pe - mx, cy = ps + pn - my;
      const gap = p === this.own ? Infinity : cx * cx + cy * cy;
      at[count++] = p;
      if (gap < best) {
        best = gap;
        at[count - 1] = at[0];
        at[0] = p;
      }
    }
    return count;
  }

  /** Cuts away what lies near a part; of its own part not what the line at hand belongs to, which would only touch it. */
  private coverByPart(p: number): void {
    const { edges, rim } = this;
    const { box } = rim;
    const { x, y, first, after, before } = edges;
    const r = rim.reach = this.radiusOf(p);
    for (let q = first[p]; q < first[p + 1]; q++) {
      const a = after[q];
      const ax = x[q], ay = y[q], bx = x[a], by = y[a];
      if (Math.min(ax, bx) - r >= box[2] || Math.max(ax, bx) + r <= box[0] || Math.min(ay, by) - r >= box[3] || Math.max(ay, by) + r <= box[1]) continue;
      if (p !== this.own) {
        rim.coverByDisc(q);
        rim.coverByStrip(q);
      } else if (rim.arc) {
        if (q !== this.edge) rim.coverByDisc(q);
        if (q !== this.edge && q !== before[this.edge]) rim.coverByStrip(q);
      } else {
        if (q !== this.edge && q !== after[this.edge]) rim.coverByDisc(q);
        if (q !== this.edge && !(q === after[this.edge] && edges.sticksOut(q)) && !(q === before[this.edge] && edges.sticksOut(this.edge))) rim.coverByStrip(q);
      }
      if (rim.rest.count === 0) return;
    }
  }

  private keep(neighbours: readonly number[]): void {
    const { rim } = this;
    const { rest, end, arc } = rim;
    const scale = arc ? 2 * this.r : 1;
    for (let i = 0; i < rest.count; i++) {
      const a = rest.ends[2 * i], b = rest.ends[2 * i + 1];
      if ((b - a) * scale < SPECK) continue;
      const middle = rim.stand((a + b) / 2);
      if (neighbours.some((p) => this.isWide(p) && this.edges.contains(p, middle.x, middle.y))) continue;
      this.pieces.push({ edge: this.edge, arc, from: rim.stand(a), to: rim.stand(b), whole: [a === 0, b === end] });
    }
  }
  /** So wide that some of its ground may lie farther than the radius from all its edges. */
  private isWide(p: number): boolean {
    const { extent } = this.edges;
    return Math.min(extent[4 * p + 2] - extent[4 * p], extent[4 * p + 3] - extent[4 * p + 1]) > 2 * this.r;
  }
}
