import { UserError } from '../../geo/index.ts';
import { diffDocuments, metaOf } from '../state/differ.ts';
import { currentDocument, EMPTY, markSaved, openDocument, useDocument, type ProjectDocument } from '../state/document.ts';
import { nextTurn } from '../state/next-turn.ts';
import { setSaving } from '../state/saving.ts';
import { store } from '../workers/store.ts';
import { checkStorage, putAbout, setLastProject } from './catalogue.ts';
import { rememberTab } from './tab-project.ts';

/** Program that writes a project; its version is in the file's own format. */
export const CREATED_BY = 'undercroft';

interface Bound {
  id: string | null;
  /** The document that the database holds; EMPTY where there is none yet. */
  stored: ProjectDocument;
  /** The document that need not be stored: as it was opened, or as it was stored last. */
  settled: ProjectDocument;
  /** The list of projects has it. */
  listed: boolean;
  created: string;
}
let bound: Bound = { id: null, stored: EMPTY, settled: EMPTY, listed: false, created: '' };
/** Why this window stores nothing; null where it can. */
let refused: UserError | null = null;
/** The saving that goes on; it ends when nothing is left to store, or when storing fails. */
let work: Promise<void> | null = null;

export interface Opening {
  document: ProjectDocument;
  /** The project of the store that this is; null for one that is stored with its first change. */
  id: string | null;
  /** What the database holds of it, where that is not the document. */
  stored?: ProjectDocument;
  created?: string;
  /** Another tab has the project: nothing can be changed here. */
  copyOf?: string;
  /** Stores it at once: it came from a file of the user's, which may be gone tomorrow. */
  atOnce?: boolean;
}

/** A document takes the place of the one that is open, without history, and is stored from now on whenever it changes. */
export function openProject({ document, id, stored = id === null ? EMPTY : document, created = new Date().toISOString(), copyOf, atOnce = false }: Opening): void {
  bound = { id, stored, settled: atOnce ? EMPTY : document, listed: id !== null, created };
  setSaving({ projectId: id, phase: rest(), trouble: refused, copyOf: copyOf ?? null });
  openDocument(document, copyOf !== undefined);
  if (!atOnce) markSaved(document);
  rememberTab(id);
  void setLastProject(id).catch(() => {});
  if (atOnce) save();
}

/** Stores every change of the document. Returns the end of it. */
export function followDocument(): () => void {
  return useDocument.subscribe(({ document }, before) => {
    if (document === before.document) return;
    if (document !== bound.settled) save();
    else if (!work) setSaving({ phase: rest(), trouble: refused });
  });
}
const rest = () => (bound.listed ? 'saved' : 'unchanged');

/** Nothing can be stored in this window, for this reason; the work goes on without. */
export function refuseStorage(reason: UserError): void {
  refused = reason;
  setSaving({ trouble: reason });
}

/** Stores what is not stored yet; changes that come meanwhile go with the next transaction. */
export function save(): void {
  setSaving({ phase: 'saving' });
  work ??= saveAll().finally(() => { work = null; });
}
/** Waits until everything is stored, or storing has failed. */
export async function settled(): Promise<void> {
  await work;
}

async function saveAll(): Promise<void> {
  // What else listens to the document is told, and the page drawn, before the changes are looked for and sent.
  await nextTurn();
  try {
    while (bound.settled !== currentDocument()) await saveOnce(currentDocument());
    setSaving({ phase: 'saved', trouble: null });
  } catch (error) {
    const told = error instanceof UserError ? { code: error.code, params: error.params } : { code: 'project.storage-failed', params: { reason: String(error instanceof Error ? error.message : error).slice(0, 120) } };
    if (!(error instanceof UserError)) console.error(error);
    setSaving({ phase: 'failed', trouble: told });
  }
}

async function saveOnce(document: ProjectDocument): Promise<void> {
  const id = bound.id ??= await newProject();
  const saved = new Date().toISOString();
  await store.apply(diffDocuments(bound.stored, document), document, { ...metaOf(document), viewState: null, createdBy: CREATED_BY, created: bound.created, saved });
  const { listed, stored } = bound;
  bound = { ...bound, stored: document };
  if (!listed || document.name !== stored.name) await tellAbout(id, document, saved);
  else tellAboutLater(id, document, saved);
  if (!listed) {
    rememberTab(id);
    await setLastProject(id);
  }
  bound = { ...bound, settled: document, listed: true };
  markSaved(document);
}

/** A folder's name that no other project has. */
export const freshId = (): string => `${new Date().toISOString().slice(0, 10)}-${Math.random().toString(36).slice(2, 8)}`;
async function newProject(): Promise<string> {
  await checkStorage();
  const id = freshId();
  await store.create(id);
  // Else the browser may clear it away when the disk runs full.
  void navigator.storage.persist?.().catch(() => false);
  setSaving({ projectId: id });
  return id;
}

/** The list need not know of every edit at once. */
const PATIENCE = 2000;
let later: ReturnType<typeof setTimeout> | undefined;
function tellAboutLater(id: string, document: ProjectDocument, changed: string): void {
  clearTimeout(later);
  later = setTimeout(() => void tellAbout(id, document, changed).catch(() => {}), PATIENCE);
}
async function tellAbout(id: string, { name, invented, layers }: ProjectDocument, changed: string): Promise<void> {
  clearTimeout(later);
  await putAbout({ id, name, invented, layers: layers.length, created: bound.created, changed });
}
