import { affords, fundsOf, shortOfTarget, valued } from './value.ts';
import type { Obstacle, PortfolioProblem } from './types.ts';

/** What stands in the way of every set, as far as it can be told without a search; null where nothing is seen. */
export function obstacleOf(problem: PortfolioProblem): Obstacle | null {
  return OBSTACLES.map((look) => look(problem)).find((found) => found !== null) ?? null;
}

const OBSTACLES: readonly ((problem: PortfolioProblem) => Obstacle | null)[] = [
  ({ must, mustNot }) => about('must-forbidden', ascending(must).filter((site) => mustNot.has(site))),
  ({ must, exclusions }) => about('must-exclusive', exclusions.find(([a, b]) => must.has(a) && must.has(b)) ?? []),
  ({ must, sites, budgets }) => about('must-late', ascending(must).filter((site) => sites[site].earliest > budgets.length)),
  ({ must, most }) => about('must-number', must.size > most ? ascending(must) : []),
  (problem) => {
    const { must, sites } = problem;
    const funds = fundsOf(problem);
    const cost = ascending(must).reduce((sum, site) => sum + sites[site].cost, 0);
    return about('must-budget', affords(funds[funds.length - 1], cost) ? [] : ascending(must));
  },
  outOfReach,
];
const ascending = (sites: ReadonlySet<number>): number[] => [...sites].sort((a, b) => a - b);
const about = (code: Obstacle['code'], sites: readonly number[]): Obstacle | null => (sites.length === 0 ? null : { code, sites: [...sites], units: [] });

/** Not even all sites that may be built reach the target, whatever they cost. */
function outOfReach(problem: PortfolioProblem): Obstacle | null {
  const { sites, budgets, mustNot, targetRelief } = problem;
  const may = (site: number) => !mustNot.has(site) && sites[site].earliest <= budgets.length;
  const units = shortOfTarget(problem, may);
  if (units.length > 0) return { code: 'target-out-of-reach', sites: [], units };
  if (targetRelief <= 0) return null;
  const { relief } = valued(problem, Uint8Array.from(sites, (_, s) => (may(s) ? budgets.length : 0)));
  return relief[relief.length - 1] < targetRelief * (1 - 1e-9) ? { code: 'target-out-of-reach', sites: [], units: [] } : null;
}
