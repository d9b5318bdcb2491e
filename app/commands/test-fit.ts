import type { Layer, PlanFeature } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import { paramsOf, todayIso, useForms } from '../state/forms.ts';
import { currentView, setView } from '../state/view.ts';
import { runAnalysis } from './run-analysis.ts';

/** Lays a garage out under one site, with the figures of the form; the result is a run of the document, one step. */
export async function fitSite(sites: Layer, site: PlanFeature, variant: string): Promise<Run | undefined> {
  const row = useForms.getState().analyses.find(({ id }) => id === 'test-fit');
  const params = row ? paramsOf(row, useForms.getState().changed['test-fit'], todayIso()) : {};
  return runAnalysis('test-fit', { 'candidate-sites': sites }, { ...params, fitSites: site.id, variant });
}

/** The levels of a run's drawing, the uppermost first. */
export const levelsOf = (run: Run): [name: string, layer: Layer][] => Object.entries(run.layers).filter(([name]) => /^fit-b\d$/.test(name));

/** One level on the map, the others hidden: they lie under each other. Which one is seen is not part of the document. */
export function showLevel(run: Run, shown: string): void {
  setView({ hidden: { ...currentView().hidden, ...Object.fromEntries(levelsOf(run).map(([name, layer]) => [layer.id, name !== shown])) } });
}
