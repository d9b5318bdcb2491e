import type { PortfolioProblem } from './types.ts';

/** Units that reach the very same facilities count as one: whatever they get together can be shared out among them in any way. */
export interface UnitGroup {
  demand: number;
  /** Columns of the pairs, ascending. */
  facilities: number[];
}

/** The groups that some site can touch, directly or through facilities that they share with others. No other unit gains by any set. */
export function groupsTouched({ demand, pairs, sites }: PortfolioProblem): UnitGroup[] {
  const groups = new Map<string, UnitGroup>();
  for (let unit = 0; unit < pairs.units; unit++) {
    if (!(demand[unit] > 0)) continue;
    const facilities = [...pairs.facility.subarray(pairs.start[unit], pairs.start[unit + 1])];
    const key = facilities.join();
    const group = groups.get(key);
    if (group) group.demand += demand[unit];
    else groups.set(key, { demand: demand[unit], facilities });
  }
  const all = [...groups.values()];
  const touched = new Set<number>(sites.map((_, s) => pairs.facilities - sites.length + s));
  const members = byFacility(all, pairs.facilities);
  // A set hands out what is added while it is walked.
  for (const facility of touched) for (const group of members[facility]) for (const other of all[group].facilities) touched.add(other);
  return all.filter(({ facilities }) => facilities.some((facility) => touched.has(facility)));
}
function byFacility(groups: readonly UnitGroup[], facilities: number): number[][] {
  const members: number[][] = Array.from({ length: facilities }, () => []);
  groups.forEach((group, g) => { for (const facility of group.facilities) members[facility].push(g); });
  return members;
}
