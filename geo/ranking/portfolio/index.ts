export { frontier, type FrontierPoint } from './frontier.ts';
export { greedyPortfolio } from './greedy.ts';
export { cheapest, lostWithout, portfolio, reliefAlone, startOf, type PortfolioStart } from './portfolio.ts';
export { HERE, provideSolver, solve, type MixedInteger, type SearchMeans, type Solved, type SolveLimits, type Solver, type SolveState } from './solver.ts';
export type { Obstacle, Plan, Portfolio, PortfolioProblem, PortfolioSite, Valued } from './types.ts';
export { valued } from './value.ts';
