import { download } from '../files/download.ts';
import { currentLanguage } from '../i18n/index.ts';
import { commit, EMPTY, type ProjectDocument } from '../state/document.ts';
import { ask } from '../state/question.ts';
import { currentSaving } from '../state/saving.ts';
import { aboutProject, listProjects, putAbout, storageUse, type ProjectAbout } from '../store/catalogue.ts';
import { freshId, openProject, settled } from '../store/saver.ts';
import { store } from '../workers/store.ts';
import { answer, type Answer } from './answer.ts';
import { freshView } from './new-project.ts';

export interface ProjectList {
  projects: readonly ProjectAbout[];
  use: { used: number; most: number } | null;
}
/** What the browser has stored, with what is being stored now. */
export function loadProjects(): Promise<Answer<ProjectList>> {
  return answer(async () => {
    await settled();
    return { projects: await listProjects(), use: await storageUse() };
  });
}

/** The open project is renamed as a step that can be undone, any other one where it lies. */
export function renameProject(id: string, text: string): Promise<Answer<void>> {
  const name = { zh: text, en: text };
  return answer(async () => {
    if (currentSaving().projectId === id) {
      commit('step.rename', (document) => ({ ...document, name }));
      return settled();
    }
    await store.rename(id, name);
    const about = await aboutProject(id);
    if (about) await putAbout({ ...about, name });
  });
}

export function duplicateProject(about: ProjectAbout): Promise<Answer<void>> {
  return answer(async () => {
    await settled();
    const id = freshId(), now = new Date().toISOString(), name = copyName(about.name, await listProjects());
    await store.duplicate(about.id, id, name);
    await putAbout({ ...about, id, name, created: now, changed: now });
  });
}
/** `… 副本`, `… 副本 2`. */
function copyName(name: ProjectAbout['name'], others: readonly ProjectAbout[]): ProjectDocument['name'] {
  const { zh, en } = name ?? EMPTY.name, taken = new Set(others.map((one) => one.name?.zh));
  for (let n = 1; ; n++) {
    const made = { zh: `${zh} 副本${n > 1 ? ` ${n}` : ''}`, en: `${en} copy${n > 1 ? ` ${n}` : ''}` };
    if (!taken.has(made.zh)) return made;
  }
}

/** The file of a project as it is stored, also of one that cannot be opened. */
export function downloadProject({ id, name }: ProjectAbout): Promise<Answer<void>> {
  return answer(async () => {
    await settled();
    const file = await store.copy(id);
    download(`${(name ?? { zh: id, en: id })[currentLanguage()]}.gpkg`, file.type, file);
  });
}

/** After a question. Null where the answer was no. */
export async function deleteProject({ id, name }: ProjectAbout): Promise<Answer<void> | null> {
  if (!await ask({ title: 'projects.deleteTitle', text: 'projects.deleteText', yes: 'projects.delete', params: { name: name?.[currentLanguage()] ?? id }, kind: 'danger' })) return null;
  return answer(async () => {
    await settled();
    await store.remove(id);
    if (currentSaving().projectId !== id) return;
    openProject({ document: EMPTY, id: null });
    freshView();
  });
}
