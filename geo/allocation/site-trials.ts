import type { CatchmentPairs } from '../network/index.ts';
import { fairestAllocation, NO_BLOCK, type FairestAllocation } from './fairest.ts';
import { byFacility } from './graph.ts';

/**
 * Who gains by a site: the fairest allocation with one more facility, less the one without it. Only what the site can touch
 * is solved again. Capacity that a unit leaves behind goes to others who reach it, and those are never worse off than that
 * unit, else it would be theirs already; so from the blocks of the units that the site serves, through the facilities of
 * each block to the blocks of whoever reaches them, nobody else can gain, and nobody loses (ratios only rise with capacity).
 *
 * The sites are columns of `pairs` beyond the facilities of `allocation`.
 */
export class SiteTrials {
  private readonly unitsOf: { start: Uint32Array; unit: Uint32Array };
  private readonly blockUnits: number[][];
  private readonly blockFacilities: number[][];

  constructor(private readonly demand: Float64Array, private readonly capacity: Float64Array, private readonly pairs: CatchmentPairs, private readonly allocation: FairestAllocation) {
    this.unitsOf = unitsByFacility(pairs);
    this.blockUnits = listed(allocation.block, allocation.blocks.length);
    this.blockFacilities = listed(allocation.facilityBlock, allocation.blocks.length);
  }

  /** Units that are less short with this much capacity in column `site`, ascending. */
  gains(site: number, capacity: number): { unit: number; gain: number }[] {
    const blocks = capacity > 0 ? this.touched(site) : [];
    if (blocks.length === 0) return [];
    const units = blocks.flatMap((block) => this.blockUnits[block]).sort((a, b) => a - b);
    const facilities = [...blocks.flatMap((block) => this.blockFacilities[block]).sort((a, b) => a - b), site];
    const demand = Float64Array.from(units, (unit) => this.demand[unit]);
    const { shortage } = fairestAllocation(demand, Float64Array.from(facilities, (f) => (f === site ? capacity : this.capacity[f])), this.among(units, facilities));
    return units.map((unit, k) => ({ unit, gain: this.allocation.shortage[unit] - shortage[k] })).filter(({ gain }, k) => gain > ROUNDING * demand[k]);
  }

  private touched(site: number): number[] {
    const { allocation } = this;
    const blocks = new Set<number>();
    const add = (facility: number) => {
      for (let k = this.unitsOf.start[facility]; k < this.unitsOf.start[facility + 1]; k++) {
        const unit = this.unitsOf.unit[k];
        if (allocation.block[unit] !== NO_BLOCK && allocation.ratio[unit] < 1) blocks.add(allocation.block[unit]);
      }
    };
    add(site);
    // A set hands out what is added while it is walked.
    for (const block of blocks) for (const facility of this.blockFacilities[block]) add(facility);
    return [...blocks];
  }

  private among(units: readonly number[], facilities: readonly number[]): CatchmentPairs {
    const { pairs } = this;
    const column = new Map(facilities.map((f, k) => [f, k]));
    const start = new Uint32Array(units.length + 1);
    const facility: number[] = [], cost: number[] = [];
    units.forEach((unit, k) => {
      for (let p = pairs.start[unit]; p < pairs.start[unit + 1]; p++) {
        const f = column.get(pairs.facility[p]);
        if (f !== undefined) { facility.push(f); cost.push(pairs.cost[p]); }
      }
      start[k + 1] = facility.length;
    });
    return { units: units.length, facilities: facilities.length, start, facility: Uint32Array.from(facility), cost: Float64Array.from(cost) };
  }
}
/** Ratios are exact to this. */
const ROUNDING = 1e-9;

function unitsByFacility(pairs: CatchmentPairs): { start: Uint32Array; unit: Uint32Array } {
  const { facilityStart, facilityPairs } = byFacility(pairs);
  const unitOf = new Uint32Array(pairs.facility.length);
  for (let u = 0; u < pairs.units; u++) unitOf.fill(u, pairs.start[u], pairs.start[u + 1]);
  return { start: facilityStart, unit: facilityPairs.map((p) => unitOf[p]) };
}
/** Row numbers by the block they are in. */
function listed(block: Uint32Array, blocks: number): number[][] {
  const rows: number[][] = Array.from({ length: blocks }, () => []);
  block.forEach((b, row) => { if (b !== NO_BLOCK) rows[b].push(row); });
  return rows;
}
