/**
 * How much of each pixel a shape covers, exactly: every edge adds to the cells that it crosses the area between it and the cell's right side, signed by
 * its direction, and the sum along a row is the winding number times the area. Rows are those of one band; edges outside it add nothing.
 *
 *      cell c      c + 1     An edge through a cell from row top to bottom at a mean distance m from its left
 *     +-----\----+------     side adds 1 - m to the cell and m to the next, from where on the sum is 1.
 *     |  m   \###|######
 *     +-------\--+------
 */
export class Coverage {
  /** Two more than there are pixels: what an edge on the right side adds to. */
  readonly stride: number;
  readonly cells: Float32Array;
  /** Columns that edges touched, row by row; `last` is before `first` where none did. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  top: number;
  bottom = -1;

  constructor(readonly width: number, readonly rows: number) {
    this.stride = width + 2;
    this.cells = new Float32Array(this.stride * rows);
    this.first = new Int32Array(rows).fill(width + 2);
    this.last = new Int32Array(rows).fill(-1);
    this.top = rows;
  }

  /** Pixels, from the band's upper left corner. Edges of a shape must close. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 < y1) this.downward(x0, y0, x1, y1, 1);
    else if (y1 < y0) this.downward(x1, y1, x0, y0, -1);
  }
  private downward(x0: number, y0: number, x1: number, y1: number, sign: number): void {
    const { rows, width } = this;
    if (y1 <= 0 || y0 >= rows || (x0 >= width && x1 >= width)) return;
    const slope = (x1 - x0) / (y1 - y0), top = Math.max(0, y0), bottom = Math.min(rows, y1);
    const from = y0 < 0 ? x0 - y0 * slope : x0, to = y1 > rows ? x1 + (rows - y1) * slope : x1;
    if (from < 0 || to < 0 || from > width || to > width) this.across(from, top, to, bottom, sign);
    else this.inside(from, top, to, bottom, sign);
  }
  /** An edge that leaves the paper: what lies left of it counts from its side on, what lies right of it counts nowhere. */
  private across(x0: number, y0: number, x1: number, y1: number, sign: number): void {
    const { width } = this, onPaper = (x: number) => Math.min(width, Math.max(0, x));
    const cuts = [0, width].filter((side) => (x0 - side) * (x1 - side) < 0).map((side) => ({ x: side, y: Math.min(y1, Math.max(y0, y0 + (side - x0) * (y1 - y0) / (x1 - x0))) }));
    const places = [{ x: x0, y: y0 }, ...cuts.sort((a, b) => a.y - b.y), { x: x1, y: y1 }];
    for (let i = 1; i < places.length; i++) {
      const a = places[i - 1], b = places[i];
      if (a.y < b.y && a.x + b.x < 2 * width) this.inside(onPaper(a.x), a.y, onPaper(b.x), b.y, sign);
    }
  }
  private inside(x0: number, y0: number, x1: number, y1: number, sign: number): void {
    const slope = (x1 - x0) / (y1 - y0), firstRow = Math.floor(y0), lastRow = Math.ceil(y1) - 1;
    if (firstRow < this.top) this.top = firstRow;
    if (lastRow > this.bottom) this.bottom = lastRow;
    let y = y0, x = x0;
    for (let row = firstRow; row <= lastRow; row++) {
      const nextY = row === lastRow ? y1 : row + 1, nextX = row === lastRow ? x1 : Math.min(Math.max(x0 + (nextY - y0) * slope, 0), this.width);
      if (x < nextX) this.step(row, x, nextX, (nextY - y) * sign);
      else this.step(row, nextX, x, (nextY - y) * sign);
      x = nextX;
      y = nextY;
    }
  }
  /** Part of an edge within a row, from `left` to `right`, over so much of its height. */
  private step(row: number, left: number, right: number, height: number): void {
    const { cells } = this, at = row * this.stride, from = Math.floor(left), to = Math.max(from, Math.ceil(right) - 1);
    if (from < this.first[row]) this.first[row] = from;
    if (to + 1 > this.last[row]) this.last[row] = to + 1;
    if (from === to) {
      const mean = (left + right) / 2 - from;
      cells[at + from] += height * (1 - mean);
      cells[at + from + 1] += height * mean;
      return;
    }
    const perColumn = height / (right - left);
    for (let column = from; column <= to; column++) {
      const a = column < left ? left : column, b = column + 1 > right ? right : column + 1;
      const part = perColumn * (b - a), mean = (a + b) / 2 - column;
      cells[at + column] += part * (1 - mean);
      cells[at + column + 1] += part * mean;
    }
  }
}
