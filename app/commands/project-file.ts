import { download } from '../files/download.ts';
import { currentLanguage } from '../i18n/index.ts';
import { UserError, type ProjectMeta } from '../../geo/index.ts';
import { currentDocument, markSaved, type ProjectDocument } from '../state/document.ts';
import { notify, withTask } from '../state/tasks.ts';
import { CREATED_BY, openProject } from '../store/saver.ts';
import { engine } from '../workers/engine.ts';
import { store } from '../workers/store.ts';
import { metaOf } from '../state/differ.ts';
import { attempt } from './attempt.ts';
import { cameBack, mergeOpened } from './merge.ts';
import { freshView, mayLeave } from './new-project.ts';
import { documentOf, showProject } from './opened-document.ts';

/** The project as one GeoPackage: layers, runs and what is known of them. QGIS opens it as it is, and so does the command line. */
export function saveProjectFile(): Promise<void> {
  return attempt(async () => {
    const document = currentDocument();
    const { name, file } = await withTask({ title: 'project.saving', step: '', done: 0, cancel: null }, projectFile);
    download(name, file.type, file);
    markSaved(document);
    notify('info', 'project.saved', { layers: document.layers.length, runs: document.runs.length });
  });
}

/** The open project as its file. */
export async function projectFile(): Promise<{ name: string; file: Blob }> {
  const document = currentDocument();
  return { name: `${document.name[currentLanguage()]}.gpkg`, file: await engine.saveProject(metaNow(document), document) };
}
/** What a file that is written now says of the project. */
export function metaNow(document: ProjectDocument): ProjectMeta {
  const now = new Date().toISOString();
  return { ...metaOf(document), viewState: null, createdBy: CREATED_BY, created: now, saved: now };
}

/** Opens the project that a sheet carries. */
export function openProjectInSheet(sheet: File): Promise<void> {
  return attempt(async () => openProjectFile(await engine.projectInSheet(sheet)));
}

/** Takes in a file that was handed out from the open project and came back; false for every other file. */
export async function takeBack(file: File): Promise<boolean> {
  if (currentDocument().origin === undefined || !/\.gpkg$/i.test(file.name)) return false;
  const opened = await withTask({ title: 'project.opening', step: '', done: 0, cancel: null }, () => engine.openProject(file)).catch((error: unknown) => {
    // No project of ours: its layers are for the import to look at.
    if (error instanceof UserError) return null;
    throw error;
  });
  if (!opened || !cameBack(opened)) return false;
  await mergeOpened(opened);
  return true;
}

/** Opens a project in the place of the one that is there. What cannot be opened is refused, and nothing changes. */
export function openProjectFile(file: File): Promise<void> {
  return attempt(async () => {
    const opened = await withTask({ title: 'project.opening', step: '', done: 0, cancel: null }, () => engine.openProject(file));
    if (cameBack(opened)) return mergeOpened(opened);
    if (!await mayLeave()) return;
    await store.close();
    openProject({ document: documentOf(opened), id: null, atOnce: true });
    freshView();
    showProject(opened);
  });
}
