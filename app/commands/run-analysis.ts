import type { Layer, Params, SchemaId } from '../../geo/index.ts';
import { commit, currentDocument, type Run } from '../state/document.ts';
import { progressTask, setTask } from '../state/tasks.ts';
import { currentView, setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { forgetSession, resetLive } from './live.ts';

/** Runs of one analysis replace each other, except that parking by night and by day stand side by side. */
export const runIdOf = (analysis: string, params: Params): string => (analysis === 'parking-shortage' ? `${analysis}-${params['period']}` : analysis);

/** Runs an analysis in the worker and commits its results as one step. Until then, and if it fails, nothing has changed. */
export function runAnalysis(analysis: string, inputs: Readonly<Record<string, Layer>>, params: Params): Promise<Run | undefined> {
  return attempt(async () => {
    const cancel = () => { engine.cancel(); forgetSession(); };
    setTask({ title: `analysis.${analysis}`, step: 'step.read', done: 0, cancel });
    const id = runIdOf(analysis, params);
    const result = await engine.run(analysis, inputs, params, progressTask, (name) => `${id}/${name}`);
    const run: Run = { id, analysis, params, inputs, ...result };
    resetLive();
    commit('step.run', (document) => ({ ...document, runs: [...document.runs.filter((other) => other.id !== id), run] }));
    showRun(run);
    setView({ panel: analysis === 'candidate-sites' ? 'sites' : 'results' });
    return run;
  });
}

const COVERS_RESULTS: readonly SchemaId[] = ['constraint'];

/** Brings a run to the front of the map: results of other services are hidden, they would cover it. */
export function showRun(run: Run): void {
  const hidden = { ...currentView().hidden };
  const isService = run.analysis !== 'candidate-sites';
  for (const other of currentDocument().runs) {
    if (!isService || other.id === run.id || other.analysis === 'candidate-sites') continue;
    for (const layer of Object.values(other.layers)) hidden[layer.id] = true;
  }
  // What lies over the result and says nothing about it goes out of the way, unless the user has put it there.
  for (const { layer } of currentDocument().layers) if (COVERS_RESULTS.includes(layer.schema)) hidden[layer.id] ??= true;
  for (const [name, layer] of Object.entries(run.layers)) if (name !== 'facilities' && name !== 'failed-sites') delete hidden[layer.id];
  setView({ hidden, ...(isService ? { shownRun: run.id } : {}) });
}

export function removeRun(id: string): void {
  resetLive();
  setView({ selection: null, tableLayer: null });
  commit('step.removeRun', (document) => ({ ...document, runs: document.runs.filter((run) => run.id !== id) }));
}
