import { ExtentGrid } from './extent-grid.ts';
import type { WorkArrays } from './work-arrays.ts';

/** Places nearer than this (m) are one. */
export const SNAP = 1e-6;

/** Calls for each two lines whose boxes meet, i < j. Line i goes from corner i to corner after[i]. */
export function eachMeeting(x: readonly number[], y: readonly number[], after: Int32Array, work: WorkArrays, meet: (i: number, j: number) => void): void {
  const n = after.length;
  const boxes = work.float64(4 * n);
  for (let i = 0; i < n; i++) {
    const j = after[i];
    boxes[4 * i] = Math.min(x[i], x[j]) - SNAP;
    boxes[4 * i + 1] = Math.min(y[i], y[j]) - SNAP;
    boxes[4 * i + 2] = Math.max(x[i], x[j]);
    boxes[4 * i + 3] = Math.max(y[i], y[j]);
  }
  const grid = new ExtentGrid(boxes, work);
  for (let i = 0; i < n; i++) {
    const count = grid.search(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
    for (let k = 0; k < count; k++) if (grid.found[k] > i) meet(i, grid.found[k]);
  }
}
