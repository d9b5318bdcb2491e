import { holds, overlaps, type Convex, type Point } from './shapes.ts';

/** Side of a cell of the grid in which shapes are found, m: about as long as a stall. */
const CELL = 6;
/** Shapes that touch are neighbours: looked for so far beyond the shape, m. */
const EDGE = 0.1;
/** Planning coordinates stay below 10^7 m, so a key of two cell numbers is a whole number that is exact. */
const ROW = 4194304;

/**
 * Places that are taken. Answers what a shape would overlap, without looking at everything: cells of a grid, in each a chain of
 * the shapes that reach it. (Chains of numbers, since a search for the best layout makes and drops thousands of these.)
 */
export class Taken {
  readonly shapes: Convex[] = [];
  private readonly first = new Map<number, number>();
  /** By link of a chain: the shape, and the next link. */
  private readonly shapeOf: number[] = [];
  private readonly next: number[] = [];
  /** By shape: the last question that it was looked at for. */
  private readonly asked: number[] = [];
  private question = 0;
  private i0 = 0; private i1 = 0; private j0 = 0; private j1 = 0;

  add(shape: Convex): number {
    const index = this.shapes.push(shape) - 1;
    this.asked.push(0);
    this.span(shape);
    for (let i = this.i0; i <= this.i1; i++) for (let j = this.j0; j <= this.j1; j++) {
      const key = i * ROW + j, link = this.shapeOf.push(index) - 1;
      this.next.push(this.first.get(key) ?? -1);
      this.first.set(key, link);
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
      for (let link = this.first.get(i * ROW + j) ?? -1; link >= 0; link = this.next[link]) {
        const other = this.shapeOf[link];
        if (this.asked[other] === this.question) continue;
        this.asked[other] = this.question;
        if (overlaps(shape, this.shapes[other])) return true;
      }
    }
    return false;
  }
  /** Which shapes lie in the cells that the shape or its neighbourhood reaches, ascending. */
  near(shape: Convex): number[] {
    this.begin(shape);
    const found: number[] = [];
    for (let i = this.i0; i <= this.i1; i++) for (let j = this.j0; j <= this.j1; j++) {
      for (let link = this.first.get(i * ROW + j) ?? -1; link >= 0; link = this.next[link]) {
        const other = this.shapeOf[link];
        if (this.asked[other] === this.question) continue;
        this.asked[other] = this.question;
        found.push(other);
      }
    }
    return found.sort((a, b) => a - b);
  }
  /** Which shapes it overlaps, ascending. */
  hits(shape: Convex): number[] {
    return this.near(shape).filter((other) => overlaps(shape, this.shapes[other]));
  }
  /** A shape that a point lies in, -1 for none. */
  holding([x, y]: Point): number {
    for (let link = this.first.get(Math.floor(x / CELL) * ROW + Math.floor(y / CELL)) ?? -1; link >= 0; link = this.next[link]) {
      if (holds(this.shapes[this.shapeOf[link]], [x, y])) return this.shapeOf[link];
    }
    return -1;
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
    this.i0 = Math.floor((w - EDGE) / CELL); this.i1 = Math.floor((e + EDGE) / CELL);
    this.j0 = Math.floor((s - EDGE) / CELL); this.j1 = Math.floor((n + EDGE) / CELL);
  }
}
