import { compareFigures, kindOfRun, measureIndicators, measuresOf, type ComparisonRow, type Figures } from '../../../geo/index.ts';
import { serviceOf } from '../../commands/live.ts';
import { outOfDate, type ProjectDocument, type Run } from '../../state/document.ts';
import { documentIn } from '../../state/scenarios.ts';

export interface ScenarioColumn {
  /** Null for the baseline. */
  id: string | null;
  name: string;
  /** Kinds of runs that the baseline has and this scenario lacks, or has out of date. */
  stale: string[];
}
export const MEASURES = 'measures';

/** The figures that a meeting compares first; the rest of the runs' figures stand in their own panels. */
const SHOWN = new Set(['totalUnmet', 'servedRatio', 'shortageAreas', 'totalCapacity', 'totalServed', 'worstRatio']);

/** All scenarios, first the baseline, with the figures of their services and of their measures. */
export function scenarioComparison(document: ProjectDocument, baseline: string): { columns: ScenarioColumn[]; rows: ComparisonRow[] } {
  const ids = [null, ...document.scenarios.map(({ id }) => id)];
  const runs = ids.map((id) => documentIn(document, id).runs.filter((run) => serviceOf(run) !== null));
  const columns = ids.map((id, i): ScenarioColumn => ({ id, name: document.scenarios.find((one) => one.id === id)?.name ?? baseline, stale: staleKinds(runs[0], runs[i], documentIn(document, id)) }));
  return { columns, rows: compareFigures(ids.map((id, i) => figuresOf(document, id, runs[i]))) };
}
function figuresOf(document: ProjectDocument, id: string | null, runs: readonly Run[]): Figures {
  const scenario = document.scenarios.find((one) => one.id === id);
  return {
    ...Object.fromEntries(runs.map(({ analysis, params, indicators }) => [kindOfRun(analysis, params), indicators.filter(({ key }) => SHOWN.has(key))])),
    [MEASURES]: measureIndicators(scenario ? measuresOf(scenario, document.measures) : []).filter(({ key }) => key !== 'measuresCostKnown'),
  };
}
function staleKinds(asked: readonly Run[], made: readonly Run[], shown: ProjectDocument): string[] {
  const fresh = new Set(made.filter((run) => !outOfDate(run, shown)).map(({ analysis, params }) => kindOfRun(analysis, params)));
  return asked.map(({ analysis, params }) => kindOfRun(analysis, params)).filter((kind) => !fresh.has(kind));
}
