import { create } from 'zustand';
import type { Indicator, Issue, Layer, Params, PlanFeature } from '../../geo/index.ts';
import type { Reckoning } from '../workers/reckoning.ts';

/** A layer of the project with what its file said when it came in. */
export interface ProjectLayer {
  layer: Layer;
  fileName: string;
  sha256: string | null;
  issues: readonly Issue[];
  setAside: readonly PlanFeature[];
  counts: { read: number; kept: number; fixed: number; setAside: number };
}

/** An analysis that was run: what went in (by reference, so a changed layer is seen) and what came out. */
export interface Run {
  id: string;
  analysis: string;
  params: Params;
  /** The layers as they were, by input. */
  inputs: Readonly<Record<string, Layer>>;
  /** Result layers by their name in the analysis; their ids are `<run>/<name>`. */
  layers: Readonly<Record<string, Layer>>;
  indicators: readonly Indicator[];
  issues: readonly Issue[];
  reckoning: Reckoning;
}

/** Everything that is saved, exported and undone. Immutable: a change makes a new document that shares the rest. */
export interface ProjectDocument {
  name: { zh: string; en: string };
  invented: boolean;
  layers: readonly ProjectLayer[];
  runs: readonly Run[];
}

interface DocumentState {
  document: ProjectDocument;
  past: readonly Step[];
  future: readonly Step[];
}
/** `label` is a key of the interface's words: what is undone or done again. */
interface Step {
  label: string;
  document: ProjectDocument;
}

export const EMPTY: ProjectDocument = { name: { zh: '未命名项目', en: 'Untitled project' }, invented: false, layers: [], runs: [] };
const HISTORY = 100;

export const useDocument = create<DocumentState>(() => ({ document: EMPTY, past: [], future: [] }));

/** The one way to change the document: a whole new state, swapped in as a step that can be undone. */
export function commit(label: string, change: (document: ProjectDocument) => ProjectDocument): void {
  useDocument.setState(({ document, past }) => {
    const next = change(document);
    if (next === document) return {};
    return { document: next, past: [...past.slice(-HISTORY + 1), { label, document }], future: [] };
  });
}

/** Replaces the document without history: a project was opened. */
export function openDocument(document: ProjectDocument): void {
  useDocument.setState({ document, past: [], future: [] });
}

export function undo(): void {
  useDocument.setState(({ document, past, future }) => {
    const step = past.at(-1);
    if (!step) return {};
    return { document: step.document, past: past.slice(0, -1), future: [{ label: step.label, document }, ...future] };
  });
}

export function redo(): void {
  useDocument.setState(({ document, past, future }) => {
    const [step, ...rest] = future;
    if (!step) return {};
    return { document: step.document, past: [...past, { label: step.label, document }], future: rest };
  });
}

export const currentDocument = () => useDocument.getState().document;

/** True when an input of the run has changed since. */
export function outOfDate(run: Run, document: ProjectDocument): boolean {
  const present = new Set(document.layers.map(({ layer }) => layer));
  return Object.values(run.inputs).some((layer) => !present.has(layer));
}

/** All layers that can be drawn: the project's, then the result layers of its runs. */
export function drawableLayers(document: ProjectDocument): Layer[] {
  return [...document.layers.map(({ layer }) => layer), ...document.runs.flatMap((run) => resultLayers(run))];
}

export function resultLayers(run: Run): Layer[] {
  return Object.values(run.layers);
}

/** The run and the name of the result layer that an id stands for. */
export function runOfLayer(document: ProjectDocument, layerId: string): { run: Run; name: string } | null {
  for (const run of document.runs) {
    const found = Object.entries(run.layers).find(([, layer]) => layer.id === layerId);
    if (found) return { run, name: found[0] };
  }
  return null;
}
