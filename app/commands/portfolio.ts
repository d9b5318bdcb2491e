import { runIdOf, type Layer, type Params } from '../../geo/index.ts';
import { currentDocument, notedUnderground, requireUnlocked, undergroundOf, type Run } from '../state/document.ts';
import { beginSearch, endSearch, noteFound, searchOn } from '../state/search.ts';
import { endTaskBy, progressTask, withTask } from '../state/tasks.ts';
import { engine, type RunResult } from '../workers/engine.ts';
import { Cancelled } from '../workers/link.ts';
import { forgetSession } from './live.ts';

const ID = 'site-portfolio';

/**
 * The set of sites: `first` hears the greedy set as soon as the sites are measured; then the best one is looked at, while it is reckoned what each budget
 * buys. Before the greedy set cancelling drops the run; after it the search is stopped and the best set found is the answer.
 * What was found is looked at until whoever asked has it in the document, and ends the search. @throws Cancelled where there is none
 */
export async function computedPortfolio(inputs: Readonly<Record<string, Layer>>, params: Params, scenario: string | null, first: (run: Run) => void): Promise<Run> {
  requireUnlocked();
  const id = runIdOf(ID, params, scenario), document = currentDocument();
  const runOf = (result: RunResult): Run => ({ id, analysis: ID, params, scenario, ...notedUnderground(ID, document), inputs, ...result });
  const layerId = (name: string) => `${id}/${name}`;
  const cancel = () => { engine.cancel(); forgetSession(); };
  try {
    return await withTask({ title: `analysis.${ID}`, step: 'step.read', done: 0, cancel }, async () => {
      const greedy = runOf(await engine.startPortfolio(inputs, params, undergroundOf(document), progressTask, layerId));
      beginSearch(greedy);
      first(greedy);
      endTaskBy(stopSearch, 'portfolio.stop');
      const best = runOf(await engine.searchPortfolio(progressTask, noteFound, layerId));
      if (best.issues.some(({ code }) => code === 'portfolio.stopped') && valueOf(best) === null) throw new Cancelled();
      endTaskBy(stopSearch, 'portfolio.stopFrontier');
      searchOn(best);
      const whole = runOf(await engine.completePortfolio(progressTask, layerId));
      searchOn(whole);
      return whole;
    });
  } catch (error) {
    endSearch();
    throw error;
  }
}
/** Takes what was found by now. */
export function stopSearch(): void {
  engine.stopPortfolio();
}
const valueOf = ({ indicators }: Run) => indicators.find(({ key }) => key === 'portfolioValue')?.value ?? null;
