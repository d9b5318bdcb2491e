import type { CatchmentPairs } from './pairs.ts';

const CHUNK = 65536;

/**
 * Catchment pairs unit after unit, in chunks that are put together once all are known: arrays that double would leave a
 * city's megabytes behind for the collector.
 */
export class PairRows {
  private readonly start: Uint32Array;
  private readonly full: { facility: Uint32Array; cost: Float64Array }[] = [];
  private facility = new Uint32Array(CHUNK);
  private cost = new Float64Array(CHUNK);
  /** Pairs in the chunk at hand. */
  private count = 0;
  /** The facilities of the row at hand, and the shortest way to each. */
  private readonly reached: Uint32Array;
  private readonly best: Float64Array;
  private row = 0;

  constructor(private readonly units: number, private readonly facilities: number) {
    this.start = new Uint32Array(units + 1);
    this.reached = new Uint32Array(facilities);
    this.best = new Float64Array(facilities).fill(Infinity);
  }

  /** A pair of the unit at hand; of several with the same facility the shortest stays. */
  add(facility: number, cost: number): void {
    const { best } = this;
    if (best[facility] === Infinity) this.reached[this.row++] = facility;
    if (cost < best[facility]) best[facility] = cost;
  }

  /** Ends the row of a unit; units ascend, and those without a pair may be left out. */
  end(unit: number): void {
    const { reached, best, row } = this;
    sort(reached, row);
    this.start[unit + 1] = row;
    for (let k = 0; k < row; k++) {
      if (this.count === CHUNK) this.turn();
      this.facility[this.count] = reached[k];
      this.cost[this.count++] = best[reached[k]];
      best[reached[k]] = Infinity;
    }
    this.row = 0;
  }
  private turn(): void {
    this.full.push({ facility: this.facility, cost: this.cost });
    this.facility = new Uint32Array(CHUNK);
    this.cost = new Float64Array(CHUNK);
    this.count = 0;
  }

  pairs(): CatchmentPairs {
    const { units, facilities, start, full } = this;
    for (let u = 0; u < units; u++) start[u + 1] += start[u];
    const facility = new Uint32Array(start[units]), cost = new Float64Array(start[units]);
    full.forEach((chunk, k) => {
      facility.set(chunk.facility, k * CHUNK);
      cost.set(chunk.cost, k * CHUNK);
    });
    facility.set(this.facility.subarray(0, this.count), full.length * CHUNK);
    cost.set(this.cost.subarray(0, this.count), full.length * CHUNK);
    return { units, facilities, start, facility, cost };
  }
}

/** The first n; nearly all rows are so short that handing them on takes longer than sorting them here. */
function sort(numbers: Uint32Array, n: number): void {
  if (n > 32) { numbers.subarray(0, n).sort(); return; }
  for (let i = 1; i < n; i++) {
    const number = numbers[i];
    let k = i;
    for (; k > 0 && numbers[k - 1] > number; k--) numbers[k] = numbers[k - 1];
    numbers[k] = number;
  }
}
