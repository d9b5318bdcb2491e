import { pairsFrom, type CatchmentPairs } from '../../geo/network/index.ts';

export interface RandomNetwork {
  demand: Float64Array;
  capacity: Float64Array;
  pairs: CatchmentPairs;
}

/** A random service: whole or fractional numbers, now and then 0, each unit reaching each facility with probability `density`. */
export function randomNetwork(random: () => number, units: number, facilities: number, density: number, whole = true): RandomNetwork {
  const amount = (most: number) => (random() < 0.08 ? 0 : whole ? Math.floor(random() * most) + 1 : random() * most + 0.01);
  const unit: number[] = [], facility: number[] = [], cost: number[] = [];
  for (let u = 0; u < units; u++) {
    for (let f = 0; f < facilities; f++) {
      if (random() < density) { unit.push(u); facility.push(f); cost.push(Math.floor(random() * 300)); }
    }
  }
  return {
    demand: Float64Array.from({ length: units }, () => amount(20)), capacity: Float64Array.from({ length: facilities }, () => amount(20)),
    pairs: pairsFrom(units, facilities, unit, facility, cost),
  };
}

/** The pairs as a list of facility sets by unit. */
export function reach(pairs: CatchmentPairs, unit: number): number[] {
  return [...pairs.facility.subarray(pairs.start[unit], pairs.start[unit + 1])];
}
