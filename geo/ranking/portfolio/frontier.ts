import { greedyPortfolio } from './greedy.ts';
import { portfolio } from './portfolio.ts';
import { HERE, type SearchMeans, type SolveLimits } from './solver.ts';
import type { Portfolio, PortfolioProblem } from './types.ts';

/** What a budget buys, in one phase. */
export interface FrontierPoint {
  budget: number;
  portfolio: Portfolio;
}

/**
 * Value against budget: the best set for each of `steps` equal shares of what the greedy set costs when money is no limit; more than that buys
 * little. The rules of the problem hold, its targets do not: a smaller budget need not reach them. A search that is stopped leaves the points
 * that were finished.
 */
export async function frontier(problem: PortfolioProblem, steps: number, limits: SolveLimits, told: (share: number) => void = () => {}, means: SearchMeans = HERE): Promise<FrontierPoint[]> {
  const free: PortfolioProblem = { ...problem, aim: 'relief', budgets: [Infinity], targetRatio: 0, targetRelief: 0 };
  const whole = greedyPortfolio(free)?.spent[0] ?? 0;
  const points: FrontierPoint[] = [];
  if (whole === 0) return points;
  for (let k = 1; k <= steps; k++) {
    const budget = whole * k / steps;
    if (means.stopped()) break;
    const point = await portfolio({ ...free, budgets: [budget] }, limits, () => {}, means);
    if (point.status === 'stopped') break;
    points.push({ budget, portfolio: point });
    told(k / steps);
  }
  return points;
}
