import type { Analysis, AnalysisResult, Unit } from '../../model/index.ts';
import { frontier, portfolio } from '../../ranking/index.ts';
import { measureSites, reliefIn, SITE_INPUTS } from '../measure.ts';
import { citation, numberOf, PORTFOLIO_PARAMS } from '../parameters.ts';
import { portfolioFeatures, portfolioIndicators, portfolioIssues, portfolioReasons } from './result.ts';
import { problemFrom } from './rules.ts';

type Service = Parameters<typeof reliefIn>[0];
const UNITS: Readonly<Record<Service, Unit>> = { night: 'stall', day: 'stall', shelter: 'person' };

/** Which set of sites to build (METHODS 7): the candidate sites, one service, and the set of them that serves it best for the money. */
export const sitePortfolio: Analysis = {
  id: 'site-portfolio', version: 2, params: PORTFOLIO_PARAMS, inputs: SITE_INPUTS,
  method: ['METHODS', 'Nemhauser-1978', 'Huangfu-Hall-2018'].map(citation),
  async run(inputs, params, progress) {
    progress('step.read', 0.02);
    const service = params['portfolioService'] as Service, unit = UNITS[service];
    const { context, bases, sites } = await measureSites(inputs, params, (share) => progress('step.sites', 0.05 + share * 0.35));
    progress('step.relief', 0.42);
    const relief = reliefIn(service, bases, params, sites);
    const problem = problemFrom(relief, sites, params, context.kernel);
    const limits = { seconds: numberOf(params, 'timeLimit'), nodes: numberOf(params, 'nodeLimit') };
    progress('step.portfolio', 0.5);
    // The gap closes from 1 to 0, fast at first.
    const best = await portfolio(problem, limits, (gap) => progress('step.portfolio', 0.5 + 0.25 * (1 - Math.min(1, gap))));
    const points = await frontier(problem, numberOf(params, 'frontierSteps'), limits, (share) => progress('step.frontier', 0.75 + share * 0.2));
    const features = portfolioFeatures(problem, best, sites);
    progress('step.done', 1);
    return {
      layers: { 'portfolio-sites': { id: 'portfolio-sites', schema: 'portfolio-site', name: 'portfolio-sites', features } },
      indicators: portfolioIndicators(problem, best, relief, sites.length, unit),
      issues: portfolioIssues(problem, best, relief, sites),
      explain: portfolioReasons(features, points, unit),
    } satisfies AnalysisResult;
  },
};
