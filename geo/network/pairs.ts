import { bounded } from '../crs/index.ts';

/**
 * Which unit reaches which facility, and how far it is: compressed rows by unit.
 * The pairs of unit u are `start[u] … start[u + 1] - 1`; within a row facilities ascend.
 */
export interface CatchmentPairs {
  units: number;
  facilities: number;
  /** Length units + 1. */
  start: Uint32Array;
  facility: Uint32Array;
  /** Walking metres, the shortest over all entrances. */
  cost: Float64Array;
}

/**
 * Sorts loose pairs into rows; of several pairs of the same two (more than one entrance) the shortest stays.
 * Two counting sorts, by facility and then by unit, so it is linear.
 */
export function pairsFrom(units: number, facilities: number, unit: ArrayLike<number>, facility: ArrayLike<number>, cost: ArrayLike<number>): CatchmentPairs {
  const byFacility = countingSort(null, facility, facilities);
  const order = countingSort(byFacility, unit, units);
  const start = new Uint32Array(units + 1);
  const keptFacility = new Uint32Array(order.length);
  const keptCost = new Float64Array(order.length);
  let kept = 0;
  for (let k = 0; k < order.length; k++) {
    const p = order[k];
    const before = k > 0 ? order[k - 1] : -1;
    if (before >= 0 && unit[before] === unit[p] && facility[before] === facility[p]) {
      if (cost[p] < keptCost[kept - 1]) keptCost[kept - 1] = cost[p];
      continue;
    }
    keptFacility[kept] = facility[p];
    keptCost[kept++] = cost[p];
    start[unit[p] + 1]++;
  }
  for (let u = 0; u < units; u++) start[u + 1] += start[u];
  return { units, facilities, start, facility: keptFacility.slice(0, kept), cost: keptCost.slice(0, kept) };
}

/** `order` null is that of the keys. */
function countingSort(order: ArrayLike<number> | null, key: ArrayLike<number>, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (let i = 0; i < key.length; i++) next[key[i] + 1]++;
  for (let k = 0; k < keys; k++) next[k + 1] += next[k];
  const sorted = new Uint32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const item = order ? order[i] : i;
    sorted[next[key[item]]++] = item;
  }
  return sorted;
}

/** The pairs within a smaller radius: a filter, so a slider need not search again. */
export function pairsWithin(pairs: CatchmentPairs, radius: number): CatchmentPairs {
  const limit = bounded(radius);
  const start = new Uint32Array(pairs.units + 1);
  const facility = new Uint32Array(pairs.facility.length);
  const cost = new Float64Array(pairs.facility.length);
  let kept = 0;
  for (let u = 0; u < pairs.units; u++) {
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) {
      if (pairs.cost[p] > limit) continue;
      facility[kept] = pairs.facility[p];
      cost[kept++] = pairs.cost[p];
    }
    start[u + 1] = kept;
  }
  return { ...pairs, start, facility: facility.slice(0, kept), cost: cost.slice(0, kept) };
}

/** Appends facilities (columns) with their own pairs: candidate sites beside what exists. */
export function joinPairs(a: CatchmentPairs, b: CatchmentPairs): CatchmentPairs {
  const total = a.facility.length + b.facility.length;
  const start = new Uint32Array(a.units + 1);
  const facility = new Uint32Array(total);
  const cost = new Float64Array(total);
  let kept = 0;
  for (let u = 0; u < a.units; u++) {
    for (let p = a.start[u]; p < a.start[u + 1]; p++, kept++) { facility[kept] = a.facility[p]; cost[kept] = a.cost[p]; }
    for (let p = b.start[u]; p < b.start[u + 1]; p++, kept++) { facility[kept] = a.facilities + b.facility[p]; cost[kept] = b.cost[p]; }
    start[u + 1] = kept;
  }
  return { units: a.units, facilities: a.facilities + b.facilities, start, facility, cost };
}
