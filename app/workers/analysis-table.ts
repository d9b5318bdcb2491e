import { ANALYSES, citation, type Analysis, type Citation } from '../../geo/index.ts';

/** What a form needs of an analysis. The engine itself stays in the worker, so the page is light. */
export interface AnalysisTable {
  analyses: readonly Omit<Analysis, 'run'>[];
  citations: Readonly<Record<string, Citation>>;
}
export function analysisTable(): AnalysisTable {
  const analyses = Object.values(ANALYSES).map(({ id, version, method, inputs, params }) => ({ id, version, method, inputs, params }));
  const sources = new Set(analyses.flatMap(({ params }) => params.map(({ source }) => source)));
  return { analyses, citations: Object.fromEntries([...sources].map((key) => [key, citation(key)])) };
}
