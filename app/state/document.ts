import { create } from 'zustand';
import { kindOfRun, NO_DOCUMENTS, readsDepths, undergroundKey, UserError, type Documents, type Issue, type Layer, type PlanFeature, type StoredRun, type Underground } from '../../geo/index.ts';
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

/** An analysis that was run, as the project's file keeps it, with what went in by reference, so a changed layer is seen. */
export interface Run extends Omit<StoredRun, 'inputs' | 'reckoning'> {
  /** The layers as they were, by input. */
  inputs: Readonly<Record<string, Layer>>;
  reckoning: Reckoning;
}

/** Everything that is saved, exported and undone. Immutable: a change makes a new document that shares the rest. */
export interface ProjectDocument extends Documents {
  name: { zh: string; en: string };
  invented: boolean;
  /** As in the project's file: tells it from others when a hand-out comes back, and says for whom this one was made. */
  origin?: string;
  handOut?: { department: string };
  layers: readonly ProjectLayer[];
  runs: readonly Run[];
  /** Pictures of the basemaps by their sha256. Blobs, so that they cross threads without being copied; none where there are none. */
  pictures?: ReadonlyMap<string, Blob>;
}

interface DocumentState {
  document: ProjectDocument;
  past: readonly Step[];
  future: readonly Step[];
  /** The document as it was last stored, written to a file or opened. */
  saved: ProjectDocument | null;
  /** Another tab has the project: it can be looked at here, not changed. */
  locked: boolean;
}
/** What is undone or done again: `label` and, where one verb is not enough, `about` are keys of the interface's words. */
export interface Step {
  label: string;
  about?: string;
  /** Changes made under the same token, one after another, are one step. */
  joins?: object;
  document: ProjectDocument;
}

export const EMPTY: ProjectDocument = { name: { zh: '未命名项目', en: 'Untitled project' }, invented: false, layers: [], runs: [], ...NO_DOCUMENTS };
const HISTORY = 100;

export const useDocument = create<DocumentState>(() => ({ document: EMPTY, past: [], future: [], saved: null, locked: false }));

/** The one way to change the document: a whole new state, swapped in as a step that can be undone. @throws UserError where another tab has it */
export function commit(label: string, change: (document: ProjectDocument) => ProjectDocument, about?: string, joins?: object): void {
  requireUnlocked();
  useDocument.setState(({ document, past }) => {
    const next = change(document);
    if (next === document) return {};
    const isJoined = joins !== undefined && past.at(-1)?.joins === joins;
    return { document: next, past: isJoined ? past : [...past.slice(-HISTORY + 1), { label, about, joins, document }], future: [] };
  });
}

/** From the first hand-out on the project knows its files when they come back: in every state that can be undone to, and so no step itself. */
export function giveOrigin(origin: string): void {
  const named = (step: Step): Step => ({ ...step, document: { ...step.document, origin } });
  useDocument.setState(({ document, past, future }) => ({ document: { ...document, origin }, past: past.map(named), future: future.map(named) }));
}

/** Before long work that would end in a change. @throws UserError where another tab has the project */
export function requireUnlocked(): void {
  if (useDocument.getState().locked) throw new UserError('project.read-only');
}

/** Replaces the document without history. */
export function openDocument(document: ProjectDocument, locked = false): void {
  useDocument.setState({ document, past: [], future: [], saved: null, locked });
}

/** This state of the document is in the browser's store, or in a file. */
export function markSaved(document: ProjectDocument): void {
  useDocument.setState({ saved: document });
}

/** Something would be lost with the document: there is one, and this state of it is neither stored nor in a file. */
export function hasWork({ document, saved }: Pick<DocumentState, 'document' | 'saved'>): boolean {
  return document !== saved && (document.layers.length > 0 || document.runs.length > 0 || document.basemaps.length > 0);
}

/** Takes the last step back and says which one it was; null when there is none. */
export function undo(): Step | null {
  const { document, past, future } = useDocument.getState();
  const step = past.at(-1) ?? null;
  if (step) useDocument.setState({ document: step.document, past: past.slice(0, -1), future: [{ ...step, document }, ...future] });
  return step;
}

export function redo(): Step | null {
  const { document, past, future } = useDocument.getState();
  const [step = null, ...rest] = future;
  if (step) useDocument.setState({ document: step.document, past: [...past, { ...step, document }], future: rest });
  return step;
}

export const currentDocument = () => useDocument.getState().document;

export const undergroundOf = ({ strata, grounds }: Pick<ProjectDocument, 'strata' | 'grounds'>): Underground => ({ strata, grounds });
/** By the list of grounds, which may hold a whole terrain, and the strata: asked with every drawing of a panel. */
const keys = new WeakMap<Underground['grounds'], { strata: Underground['strata']; key: string }>();
function keyOf({ strata, grounds }: ProjectDocument): string {
  const known = keys.get(grounds);
  if (known?.strata === strata) return known.key;
  const key = undergroundKey({ strata, grounds });
  keys.set(grounds, { strata, key });
  return key;
}

/** What a run that is made now notes of them. */
export function notedUnderground(analysis: string, document: ProjectDocument): Pick<Run, 'underground'> {
  const key = readsDepths(analysis) ? keyOf(document) : '';
  return key === '' ? {} : { underground: key };
}

/** True when an input of the run has changed since. The document is that of the run's scenario. */
export function outOfDate(run: Run, document: ProjectDocument): boolean {
  // What an analysis found may go into another.
  const present = new Set(drawableLayers(document));
  return (readsDepths(run.analysis) && (run.underground ?? '') !== keyOf(document)) || Object.values(run.inputs).some((layer) => !present.has(layer));
}

/** All layers that can be drawn: the project's, then the result layers of its runs. */
/** Where a difference is looked at, it stands in the place of how well units are served: two ramps of colours on one ground would be read as one. */
export function drawableLayers(document: ProjectDocument): Layer[] {
  const changes = document.runs.find(({ id }) => id === DIFFERENCE)?.layers ?? {};
  const isReplaced = (run: Run, layer: Layer) => layer === run.layers['demand-units'] && `${kindOfRun(run.analysis, run.params)}/demand-changes` in changes;
  return [...document.layers.map(({ layer }) => layer), ...document.runs.flatMap((run) => resultLayers(run).filter((layer) => !isReplaced(run, layer)))];
}
/** The run that stands for what two scenarios differ in. */
export const DIFFERENCE = 'difference';

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
