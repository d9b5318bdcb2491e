import { groupsTouched, type UnitGroup } from './groups.ts';
import { Program } from './program.ts';
import type { MixedInteger } from './solver.ts';
import type { Plan, PortfolioProblem } from './types.ts';
import { fundsOf } from './value.ts';

/** A problem as a program, and how its answer is read. */
export interface PortfolioModel {
  program: MixedInteger;
  planOf(values: Float64Array): Plan;
}

/**
 * The program of METHODS 7: the allocation stands inside the model, for the relief of a set is a maximum flow.
 *
 *     y[s,p] = 1: site s stands in phase p        x[g,j,p]: demand of group g that facility or site j takes in phase p
 *     max  Σp (Σ x[·,·,p] - today)                 or  min Σ cost[s] y[s,last]
 *     Σj x[g,j,p] ≤ demand[g]                      Σg x[g,j,p] ≤ capacity[j], of a site capacity[s] y[s,p]
 *     x[g,s,p] ≤ demand[g] y[s,p]                  where that is sharper: it brings the relaxation nearer to the truth
 *     y[s,p] ≤ y[s,p+1]                            Σ cost[s] y[s,p] ≤ what has come free by p
 *     Σ y[s,last] ≤ most                           y[a,last] + y[b,last] ≤ 1 for sites that exclude each other
 *
 * Of sets that are worth the same the cheapest is the answer of the same program turned round (lexicographic, by value first):
 *
 *     min  Σ cost[s] y[s,last]                     Σp (Σ x[·,·,p] - today) ≥ worth
 *
 * @param today demand that is met without any site (of the groups that some site touches), stalls or persons
 * @param worth relief that the set has to have, summed over the phases; null = the most that can be had
 */
export function modelOf(problem: PortfolioProblem, today: number, served: number, worth: number | null = null): PortfolioModel {
  const { sites, budgets, aim } = problem;
  const phases = budgets.length, byRelief = aim === 'relief', isSought = byRelief && worth === null;
  const program = new Program(isSought, isSought ? -today * phases : 0);
  const standing = columnsOfSites(problem, program, isSought);
  ruleRows(problem, program, standing);
  const groups = groupsTouched(problem), flows: [number, number][] = [];
  for (let p = 0; p < phases; p++) {
    if (byRelief || p === phases - 1) flows.push(...flowRows(problem, program, groups, standing[p], p === phases - 1 ? served : null, isSought));
  }
  if (worth !== null) program.row(worth + today * phases, Infinity, flows);
  return {
    program: program.done(),
    planOf: (values) => Uint8Array.from(sites, (_, s) => standing.findIndex((columns) => values[columns[s]] > 0.5) + 1),
  };
}

/** `[phase][site]`. */
function columnsOfSites({ sites, budgets, must, mustNot }: PortfolioProblem, program: Program, isRelief: boolean): number[][] {
  return budgets.map((_, p) => sites.map(({ cost, earliest }, s) => {
    const isLast = p === budgets.length - 1;
    return program.column(!isRelief && isLast ? cost : 0, isLast && must.has(s) ? 1 : 0, mustNot.has(s) || p + 1 < earliest ? 0 : 1, true);
  }));
}

function ruleRows(problem: PortfolioProblem, program: Program, standing: readonly (readonly number[])[]): void {
  const { sites, most, exclusions } = problem;
  const last = standing[standing.length - 1];
  fundsOf(problem).forEach((funds, p) => program.row(-Infinity, funds, sites.map(({ cost }, s) => [standing[p][s], cost])));
  standing.slice(1).forEach((later, p) => later.forEach((column, s) => program.row(-Infinity, 0, [[standing[p][s], 1], [column, -1]])));
  program.row(-Infinity, most, last.map((column) => [column, 1]));
  for (const [a, b] of exclusions) program.row(-Infinity, 1, [[last[a], 1], [last[b], 1]]);
}

/** One phase's allocation, and its terms. `served`: what has to be met in all by then; null before the last phase, for targets hold at the end. */
function flowRows({ capacity, pairs, sites, targetRatio }: PortfolioProblem, program: Program, groups: readonly UnitGroup[], standing: readonly number[], served: number | null, isRelief: boolean): [number, number][] {
  const first = pairs.facilities - sites.length;
  const into: [number, number][][] = Array.from({ length: pairs.facilities }, () => []);
  const all: [number, number][] = [];
  for (const { demand, facilities } of groups) {
    const own = facilities.map((f): [number, number] => {
      const limit = f < first ? capacity[f] : sites[f - first].capacity;
      const column = program.column(isRelief ? 1 : 0, 0, Math.min(demand, limit), false);
      into[f].push([column, 1]);
      if (f >= first && demand < limit) program.row(-Infinity, 0, [[column, 1], [standing[f - first], -demand]]);
      return [column, 1];
    });
    program.row(served !== null && targetRatio > 0 ? targetRatio * demand : -Infinity, demand, own);
    all.push(...own);
  }
  into.forEach((terms, f) => program.row(-Infinity, f < first ? capacity[f] : 0, f < first || terms.length === 0 ? terms : [...terms, [standing[f - first], -sites[f - first].capacity]]));
  if (served !== null && served > 0) program.row(served, Infinity, all);
  return all;
}
