import type { DepthContext, AnalysisResult, Inputs, Params, Progress, Unit } from '../../model/index.ts';
import { cheapest, frontier, HERE, portfolio, startOf, type FrontierPoint, type Portfolio, type PortfolioProblem, type PortfolioStart, type SearchMeans, type SolveLimits, type SolveState } from '../../ranking/index.ts';
import type { Measured } from '../indicators.ts';
import { measureSites, reliefIn } from '../measure.ts';
import { numberOf, PORTFOLIO_PARAMS } from '../parameters.ts';
import type { ServiceRelief } from '../relief.ts';
import { portfolioFeatures, portfolioIndicators, portfolioIssues, portfolioReasons } from './result.ts';
import { overlapsOf, problemFrom } from './rules.ts';

type Service = Parameters<typeof reliefIn>[0];
const UNITS: Readonly<Record<Service, Unit>> = { night: 'stall', day: 'stall', shelter: 'person' };

/** What is asked of the set; all other parameters measure the sites. */
const OF_SET: readonly string[] = PORTFOLIO_PARAMS.filter(({ group }) => group === 'portfolio').map(({ key }) => key);
/** What of it the frontier does not ask. */
const NOT_OF_FRONTIER: readonly string[] = ['budgets', 'aim', 'targetRatio', 'targetRelief'];

/** The sites measured once; what is asked of the set may change as often as one likes. */
export class PortfolioSession {
  private readonly reliefs = new Map<Service, ServiceRelief>();
  private readonly frontiers = new Map<string, readonly FrontierPoint[]>();
  private exclusions: [number, number][] | null = null;

  private constructor(private readonly measured: Awaited<ReturnType<typeof measureSites>>) {}

  static async open(inputs: Inputs, params: Params, progress: Progress, depths?: DepthContext): Promise<PortfolioSession> {
    progress('step.read', 0.02);
    return new PortfolioSession(await measureSites(inputs, params, (share) => progress('step.sites', 0.05 + share * 0.35), depths));
  }
  /** Equal for parameters under which the same inputs give the same measured sites. */
  static keyOf(params: Params): string {
    return JSON.stringify(Object.entries(params).filter(([key]) => !OF_SET.includes(key)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The problem that these parameters pose, with the greedy set. @throws UserError where they ask for what is not there */
  ask(params: Params, progress: Progress): PortfolioQuestion {
    const { bases, sites, context } = this.measured;
    const service = params['portfolioService'] as Service;
    progress('step.relief', 0.42);
    const relief = this.reliefs.get(service) ?? reliefIn(service, bases, params, sites);
    this.reliefs.set(service, relief);
    this.exclusions ??= overlapsOf(sites, context.kernel);
    progress('step.portfolio', 0.5);
    const problem = problemFrom(relief, sites, params, this.exclusions);
    const asked = JSON.stringify(OF_SET.filter((key) => !NOT_OF_FRONTIER.includes(key)).map((key) => params[key]));
    const frontier = { known: this.frontiers.get(asked) ?? null, keep: (points: readonly FrontierPoint[]) => { this.frontiers.set(asked, points); } };
    return { problem, relief, sites, params, unit: UNITS[service], start: startOf(problem), frontier };
  }
}

/** A problem in numbers, with the sites and the service that it came from. */
export interface PortfolioQuestion {
  problem: PortfolioProblem;
  relief: ServiceRelief;
  sites: readonly Measured[];
  params: Params;
  unit: Unit;
  start: PortfolioStart;
  /** What each budget buys does not depend on the budget that was asked for: it is kept for the next question. */
  frontier: { known: readonly FrontierPoint[] | null; keep(points: readonly FrontierPoint[]): void };
}

/** The greedy set as a result of its own: there at once, with no bound. */
export function firstAnswer(question: PortfolioQuestion): AnalysisResult {
  const { obstacle, greedy } = question.start;
  return answerOf(question, { status: obstacle ? 'infeasible' : 'searching', obstacle, best: greedy, greedy, bound: null, gap: null, costBound: null }, question.frontier.known ?? []);
}
/** The best set, and of those that are worth the same the cheapest; `told` hears value, bound and gap of the first search while they change. */
export async function bestSet({ problem, params, start }: PortfolioQuestion, progress: Progress, told: (state: SolveState) => void = () => {}, means: SearchMeans = HERE): Promise<Portfolio> {
  let percent = 0;
  const best = await portfolio(problem, limitsOf(params), (state) => {
    told(state);
    // The gap closes from 1 to 0, fast at first; hundreds of checkpoints a second are no progress.
    const now = Math.floor(100 * (1 - Math.min(1, state.gap ?? 1)));
    if (now > percent) progress('step.portfolio', 0.5 + 0.0025 * (percent = now));
  }, means, start);
  progress('step.cheapest', 0.75);
  return cheapest(problem, best, limitsOf(params), () => {}, means);
}
/** The best set before it is known what each budget buys, as far as that is not known from an earlier question. */
export const answerSoFar = (question: PortfolioQuestion, best: Portfolio): AnalysisResult => answerOf(question, best, question.frontier.known ?? []);
/** The whole answer. A frontier that is stopped has fewer points. */
export async function wholeAnswer(question: PortfolioQuestion, best: Portfolio, progress: Progress, means: SearchMeans = HERE): Promise<AnalysisResult> {
  const { problem, params, frontier: { known, keep } } = question;
  const points = known ?? await frontier(problem, numberOf(params, 'frontierSteps'), limitsOf(params), (share) => progress('step.frontier', 0.75 + share * 0.2), means);
  if (!means.stopped()) keep(points);
  const answer = answerOf(question, best, points);
  progress('step.done', 1);
  return answer;
}
const limitsOf = (params: Params): SolveLimits => ({ seconds: numberOf(params, 'timeLimit'), nodes: numberOf(params, 'nodeLimit') });

function answerOf({ problem, relief, sites, unit }: PortfolioQuestion, best: Portfolio, points: readonly FrontierPoint[]): AnalysisResult {
  const features = portfolioFeatures(problem, best, sites);
  return {
    layers: { 'portfolio-sites': { id: 'portfolio-sites', schema: 'portfolio-site', name: 'portfolio-sites', features } },
    indicators: portfolioIndicators(problem, best, relief, sites.length, unit),
    issues: portfolioIssues(problem, best, relief, sites),
    explain: portfolioReasons(features, points, unit),
  };
}
