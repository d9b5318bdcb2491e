import type { WorkArrays } from './work-arrays.ts';

/** Places nearer than this (m) are one. */
export const SNAP = 1e-6;

/** Strips from west to east, about as high as a few lines are. */
export class Bands {
  readonly count: number;
  private readonly floor: number;
  private readonly height: number;
  constructor(south: Float64Array, north: Float64Array) {
    let low = Infinity, high = -Infinity, sum = 0;
    for (let i = 0; i < south.length; i++) {
      if (south[i] < low) low = south[i];
      if (north[i] > high) high = north[i];
      sum += north[i] - south[i];
    }
    this.floor = low;
    this.height = Math.max(2 * sum / south.length, (high - low) / 1000, 1);
    this.count = south.length > 0 ? Math.floor((high - low) / this.height) + 1 : 1;
  }
  of(y: number): number {
    return Math.max(0, Math.min(this.count - 1, Math.floor((y - this.floor) / this.height)));
  }
}

/** Calls for each two lines whose boxes meet, i < j, from west to east. Line i goes from corner i to corner after[i]. */
export function eachMeeting(x: readonly number[], y: readonly number[], after: Int32Array, work: WorkArrays, meet: (i: number, j: number) => void): void {
  const n = after.length;
  const [west, east, south, north] = Array.from({ length: 4 }, () => work.float64(n));
  for (let i = 0; i < n; i++) {
    const j = after[i];
    west[i] = Math.min(x[i], x[j]) - SNAP;
    east[i] = Math.max(x[i], x[j]);
    south[i] = Math.min(y[i], y[j]) - SNAP;
    north[i] = Math.max(y[i], y[j]);
  }
  const bands = new Bands(south, north);
  const active: number[][] = Array.from({ length: bands.count }, () => []);
  for (const i of fromWest(west, work)) {
    const low = bands.of(south[i]), high = bands.of(north[i] + SNAP);
    for (let band = low; band <= high; band++) {
      const list = active[band];
      let kept = 0;
      for (let k = 0; k < list.length; k++) {
        const j = list[k];
        if (east[j] < west[i]) continue;
        list[kept++] = j;
        // Each two once: in the lowest band that holds both.
        if (south[j] <= north[i] && south[i] <= north[j] && band === Math.max(low, bands.of(south[j]))) meet(Math.min(i, j), Math.max(i, j));
      }
      list.length = kept;
      list.push(i);
    }
  }
}

/**
 * Lines by their west ends, then by their numbers. Place and number are sorted as one whole number below 2^52, in a fraction
 * of the time that comparisons by a function take; lines that its steps do not tell apart are put right afterwards.
 */
function fromWest(west: Float64Array, work: WorkArrays): Int32Array {
  const n = west.length;
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < n; i++) {
    low = Math.min(low, west[i]);
    high = Math.max(high, west[i]);
  }
  let numbers = 1;
  while (numbers < n) numbers *= 2;
  const steps = (4503599627370496 / numbers - 1) / (high - low || 1);
  const keys = work.float64(n), order = work.int32(n);
  for (let i = 0; i < n; i++) keys[i] = Math.floor((west[i] - low) * steps) * numbers + i;
  keys.sort();
  for (let i = 0; i < n; i++) order[i] = keys[i] - Math.floor(keys[i] / numbers) * numbers;
  for (let k = 1; k < n; k++) {
    const i = order[k];
    let at = k;
    for (; at > 0 && west[order[at - 1]] > west[i]; at--) order[at] = order[at - 1];
    order[at] = i;
  }
  return order;
}
