import type { AnalysisResult, Issue, Params, Portfolio, PortfolioQuestion, Progress, SolveState, Underground } from '../../geo/index.ts';
import { analysisOf, answerSoFar, bestSet, checkedCall, depthContextOf, firstAnswer, PortfolioSession, undergroundKey, wholeAnswer } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { answerFrom, inputLayers, type RunAnswer } from './run-api.ts';
import { SearchLine } from './search-line.ts';

const ID = 'site-portfolio';

/** The set of sites in three steps: the greedy set as soon as the sites are measured, the best one, and what each budget buys. Measured sites are kept until inputs or terms of theirs change. */
export function portfolioApi(store: LayerStore) {
  let kept: { key: string; session: PortfolioSession } | null = null;
  let asked: { question: PortfolioQuestion; issues: readonly Issue[]; best: Portfolio | null } | null = null;
  const search = new SearchLine();
  const answer = ({ issues, ...result }: AnalysisResult): RunAnswer => answerFrom(store, analysisOf(ID).version, { ...result, issues: [...asked!.issues, ...issues] });
  return {
    startPortfolio: (inputs: Readonly<Record<string, string>>, params: Params, underground: Underground, progress: Progress) => outcome(async (): Promise<RunAnswer> => {
      search.begin();
      const layers = inputLayers(store, ID, inputs), { filled, issues } = checkedCall(analysisOf(ID), layers, params);
      // A key of the store stands for one version of a layer.
      const key = `${JSON.stringify(inputs)}${PortfolioSession.keyOf(filled)}${undergroundKey(underground)}`;
      if (kept?.key !== key) kept = { key, session: await PortfolioSession.open(layers, filled, progress, depthContextOf(underground)) };
      asked = { question: kept.session.ask(filled, progress), issues, best: null };
      return answer(firstAnswer(asked.question));
    }),
    searchPortfolio: (progress: Progress, told: (state: SolveState) => void) => outcome(async (): Promise<RunAnswer> => {
      if (!asked) throw new Error('no set of sites was asked for');
      asked.best = await bestSet(asked.question, progress, told, search);
      return answer(answerSoFar(asked.question, asked.best));
    }),
    completePortfolio: (progress: Progress) => outcome(async (): Promise<RunAnswer> => {
      if (!asked?.best) throw new Error('no set of sites was searched');
      return answer(await wholeAnswer(asked.question, asked.best, progress, search));
    }),
    stopPortfolio: () => search.stop(),
  };
}
