import { holds, overlaps, type Convex, type Point } from './shapes.ts';

/** Side of a cell of the grid in which shapes are found, m: about as long as a stall. */
const CELL = 6;
/** Shapes that touch are neighbours: looked for so far beyond the shape, m. */
const EDGE = 0.1;
/** Chains that the cells are shared out among, a power of two: more than a garage of 400 x 400 m has cells. */
const CHAINS = 8192;
const chainOf = (i: number, j: number): number => (Math.imul(i, 73856093) ^ Math.imul(j, 19349663)) & (CHAINS - 1);

/**
 * Places that are taken. Answers what a shape would overlap, without looking at everything: cells of a grid, and chains of the
 * shapes that reach them. Two cells may share a chain; what is far off is told by its box. (Chains of numbers, since a search
 * for the best layout makes and drops hundreds of these.)
 */
export class Taken {
  readonly shapes: Convex[] = [];
  /** By chain: its last link and one, 0 for none. */
  private readonly last = new Int32Array(CHAINS);
  /** By link: the shape, and the link before it and one. */
  private readonly links: number[] = [];
  /** By shape: west, south, east, north. */
  private readonly boxes: number[] = [];
  /** By shape: the last question that it was looked at for. */
  private readonly asked: number[] = [];
  private question = 0;
  private w = 0; private s = 0; private e = 0; private n = 0;
  private i0 = 0; private i1 = 0; private j0 = 0; private j1 = 0;

  add(shape: Convex): number {
    const index = this.shapes.push(shape) - 1;
    this.asked.push(0);
    this.span(shape);
    this.boxes.push(this.w, this.s, this.e, this.n);
    for (let i = this.i0; i <= this.i1; i++) for (let j = this.j0; j <= this.j1; j++) {
      const chain = chainOf(i, j);
      this.links.push(index, this.last[chain]);
      this.last[chain] = this.links.length / 2;
    }
    return index;
  }
  addAll(shapes: readonly Convex[]): this {
    for (const shape of shapes) this.add(shape);
    return this;
  }
  /** Does the shape overlap anything? */
  hit(shape: Convex): boolean {
    this.begin(shape);
    for (let i = this.i0; i <= this.i1; i++) for (let j = this.j0; j <= this.j1; j++) {
      for (let link = this.last[chainOf(i, j)]; link > 0; link = this.links[2 * link - 1]) {
        const other = this.links[2 * link - 2];
        if (this.isNew(other, 0) && overlaps(shape, this.shapes[other])) return true;
      }
    }
    return false;
  }
  /** Which shapes touch the box of the shape, or nearly, ascending. */
  near(shape: Convex): number[] {
    return this.boxed(shape, EDGE).sort((a, b) => a - b);
  }
  /** Which shapes it overlaps, each once, in no order. */
  hits(shape: Convex): number[] {
    return this.boxed(shape, 0).filter((other) => overlaps(shape, this.shapes[other]));
  }
  /** A shape that a point lies in, -1 for none. */
  holding([x, y]: Point): number {
    for (let link = this.last[chainOf(Math.floor(x / CELL), Math.floor(y / CELL))]; link > 0; link = this.links[2 * link - 1]) {
      const other = this.links[2 * link - 2];
      if (holds(this.shapes[other], [x, y])) return other;
    }
    return -1;
  }

  private boxed(shape: Convex, apart: number): number[] {
    this.begin(shape);
    const found: number[] = [];
    for (let i = this.i0; i <= this.i1; i++) for (let j = this.j0; j <= this.j1; j++) {
      for (let link = this.last[chainOf(i, j)]; link > 0; link = this.links[2 * link - 1]) {
        const other = this.links[2 * link - 2];
        if (this.isNew(other, apart)) found.push(other);
      }
    }
    return found;
  }
  /** Not looked at yet for this question, and its box not farther than `apart`. */
  private isNew(other: number, apart: number): boolean {
    if (this.asked[other] === this.question) return false;
    this.asked[other] = this.question;
    const { boxes } = this, at = 4 * other;
    return boxes[at] <= this.e + apart && boxes[at + 2] >= this.w - apart && boxes[at + 1] <= this.n + apart && boxes[at + 3] >= this.s - apart;
  }
  private begin(shape: Convex): void {
    this.question++;
    this.span(shape);
  }
  private span(shape: Convex): void {
    let w = Infinity, s = Infinity, e = -Infinity, n = -Infinity;
    for (let k = 0; k < shape.length; k++) {
      const x = shape[k][0], y = shape[k][1];
      if (x < w) w = x;
      if (x > e) e = x;
      if (y < s) s = y;
      if (y > n) n = y;
    }
    this.w = w; this.s = s; this.e = e; this.n = n;
    this.i0 = Math.floor((w - EDGE) / CELL); this.i1 = Math.floor((e + EDGE) / CELL);
    this.j0 = Math.floor((s - EDGE) / CELL); this.j1 = Math.floor((n + EDGE) / CELL);
  }
}
