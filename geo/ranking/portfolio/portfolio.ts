import { maxFlow } from '../../allocation/index.ts';
import { greedyPortfolio } from './greedy.ts';
import { groupsTouched } from './groups.ts';
import { modelOf } from './model.ts';
import { obstacleOf } from './obstacle.ts';
import { keepsRules } from './rules.ts';
import { HERE, type SearchMeans, type Solved, type SolveLimits, type SolveState } from './solver.ts';
import type { Obstacle, Plan, Portfolio, PortfolioProblem, Valued } from './types.ts';
import { betters, costOf, networkOf, reachesTargets, valued } from './value.ts';

/** What can be said before the search: the greedy set, or why there is no set at all. */
export interface PortfolioStart {
  obstacle: Obstacle | null;
  greedy: Valued | null;
}
export function startOf(problem: PortfolioProblem): PortfolioStart {
  const obstacle = obstacleOf(problem);
  return { obstacle, greedy: obstacle ? null : greedyPortfolio(problem) };
}

/**
 * The best set of sites (METHODS 7), exact by mixed-integer programming, with the greedy set beside it. The value is that of the set itself,
 * reckoned anew by maximum flow, not the solver's number. A search that is stopped leaves the best set that was found by then.
 *
 * @param told hears value, bound and gap while the search closes it
 */
export async function portfolio(problem: PortfolioProblem, limits: SolveLimits, told: (state: SolveState) => void = () => {}, means: SearchMeans = HERE, start = startOf(problem)): Promise<Portfolio> {
  const { obstacle, greedy } = start;
  if (obstacle) return infeasible(obstacle);
  const today = metToday(problem);
  const model = modelOf(problem, today, problem.targetRelief > 0 ? today + problem.targetRelief : 0);
  const { status, values, bound } = means.stopped() ? NOTHING : await means.solve(model.program, limits, told);
  if (status === 'infeasible' && greedy === null) return infeasible({ code: 'together', sites: [], units: [] });
  const found = values && pruned(problem, model.planOf(values));
  const sound = found !== null && keepsRules(problem, found.plan) && reachesTargets(problem, found) ? found : null;
  const best = sound && greedy ? (betters(problem, greedy, sound) ? greedy : sound) : sound ?? greedy;
  return { status: status === 'optimal' && sound ? 'optimal' : status === 'stopped' ? 'stopped' : 'limit', obstacle: null, best, greedy, bound, gap: gapOf(best, bound), costBound: null };
}

/**
 * Of the sets that are worth what the best one is, the cheapest: a second search under the value that the first one proved. `costBound` is what no
 * such set can cost less than. Without a proof of the value, and where money itself is the aim, the set stays as it is.
 */
export async function cheapest(problem: PortfolioProblem, found: Portfolio, limits: SolveLimits, told: (state: SolveState) => void = () => {}, means: SearchMeans = HERE): Promise<Portfolio> {
  const { status, best } = found;
  if (status !== 'optimal' || best === null || problem.aim === 'cost' || means.stopped()) return found;
  const today = metToday(problem), equal = { worth: best.value * (1 - EQUAL_VALUE), most: costOf(best) * (1 + EQUAL_VALUE) };
  const model = modelOf(problem, today, problem.targetRelief > 0 ? today + problem.targetRelief : 0, equal);
  const { values, bound } = await means.solve(model.program, limits, told);
  const other = values && pruned(problem, model.planOf(values));
  const isBetter = other !== null && keepsRules(problem, other.plan) && reachesTargets(problem, other) && other.value >= best.value * (1 - EQUAL_VALUE) && costOf(other) < costOf(best);
  return { ...found, best: isBetter ? other : best, costBound: bound };
}
/** Values that differ by less than this share are the same: sums in another order differ by as much. */
const EQUAL_VALUE = 1e-9;
const NOTHING: Solved = { status: 'stopped', values: null, bound: null };
const infeasible = (obstacle: Obstacle): Portfolio => ({ status: 'infeasible', obstacle, best: null, greedy: null, bound: null, gap: null, costBound: null });

/** Solvers count to about a millionth; below that a gap, and a value, is their rounding. */
const SOLVED = 1e-6;
function gapOf(best: Valued | null, bound: number | null): number | null {
  if (best === null || bound === null) return null;
  const most = Math.max(Math.abs(bound), Math.abs(best.value));
  const gap = most < SOLVED ? 0 : Math.abs(bound - best.value) / most;
  return gap < SOLVED ? 0 : gap;
}

/** Demand met without any site, by the groups that the program holds. */
function metToday(problem: PortfolioProblem): number {
  const { pairs, sites, capacity } = problem;
  const groups = groupsTouched(problem);
  const start = new Uint32Array(groups.length + 1);
  groups.forEach(({ facilities }, g) => { start[g + 1] = start[g] + facilities.length; });
  const facility = Uint32Array.from(groups.flatMap(({ facilities }) => facilities));
  const grouped = { units: groups.length, facilities: pairs.facilities, start, facility, cost: new Float64Array(facility.length) };
  return maxFlow(Float64Array.from(groups, ({ demand }) => demand), Float64Array.from([...capacity, ...sites.map(() => 0)]), grouped).value;
}

/** Without the sites that add nothing to the set, the dearest first: of sets that are worth the same the solver may give any. */
function pruned(problem: PortfolioProblem, plan: Plan): Valued {
  const { sites, must, aim } = problem;
  let best = valued(problem, plan);
  const built = [...plan.keys()].filter((s) => plan[s] > 0 && !must.has(s)).sort((a, b) => sites[b].cost - sites[a].cost || a - b);
  for (const site of built) {
    const without = valued(problem, best.plan.map((phase, s) => (s === site ? 0 : phase)));
    const asGood = aim === 'cost' ? reachesTargets(problem, without) : without.value >= best.value * (1 - 1e-12) && reachesTargets(problem, without);
    if (asGood) best = without;
  }
  return best;
}

/** How much a set loses without one of its sites; 0 for those that are not in it. */
export function lostWithout(problem: PortfolioProblem, { plan, relief }: Valued): number[] {
  const end = relief[relief.length - 1];
  return [...plan].map((phase, site) => (phase === 0 ? 0 : end - valued(problem, plan.map((own, s) => (s === site ? 0 : own))).relief[relief.length - 1]));
}
/** Relief of each site by itself. */
export function reliefAlone(problem: PortfolioProblem): number[] {
  const network = networkOf(problem);
  const first = problem.pairs.facilities - problem.sites.length;
  return problem.sites.map(({ capacity }, s) => network.relief(first + s, capacity));
}
