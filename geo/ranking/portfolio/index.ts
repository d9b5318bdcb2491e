export { frontier, type FrontierPoint } from './frontier.ts';
export { greedyPortfolio } from './greedy.ts';
export { lostWithout, portfolio, reliefAlone } from './portfolio.ts';
export { provideSolver, type SolveLimits } from './solver.ts';
export type { Obstacle, Plan, Portfolio, PortfolioProblem, PortfolioSite, Valued } from './types.ts';
export { valued } from './value.ts';
