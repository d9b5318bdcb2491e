import type { Analysis } from '../../model/index.ts';
import { SITE_INPUTS } from '../inputs.ts';
import { citation, PORTFOLIO_PARAMS } from '../parameters.ts';

/** Which set of sites to build (METHODS 7): the candidate sites, one service, and the set of them that serves it best for the money. */
export const sitePortfolio: Analysis = {
  id: 'site-portfolio', version: 4, params: PORTFOLIO_PARAMS, inputs: SITE_INPUTS,
  method: ['METHODS', 'Nemhauser-1978', 'Huangfu-Hall-2018'].map(citation),
  async run(inputs, params, progress, depths) {
    const { bestSet, PortfolioSession, wholeAnswer } = await import('./session.ts');
    const session = await PortfolioSession.open(inputs, params, progress, depths);
    const question = session.ask(params, progress);
    return wholeAnswer(question, await bestSet(question, progress), progress);
  },
};
