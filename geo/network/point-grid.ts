import type { PointSet } from './points.ts';

/** Cells at most for each point: where points stand far apart, cells are larger than the reach. */
const MANY = 4;

/** Points in the square cells of a grid that are as large as a reach, so that those within it of a place lie in nine of them. */
export class PointGrid {
  private readonly west: number = Infinity;
  private readonly south: number = Infinity;
  private readonly size: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Points of cell c: start[c] … start[c + 1] of `x`, `y` and `owner`. */
  private readonly start: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly owner: Uint32Array;
  private readonly square: number;
  /** What `within` found, by its place in `x`, `y` and `owner`. */
  readonly found: Int32Array;

  constructor(points: PointSet, reach: number) {
    const n = points.x.length;
    let east = -Infinity, north = -Infinity;
    for (let i = 0; i < n; i++) {
      this.west = Math.min(this.west, points.x[i]);
      this.south = Math.min(this.south, points.y[i]);
      east = Math.max(east, points.x[i]);
      north = Math.max(north, points.y[i]);
    }
    const width = Math.max(east - this.west, 0), height = Math.max(north - this.south, 0);
    this.size = Math.max(reach, Math.sqrt(width * height / (MANY * n)), (width + height) / (MANY * n)) || 1;
    this.columns = Math.floor(width / this.size) + 1;
    this.rows = Math.floor(height / this.size) + 1;
    this.square = reach * reach;
    this.start = new Int32Array(this.columns * this.rows + 1);
    const cell = Int32Array.from(points.x, (x, i) => this.row(points.y[i]) * this.columns + this.column(x));
    for (let i = 0; i < n; i++) this.start[cell[i] + 1]++;
    for (let c = 1; c < this.start.length; c++) this.start[c] += this.start[c - 1];
    [this.x, this.y, this.owner, this.found] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n), new Int32Array(n)];
    const next = this.start.slice();
    for (let i = 0; i < n; i++) {
      const k = next[cell[i]]++;
      this.x[k] = points.x[i];
      this.y[k] = points.y[i];
      this.owner[k] = points.owner[i];
    }
  }
  private column(x: number): number {
    return Math.floor((x - this.west) / this.size);
  }
  private row(y: number): number {
    return Math.floor((y - this.south) / this.size);
  }

  /** Puts the points within the reach of a place into `found`, its bound included; how many they are. */
  within(px: number, py: number): number {
    const { columns, rows, start, x, y, found, square } = this;
    const column = this.column(px), row = this.row(py);
    const left = Math.max(0, column - 1), right = Math.min(columns - 1, column + 1), top = Math.min(rows - 1, row + 1);
    let count = 0;
    if (left > right) return 0;
    for (let r = Math.max(0, row - 1); r <= top; r++) {
      for (let k = start[r * columns + left], end = start[r * columns + right + 1]; k < end; k++) {
        const dx = x[k] - px, dy = y[k] - py;
        if (dx * dx + dy * dy <= square) found[count++] = k;
      }
    }
    return count;
  }
}
