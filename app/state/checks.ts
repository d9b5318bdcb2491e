import { create } from 'zustand';
import type { Issue, Layer, Severity } from '../../geo/index.ts';
import type { ProjectDocument, Run } from './document.ts';
import { measureIssues } from './scenarios.ts';

/** What the rules within and between layers say. Follows from the document, so it is neither saved nor undone. */
interface Checks {
  /** The layers that were checked, or are being. */
  layers: readonly Layer[];
  issues: readonly Issue[];
  busy: boolean;
}
export const useChecks = create<Checks>(() => ({ layers: [], issues: [], busy: false }));

/** An issue with the layer its features are in. */
export interface ProjectIssue {
  key: string;
  issue: Issue;
  layer: Layer | undefined;
  /** Set where an analysis found it. */
  run?: Run;
  /** Set where the issue came with the layer's file, so its features may be set aside, and mended. */
  layerId: string | null;
}

/** Of the files, of the checks, of the runs: everything that somebody should look at. */
export function projectIssues(document: ProjectDocument, checks: Pick<Checks, 'issues'>): ProjectIssue[] {
  const layers = new Map(document.layers.map(({ layer }) => [layer.id, layer]));
  const files = document.layers.flatMap(({ layer, issues }) => issues.map((issue, i) => ({ key: `${layer.id}/${i}/${issue.code}`, issue, layer, layerId: layer.id })));
  const rules = checks.issues.map((issue, i) => ({ key: `check/${i}/${issue.code}`, issue, layer: layers.get(issue.layer ?? ''), layerId: null }));
  const runs = document.runs.flatMap((run) => run.issues.map((issue, i) => ({
    key: `${run.id}/${i}/${issue.code}`, issue, run, layer: holderOf(run, issue) ?? run.inputs[issue.layer ?? ''] ?? run.layers[issue.layer ?? ''] ?? layers.get(issue.layer ?? ''), layerId: null,
  })));
  const measures = measureIssues(document).map((issue, i) => ({ key: `measure/${i}/${issue.code}`, issue, layer: document.layers.find(({ layer }) => layer.schema === issue.layer)?.layer, layerId: null }));
  return [...files, ...rules, ...measures, ...runs];
}

/** The layer of the run that has the features an issue names: the engine names it by its input, and facilities may come from two. */
function holderOf(run: Run, { layer, features }: Issue): Layer | undefined {
  const [first] = features;
  if (first === undefined) return undefined;
  const named = [run.inputs[layer ?? ''], run.layers[layer ?? '']];
  return [...named, ...Object.values(run.inputs)].find((one) => one?.features.some(({ id }) => id === first));
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function countBySeverity(issues: readonly ProjectIssue[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { issue } of issues) counts[issue.severity]++;
  return counts;
}
