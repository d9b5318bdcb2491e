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
 *     u[g,p]: demand of group g that nobody takes
 *     max  Σp (Σ x[·,·,p] - today)                 or  min Σ cost[s] y[s,last]
 *     Σj x[g,j,p] + u[g,p] = demand[g]             Σg x[g,j,p] ≤ capacity[j], of a site capacity[s] y[s,p]
 *     x[g,s,p] ≤ demand[g] y[s,p]                  where that is sharper: it brings the relaxation nearer to the truth
 *     y[s,p] ≤ y[s,p+1]                            Σ cost[s] y[s,p] ≤ what has come free by p
 *     Σ y[s,last] ≤ most                           y[a,last] + y[b,last] ≤ 1 for sites that exclude each other
 *
 * Of sets that are worth the same the cheapest is the answer of the same program turned round (lexicographic, by value first):
 *
 *     min  Σ cost[s] y[s,last]                     Σp (Σ demand - today - Σ u[·,p]) ≥ worth, Σ cost[s] y[s,last] ≤ most
 *
 * What has to be met in all goes by what is not met: a fifth of the terms, and the solver makes its cuts from such rows. On the demo city the
 * second program is solved to the end in a tenth of the time that half of it took with sums of x.
 *
 * @param today demand that is met without any site (of the groups that some site touches), stalls or persons
 * @param equal what sets that are worth the same have to reach; null = the most relief that can be had is sought
 */
export function modelOf(problem: PortfolioProblem, today: number, served: number, equal: Equal | null = null): PortfolioModel {
  const { sites, budgets, aim } = problem;
  const phases = budgets.length, byRelief = aim === 'relief', isSought = byRelief && equal === null;
  const groups = groupsTouched(problem), whole = groups.reduce((sum, { demand }) => sum + demand, 0);
  const program = new Program(isSought, isSought ? -today * phases : 0);
  const standing = columnsOfSites(problem, program, isSought), last = standing[phases - 1];
  ruleRows(problem, program, standing);
  const unmet: Term[] = [];
  for (let p = 0; p < phases; p++) {
    const isLast = p === phases - 1;
    if (byRelief || isLast) unmet.push(...flowRows(problem, program, groups, { standing: standing[p], isLast, left: whole - served, isSought, isSummed: !isSought || (isLast && served > 0) }));
  }
  if (equal !== null) {
    program.row(-Infinity, (whole - today) * phases - equal.worth, unmet);
    program.row(-Infinity, equal.most, sites.map(({ cost }, s) => [last[s], cost]));
  }
  return {
    program: program.done(),
    planOf: (values) => Uint8Array.from(sites, (_, s) => standing.findIndex((columns) => values[columns[s]] > 0.5) + 1),
  };
}

type Term = [column: number, value: number];
/** A set that is worth as much for no more: relief summed over the phases, and its cost, 10k yuan. */
export interface Equal { worth: number; most: number }

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

/** What one phase has to do. `isLast`: targets hold at the end; `left`: what may be unmet in all by then. `isSummed`: whether what is unmet is counted, for a row of its own. */
interface Phase { standing: readonly number[]; isLast: boolean; left: number; isSought: boolean; isSummed: boolean }

/** One phase's allocation, and the terms of what it leaves unmet where that is counted. */
function flowRows({ capacity, pairs, sites, targetRatio }: PortfolioProblem, program: Program, groups: readonly UnitGroup[], { standing, isLast, left, isSought, isSummed }: Phase): Term[] {
  const first = pairs.facilities - sites.length;
  const into: Term[][] = Array.from({ length: pairs.facilities }, () => []);
  const unmet: Term[] = [];
  for (const { demand, facilities } of groups) {
    const own = facilities.map((f): Term => {
      const limit = f < first ? capacity[f] : sites[f - first].capacity;
      const column = program.column(isSought ? 1 : 0, 0, Math.min(demand, limit), false);
      into[f].push([column, 1]);
      if (f >= first && demand < limit) program.row(-Infinity, 0, [[column, 1], [standing[f - first], -demand]]);
      return [column, 1];
    });
    const least = isLast ? targetRatio * demand : 0;
    if (isSummed) unmet.push([program.column(0, 0, demand - least, false), 1]);
    program.row(isSummed ? demand : least > 0 ? least : -Infinity, demand, isSummed ? [...own, unmet[unmet.length - 1]] : own);
  }
  into.forEach((terms, f) => program.row(-Infinity, f < first ? capacity[f] : 0, f < first || terms.length === 0 ? terms : [...terms, [standing[f - first], -sites[f - first].capacity]]));
  if (isLast) program.row(-Infinity, left, unmet);
  return unmet;
}
