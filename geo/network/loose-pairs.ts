import { pairsFrom, type CatchmentPairs } from './pairs.ts';

/** Pairs in the order in which they are found, in typed arrays that double: a city's hundreds of thousands leave little to clear away. */
export class LoosePairs {
  private count = 0;
  private unit = new Uint32Array(4096);
  private facility = new Uint32Array(4096);
  private cost = new Float64Array(4096);

  add(unit: number, facility: number, cost: number): void {
    if (this.count === this.unit.length) this.grow();
    this.unit[this.count] = unit;
    this.facility[this.count] = facility;
    this.cost[this.count++] = cost;
  }
  private grow(): void {
    const { unit, facility, cost } = this;
    const size = 2 * this.count;
    (this.unit = new Uint32Array(size)).set(unit);
    (this.facility = new Uint32Array(size)).set(facility);
    (this.cost = new Float64Array(size)).set(cost);
  }

  sorted(units: number, facilities: number): CatchmentPairs {
    const { count } = this;
    return pairsFrom(units, facilities, this.unit.subarray(0, count), this.facility.subarray(0, count), this.cost.subarray(0, count));
  }
}
