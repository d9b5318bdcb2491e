import type { CatchmentPairs } from '../network/index.ts';

/**
 * The transportation network of one service as typed arrays: units with demand, facilities with capacity, a pair for
 * each unit that reaches a facility. `flow` is what is allocated on a pair; `unmet` and `free` are what is left.
 * Demand and capacity share one unit (stalls, persons); fractions are allowed.
 */
export interface TransportGraph {
  units: number;
  facilities: number;
  /** Pairs by unit: `unitStart[u] … unitStart[u+1]-1`. */
  unitStart: Uint32Array;
  facilityOf: Uint32Array;
  unitOf: Uint32Array;
  /** Pair numbers by facility: `facilityPairs[facilityStart[f] … facilityStart[f+1]-1]`. */
  facilityStart: Uint32Array;
  facilityPairs: Uint32Array;
  /** The units of these pairs, in the same order, so that a search need not go by way of the pair. */
  facilityUnits: Uint32Array;
  demand: Float64Array;
  capacity: Float64Array;
  flow: Float64Array;
  unmet: Float64Array;
  free: Float64Array;
  /** Units and facilities work together only where their group is the same. */
  unitGroup: Int32Array;
  facilityGroup: Int32Array;
  /** Amounts below this are rounding, not flow: 1e-13 of the largest number in the network. */
  epsilon: number;
}

/**
 * @throws Error where a demand or capacity is negative or no number: callers turn such data into issues before.
 */
export function buildGraph(demand: Float64Array, capacity: Float64Array, pairs: CatchmentPairs): TransportGraph {
  checkAmounts('demand', demand, pairs.units);
  checkAmounts('capacity', capacity, pairs.facilities);
  const count = pairs.facility.length;
  const unitOf = new Uint32Array(count);
  for (let u = 0; u < pairs.units; u++) unitOf.fill(u, pairs.start[u], pairs.start[u + 1]);
  const { facilityStart, facilityPairs } = byFacility(pairs);
  const facilityUnits = new Uint32Array(count);
  for (let k = 0; k < count; k++) facilityUnits[k] = unitOf[facilityPairs[k]];
  return {
    units: pairs.units, facilities: pairs.facilities,
    unitStart: pairs.start, facilityOf: pairs.facility, unitOf, facilityStart, facilityPairs, facilityUnits,
    demand, capacity,
    flow: new Float64Array(count), unmet: demand.slice(), free: capacity.slice(),
    unitGroup: new Int32Array(pairs.units), facilityGroup: new Int32Array(pairs.facilities),
    epsilon: 1e-13 * Math.max(largest(demand), largest(capacity)),
  };
}

/** Turns rows by unit into rows by facility (counting sort, so the units of a facility ascend). */
export function byFacility({ facilities, facility }: CatchmentPairs): { facilityStart: Uint32Array; facilityPairs: Uint32Array } {
  const facilityStart = new Uint32Array(facilities + 1);
  for (let p = 0; p < facility.length; p++) facilityStart[facility[p] + 1]++;
  for (let f = 0; f < facilities; f++) facilityStart[f + 1] += facilityStart[f];
  const next = facilityStart.slice();
  const facilityPairs = new Uint32Array(facility.length);
  for (let p = 0; p < facility.length; p++) facilityPairs[next[facility[p]]++] = p;
  return { facilityStart, facilityPairs };
}

function checkAmounts(what: string, amounts: Float64Array, count: number): void {
  if (amounts.length !== count) throw new Error(`${what}: ${amounts.length} values for ${count} rows`);
  for (let i = 0; i < amounts.length; i++) {
    if (!(amounts[i] >= 0 && amounts[i] < Infinity)) throw new Error(`${what} ${i} is ${amounts[i]}`);
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}
