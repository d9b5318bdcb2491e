import { fairestAllocation, ReliefNetwork } from '../../allocation/index.ts';
import { MONEY_ROUNDING, type Plan, type PortfolioProblem, type Valued } from './types.ts';

/** The network of a problem with no site built. */
export function networkOf({ demand, capacity, pairs, sites }: PortfolioProblem): ReliefNetwork {
  return new ReliefNetwork(demand, Float64Array.from([...capacity, ...sites.map(() => 0)]), pairs);
}

/** Money that has come free by the end of each phase. */
export function fundsOf({ budgets }: PortfolioProblem): number[] {
  let sum = 0;
  return budgets.map((budget) => (sum += budget));
}
export const affords = (funds: number, spent: number): boolean => spent <= funds + MONEY_ROUNDING * Math.max(1, funds === Infinity ? 1 : funds);

/** What a plan is worth: relief of the set by maximum flow, for the reliefs of single sites overlap and cannot be added up. */
export function valued(problem: PortfolioProblem, plan: Plan): Valued {
  const network = networkOf(problem);
  const { sites, budgets, pairs, aim } = problem;
  const first = pairs.facilities - sites.length;
  let reached = 0;
  const relief = budgets.map((_, p) => {
    sites.forEach(({ capacity }, s) => { if (plan[s] === p + 1) reached += network.build(first + s, capacity); });
    return reached;
  });
  const spent = budgets.map((_, p) => sites.reduce((sum, { cost }, s) => (plan[s] === p + 1 ? sum + cost : sum), 0));
  return { plan, relief, spent, value: (aim === 'cost' ? spent : relief).reduce((a, b) => a + b, 0) };
}

/** Whether the first is better than the second; of two that are worth the same, the cheaper. */
export const betters = ({ aim }: PortfolioProblem, a: Valued, b: Valued): boolean => (a.value === b.value ? costOf(a) < costOf(b) : aim === 'cost' ? a.value < b.value : a.value > b.value);
export const costOf = ({ spent }: Valued): number => spent.reduce((sum, cost) => sum + cost, 0);

/** Ratios and reliefs are exact to this share. */
const TARGET_ROUNDING = 1e-9;

/** Units that a set leaves below the target; the fairest allocation serves the worst off as well as any allocation can. */
export function shortOfTarget({ demand, capacity, pairs, sites, targetRatio }: PortfolioProblem, built: (site: number) => boolean): number[] {
  if (targetRatio <= 0) return [];
  const { ratio } = fairestAllocation(demand, Float64Array.from([...capacity, ...sites.map((site, s) => (built(s) ? site.capacity : 0))]), pairs);
  return [...ratio.keys()].filter((unit) => demand[unit] > 0 && ratio[unit] < targetRatio - TARGET_ROUNDING);
}
export function reachesTargets(problem: PortfolioProblem, { plan, relief }: Valued): boolean {
  return relief[relief.length - 1] >= problem.targetRelief * (1 - TARGET_ROUNDING) && shortOfTarget(problem, (s) => plan[s] > 0).length === 0;
}
