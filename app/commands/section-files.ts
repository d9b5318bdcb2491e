import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { useComposer } from '../state/composer.ts';
import { currentDocument, requireUnlocked } from '../state/document.ts';
import { currentLooked } from '../state/scenarios.ts';
import { currentSection } from '../state/section.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { askedOf, layersNow } from './section.ts';
import { localDate } from './sheet-names.ts';
import { addSheet } from './sheets.ts';
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
