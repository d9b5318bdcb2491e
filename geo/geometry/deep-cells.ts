import type { EdgeTable } from './edge-table.ts';
import { WorkArrays } from './work-arrays.ts';

/** Cells to a radius: the finer, the more of what is deep is known to be; the coarser, the sooner they are made. */
const CELLS = 5;
/** So many sides of a cell from one place of an edge to the next that are looked at. */
const STEP = 3;
/** So many cells at most for each corner; where corners stand farther apart, cells are larger and fewer of them are deep. */
const MOST = 64;
/** Far more than rounding (m). */
const MARGIN = 0.01;

/**
 * Where the rim of grown parts cannot be: the square cells of a grid all of which lies nearer than the radius to some place
 * of an edge. That edge would cut away whatever runs there: no line or arc comes nearer than the radius to those that it
 * belongs to. Most lines and arcs of a cluster run through such cells only, and need no reckoning.
 */
export class DeepCells {
  private west = Infinity;
  private south = Infinity;
  private readonly size: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly deep: Uint8Array;

  constructor(edges: EdgeTable, r: number, private readonly work = new WorkArrays()) {
    const { extent, count } = edges;
    let east = -Infinity, north = -Infinity;
    for (let i = 0; i < extent.length; i += 4) {
      this.west = Math.min(this.west, extent[i]);
      this.south = Math.min(this.south, extent[i + 1]);
      east = Math.max(east, extent[i + 2]);
      north = Math.max(north, extent[i + 3]);
    }
    const width = Math.max(east - this.west, 0), height = Math.max(north - this.south, 0);
    this.size = Math.max(r / CELLS, Math.sqrt(width * height / (MOST * count)), (width + height) / (MOST * count)) || 1;
    this.columns = Math.floor(width / this.size) + 1;
    this.rows = Math.floor(height / this.size) + 1;
    this.deep = this.around(this.occupied(edges), (r - MARGIN) / this.size);
  }

  /** Whether a box lies in deep cells only. */
  hold(w: number, s: number, e: number, n: number): boolean {
    const { west, south, size, columns, rows, deep } = this;
    const left = Math.floor((w - west) / size), right = Math.floor((e - west) / size), bottom = Math.floor((s - south) / size), top = Math.floor((n - south) / size);
    if (!(left >= 0 && right < columns && bottom >= 0 && top < rows)) return false;
    for (let row = bottom; row <= top; row++) for (let k = row * columns + left, end = row * columns + right; k <= end; k++) if (deep[k] === 0) return false;
    return true;
  }

  /** Cells in which edges start, and go on every few sides. */
  private occupied({ x, y, dx, dy, length, count }: EdgeTable): Uint8Array {
    const { west, south, size, columns, rows } = this;
    const cells = this.work.uint8(columns * rows);
    for (let e = 0; e < count; e++) {
      const parts = Math.ceil(length[e] / (STEP * size));
      for (let k = 0; k < parts; k++) {
        const t = length[e] * k / parts;
        cells[Math.floor((y[e] + t * dy[e] - south) / size) * columns + Math.floor((x[e] + t * dx[e] - west) / size)] = 1;
      }
    }
    return cells;
  }

  /** Cells no place of which is farther than so many sides from any place of a cell that is occupied. */
  private around(occupied: Uint8Array, reach: number): Uint8Array {
    const { columns, rows } = this;
    // Of each row above, how many cells aside are that near.
    const aside: number[] = [];
    for (let up = 0; (up + 1) * (up + 1) + 1 <= reach * reach; up++) aside.push(Math.floor(Math.sqrt(reach * reach - (up + 1) * (up + 1))) - 1);
    // How many runs of such cells begin in a cell, less how many ended before it.
    const steps = this.work.int16((columns + 1) * rows);
    for (let row = 0, k = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, k++) if (occupied[k] === 1) addRuns(steps, aside, row, column, columns, rows);
    }
    for (let row = 0, k = 0; row < rows; row++) {
      for (let column = 0, depth = 0; column < columns; column++, k++) {
        depth += steps[k + row];
        occupied[k] = depth > 0 ? 1 : 0;
      }
    }
    return occupied;
  }
}

function addRuns(steps: Int16Array, aside: readonly number[], row: number, column: number, columns: number, rows: number): void {
  for (let up = 1 - aside.length; up < aside.length; up++) {
    const at = row + up;
    if (at < 0 || at >= rows) continue;
    const far = aside[Math.abs(up)];
    steps[at * (columns + 1) + Math.max(0, column - far)]++;
    steps[at * (columns + 1) + Math.min(columns - 1, column + far) + 1]--;
  }
}
