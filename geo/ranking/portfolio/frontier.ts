import { portfolio } from './portfolio.ts';
import type { SolveLimits } from './solver.ts';
import type { Portfolio, PortfolioProblem } from './types.ts';

/** What a budget buys, in one phase. */
export interface FrontierPoint {
  budget: number;
  portfolio: Portfolio;
}

/**
 * Value against budget: the best set for each of `steps` equal shares of what all sites that may be built would cost. The rules of the problem
 * hold, its targets do not: a smaller budget need not reach them.
 */
export async function frontier(problem: PortfolioProblem, steps: number, limits: SolveLimits, told: (share: number) => void = () => {}): Promise<FrontierPoint[]> {
  const { sites, mustNot } = problem;
  const whole = sites.reduce((sum, { cost, earliest }, s) => (mustNot.has(s) || earliest > 1 ? sum : sum + cost), 0);
  const points: FrontierPoint[] = [];
  for (let k = 1; k <= steps; k++) {
    const budget = whole * k / steps;
    points.push({ budget, portfolio: await portfolio({ ...problem, aim: 'relief', budgets: [budget], targetRatio: 0, targetRelief: 0 }, limits) });
    told(k / steps);
  }
  return points;
}
