import { freshId } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { currentDocument, requireUnlocked } from '../state/document.ts';
import { currentLooked } from '../state/scenarios.ts';
import { currentSection } from '../state/section.ts';
import { notify } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { askedOf, layersNow } from './section.ts';
import { localDate } from './sheet-names.ts';
import { addSheet, editSheet } from './sheets.ts';
import { writeSheet } from './write-sheet.ts';
import { ofLevel } from './marked-name.ts';

/** The section as it is seen, its box where it was moved to; null before there is one. */
function wished() {
  const { source, trial, laid, model } = currentSection();
  if (!source || !model) return null;
  const language = currentLanguage(), document = currentDocument(), { level } = useComposer.getState(), { scenario } = currentLooked();
  const title = laid?.name ? `${laid.name} · ${sayNow('section.panel')}` : sayNow('section.panel');
  return { asked: askedOf(source, trial), wishes: { title, scenario, level, language, project: document.name[language], date: localDate(new Date()) } };
}
const sheetOf = ({ asked, wishes }: NonNullable<ReturnType<typeof wished>>) => engine.sheetOfSection(layersNow(), asked, wishes);

export function addSectionToSheets(): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const section = wished();
    if (section) addSheet(await sheetOf(section));
  });
}
/** The section in a free place of a sheet of the project, in one step, and the sheet is shown; where it has no room it lies over the others and that is said. */
export function addSectionToSheet(id: string): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const section = wished(), sheet = currentDocument().layouts.find((layout) => layout.id === id);
    if (!section || !sheet) return;
    const { title, scenario, level } = section.wishes, { element, hasRoom } = await engine.sectionForSheet(layersNow(), section.asked, { title, scenario, level }, sheet);
    let chosen: readonly string[] = [];
    // Its id is free in the sheet as it is by now.
    editSheet(id, (before) => { const own = { ...element, id: freshId(before, element.kind) }; chosen = [own.id]; return { ...before, elements: [...before.elements, own] }; });
    if (chosen.length === 0) return;
    setComposer({ open: true, sheetId: id, chosen });
    if (!hasRoom) notify('info', 'section.noRoom', { name: sheet.name });
  });
}
export type SectionEnding = 'pdf' | 'svg' | 'dxf';
export function exportSection(ending: SectionEnding): Promise<void> {
  return attempt(async () => {
    const section = wished();
    if (!section) return;
    if (ending !== 'dxf') return writeSheet(await sheetOf(section), { ending, over: null, margin: 0, attach: false, split: false, dpi: 300 });
    const { asked, wishes } = section;
    download(`${ofLevel(wishes.title, wishes.level)}.dxf`, 'image/vnd.dxf', await engine.dxfOfSection(layersNow(), asked, wishes));
  });
}
