import { compareFigures, kindOfRun, measuresOf, scenarioFigures, type ComparisonRow } from '../../../geo/index.ts';
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

/** All scenarios, first the baseline, with the figures of their services and of their measures. */
export function scenarioComparison(document: ProjectDocument, baseline: string): { columns: ScenarioColumn[]; rows: ComparisonRow[] } {
  const ids = [null, ...document.scenarios.map(({ id }) => id)];
  const runs = ids.map((id) => documentIn(document, id).runs.filter((run) => serviceOf(run) !== null));
  const columns = ids.map((id, i): ScenarioColumn => ({ id, name: document.scenarios.find((one) => one.id === id)?.name ?? baseline, stale: staleKinds(runs[0], runs[i], documentIn(document, id)) }));
  return { columns, rows: compareFigures(ids.map((id, i) => figuresOf(document, id, runs[i]))) };
}
function figuresOf({ scenarios, measures }: ProjectDocument, id: string | null, runs: readonly Run[]) {
  const scenario = scenarios.find((one) => one.id === id);
  return scenarioFigures(runs.map(({ analysis, params, indicators }) => ({ kind: kindOfRun(analysis, params), indicators })), scenario ? measuresOf(scenario, measures) : []);
}
function staleKinds(asked: readonly Run[], made: readonly Run[], shown: ProjectDocument): string[] {
  const fresh = new Set(made.filter((run) => !outOfDate(run, shown)).map(({ analysis, params }) => kindOfRun(analysis, params)));
  return asked.map(({ analysis, params }) => kindOfRun(analysis, params)).filter((kind) => !fresh.has(kind));
}
