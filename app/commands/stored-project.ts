import { UserError } from '../../geo/index.ts';
import type { ProjectDocument } from '../state/document.ts';
import { notify, withTask } from '../state/tasks.ts';
import { lastProject } from '../store/catalogue.ts';
import { followDocument, openProject, refuseStorage } from '../store/saver.ts';
import { tabProject } from '../store/tab-project.ts';
import { followView } from '../store/view-state.ts';
import { store, type StoredProject } from '../workers/store.ts';
import { attempt } from './attempt.ts';
import { freshView, mayLeave } from './new-project.ts';
import { openDemoCity } from './open-demo-city.ts';
import { documentOf, showProject } from './opened-document.ts';

/** Opens a project of the browser's store. What cannot be opened stays where it is, and so does what is on the screen. */
export async function openStored(id: string): Promise<boolean> {
  const opened = await attempt(async () => {
    if (!await mayLeave()) return false;
    show(id, await withTask({ title: 'project.opening', step: '', done: 0, cancel: null }, () => store.open(id)));
    return true;
  });
  return opened ?? false;
}

function show(id: string, opened: StoredProject): void {
  const document = documentOf(opened);
  const { own, meta } = opened;
  openProject({ document, id, stored: asStored(document, opened.changed), created: meta.created, ...(own ? {} : { copyOf: new Date().toISOString() }) });
  freshView();
  showProject(opened);
  if (!own) void takeOver(id);
}
/** A layer that was read otherwise than it lies in the store is written whole with the next change. */
function asStored(document: ProjectDocument, changed: readonly string[]): ProjectDocument {
  if (changed.length === 0) return document;
  return { ...document, layers: document.layers.filter(({ layer }) => !changed.includes(layer.id)), runs: document.runs.filter(({ layers }) => !Object.values(layers).some(({ id }) => changed.includes(id))) };
}

/** As soon as the other tab goes, the project is this one's, with all that was changed there. */
async function takeOver(id: string): Promise<void> {
  await attempt(async () => {
    const opened = await store.openWhenFree(id);
    if (!opened) return;
    show(id, opened);
    notify('info', 'store.takenOver');
  });
}

/** The start of the program: the project that was open goes on, else the demo city, or nothing where `withDemo` is false. */
export async function start(withDemo: boolean): Promise<void> {
  followDocument();
  followView();
  try {
    const id = tabProject() ?? await lastProject();
    if (id && await openStored(id)) return;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refuseStorage(error);
  }
  if (withDemo) await openDemoCity();
}
