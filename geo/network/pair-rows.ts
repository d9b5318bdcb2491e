import type { CatchmentPairs } from './pairs.ts';

/** Pairs of a chunk, and chunks that are kept for the next rows: 25 MB, which is a large city. */
const CHUNK = 65536, KEPT = 32;
interface Chunk { facility: Uint32Array; cost: Float64Array }
const spare: Chunk[] = [];
const nextChunk = (): Chunk => spare.pop() ?? { facility: new Uint32Array(CHUNK), cost: new Float64Array(CHUNK) };

/**
 * Catchment pairs unit after unit, in chunks that are put together once all are known: arrays that double would leave a
 * city's megabytes behind for the collector.
 */
export class PairRows {
  private readonly start: Uint32Array;
  private readonly full: Chunk[] = [];
  private last = nextChunk();
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
      this.last.facility[this.count] = reached[k];
      this.last.cost[this.count++] = best[reached[k]];
      best[reached[k]] = Infinity;
    }
    this.row = 0;
  }
  private turn(): void {
    this.full.push(this.last);
    this.last = nextChunk();
    this.count = 0;
  }

  /** All rows, once: what they were gathered in goes to the next ones. */
  pairs(): CatchmentPairs {
    const { units, facilities, start, full, last } = this;
    for (let u = 0; u < units; u++) start[u + 1] += start[u];
    const facility = new Uint32Array(start[units]), cost = new Float64Array(start[units]);
    full.forEach((chunk, k) => {
      facility.set(chunk.facility, k * CHUNK);
      cost.set(chunk.cost, k * CHUNK);
    });
    facility.set(last.facility.subarray(0, this.count), full.length * CHUNK);
    cost.set(last.cost.subarray(0, this.count), full.length * CHUNK);
    spare.push(...[...full, last].slice(0, KEPT - spare.length));
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
