import { kindOfRun, runIdOf, type Layer, type Params, type SchemaId } from '../../geo/index.ts';
import { commit, currentDocument, notedUnderground, undergroundOf, requireUnlocked, type ProjectDocument, type Run } from '../state/document.ts';
import { currentLooked, currentShown } from '../state/scenarios.ts';
import { nextTurn } from '../state/next-turn.ts';
import { setRanking } from '../state/ranking.ts';
import { endSearch } from '../state/search.ts';
import { progressTask, withTask } from '../state/tasks.ts';
import { currentView, setView, type SitesView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { followRun, forgetSession, resetLive } from './live.ts';
import { computedPortfolio } from './portfolio.ts';

/** What they find is looked at in the panel of the sites, not among the services. */
const ABOUT_SITES: Readonly<Record<string, SitesView>> = { 'candidate-sites': 'candidate-sites', 'site-portfolio': 'site-portfolio', 'test-fit': 'candidate-sites' };
const isAboutSites = (analysis: string): boolean => Object.hasOwn(ABOUT_SITES, analysis);

/** The words that tell runs apart: two of one analysis by their period. */
export const runWords = ({ analysis, params }: Pick<Run, 'analysis' | 'params'>): string => (isAboutSites(analysis) ? `analysis.${analysis}` : `run.${kindOfRun(analysis, params)}`);

/** Runs an analysis in the worker, on the layers of the scenario that is looked at, and commits its results as one step. Until then, and if it fails, nothing has changed. */
export function runAnalysis(analysis: string, inputs: Readonly<Record<string, Layer>>, params: Params): Promise<Run | undefined> {
  return attempt(async () => {
    const { scenario } = currentLooked();
    const run = await (analysis === 'site-portfolio' ? computedPortfolio(inputs, params, scenario, lookAtRun) : computed(analysis, inputs, params, scenario));
    // Each of these draws the page anew; together they would hold it for longer than a frame.
    await nextTurn();
    resetLive();
    if (analysis === 'candidate-sites') {
      setRanking({ weights: null, judgements: null, way: null });
      await nextTurn();
    }
    try {
      commit('step.run', (document) => withRun(document, run), runWords(run));
    } finally {
      if (analysis === 'site-portfolio') endSearch();
    }
    await nextTurn();
    showRun(run);
    await nextTurn();
    setView(placeOf(analysis));
    return run;
  });
}
/** Brings what was found so far to the front. */
function lookAtRun(run: Run): void {
  showRun(run);
  setView(placeOf(run.analysis));
}
const placeOf = (analysis: string) => (isAboutSites(analysis) ? { panel: 'sites', sitesView: ABOUT_SITES[analysis] } as const : { panel: 'results' } as const);

/** A run that is in no document yet. @throws UserError where another tab has the project, or the analysis cannot be run on these inputs */
export async function computed(analysis: string, inputs: Readonly<Record<string, Layer>>, params: Params, scenario: string | null): Promise<Run> {
  requireUnlocked();
  const cancel = () => { engine.cancel(); forgetSession(); };
  const id = runIdOf(analysis, params, scenario);
  const document = currentDocument();
  const result = await withTask({ title: `analysis.${analysis}`, step: 'step.read', done: 0, cancel }, () => engine.run(analysis, inputs, params, undergroundOf(document), progressTask, (name) => `${id}/${name}`));
  return { id, analysis, params, scenario, ...notedUnderground(analysis, document), inputs, ...result };
}
/** In the place of the run that asked the same. */
export const withRun = (document: ProjectDocument, run: Run): ProjectDocument => ({ ...document, runs: [...document.runs.filter(({ id }) => id !== run.id), run] });

/** Brings another service to the front; a site on trial goes with it. */
export function switchRun(run: Run): void {
  showRun(run);
  followRun(run);
}

/** Lies over the shortage and says nothing about it. */
const COVERS_RESULTS: readonly SchemaId[] = ['constraint'];

/** Brings a run to the front of the map. Results of other services are hidden, they would cover it. */
export function showRun(run: Run): void {
  const { document, hidden } = { document: currentShown(), hidden: currentView().hidden };
  const isService = !isAboutSites(run.analysis);
  const others = isService ? document.runs.filter((other) => other.id !== run.id && !isAboutSites(other.analysis)) : [];
  const covering = isService ? document.layers.map(({ layer }) => layer).filter((layer) => COVERS_RESULTS.includes(layer.schema)) : [];
  // One shows the sites by rank, the other by phase: of the two the one that is looked at.
  const rivals = isService ? [] : document.runs.filter((other) => other.id !== run.id && isAboutSites(other.analysis));
  setView({
    hidden: {
      ...Object.fromEntries(covering.map((layer) => [layer.id, true])), ...hidden,
      ...Object.fromEntries([...others, ...rivals].flatMap((other) => Object.values(other.layers)).map((layer) => [layer.id, true])),
      ...Object.fromEntries(Object.entries(run.layers).filter(([name]) => !ON_DEMAND.includes(name)).map(([name, layer]) => [layer.id, LOWER_LEVEL.test(name)])),
    },
    ...(isService ? { shownRun: run.id } : {}),
  });
}
/** The sites one by one or the set of them, in the panel and on the map. */
export function showSites(sitesView: SitesView): void {
  const run = currentShown().runs.find(({ analysis }) => analysis === sitesView);
  if (run) showRun(run);
  setView({ sitesView });
}
/** Result layers that are looked at when somebody asks. */
const ON_DEMAND = ['facilities', 'failed-sites'];
/** Levels of a garage lie under each other: the uppermost is looked at first. */
const LOWER_LEVEL = /^fit-b[2-9]$/;

export function removeRun(id: string): void {
  void attempt(() => {
    requireUnlocked();
    resetLive();
    setView({ selection: null, tableLayer: null });
    const run = currentDocument().runs.find((one) => one.id === id);
    commit('step.removeRun', (document) => ({ ...document, runs: document.runs.filter((one) => one.id !== id) }), run && runWords(run));
  });
}
