import { paperSize, type PaperId, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { currentLanguage } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { commit, currentDocument, requireUnlocked, undergroundOf } from '../state/document.ts';
import { drawableIn } from '../state/scenarios.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { localDate, renamed, unused } from './sheet-names.ts';

/** A sheet from a template, added to the project and shown. */
export function newSheet(template: string, paper: PaperId = 'A3', landscape = true): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const document = currentDocument();
    const language = currentLanguage();
    addSheet(await engine.sheetOfTemplate(drawableIn(document, null), { template, paper, landscape, language, project: document.name[language], date: localDate(new Date()), underground: undergroundOf(document) }));
  });
}
/** Adds a sheet under an id and a name that are free by then, and shows it. @throws UserError where another tab has the project */
export const addSheet = (made: SheetLayout): void => addSheets([made]);
/** Several in one step; the first of them is shown. @throws UserError where another tab has the project */
export function addSheets(made: readonly SheetLayout[]): void {
  let first: string | null = null;
  commit('step.newSheet', (before) => {
    const layouts = made.reduce<readonly SheetLayout[]>((known, sheet) => [...known, { ...sheet, ...unused(sheet, known) }], before.layouts);
    first = layouts[before.layouts.length]?.id ?? null;
    return { ...before, layouts };
  });
  if (first !== null) setComposer({ open: true, sheetId: first, chosen: [] });
}

/** For commands that say themselves what failed. @throws UserError where another tab has the project */
export function editSheet(id: string, change: (sheet: SheetLayout) => SheetLayout, joins?: object): void {
  commit('step.changeSheet', (before) => (before.layouts.some((sheet) => sheet.id === id) ? { ...before, layouts: before.layouts.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) } : before), undefined, joins);
}
export function changeSheet(id: string, change: (sheet: SheetLayout) => SheetLayout, joins?: object): void {
  void attempt(() => editSheet(id, change, joins));
}
export function changeElement(sheetId: string, elementId: string, change: (element: SheetElement) => SheetElement): void {
  changeSheet(sheetId, (sheet) => ({ ...sheet, elements: sheet.elements.map((element) => (element.id === elementId ? change(element) : element)) }));
}
/** Several at once, each as it is to be; in one step with what was changed just before under the same token. */
export function changeElements(sheetId: string, changed: ReadonlyMap<string, SheetElement>, joins?: object): void {
  changeSheet(sheetId, (sheet) => ({ ...sheet, elements: sheet.elements.map((element) => changed.get(element.id) ?? element) }), joins);
}
export function removeElements(sheetId: string, ids: readonly string[]): void {
  void attempt(() => {
    editSheet(sheetId, (sheet) => ({ ...sheet, elements: sheet.elements.filter(({ id }) => !ids.includes(id)) }));
    setComposer({ chosen: [] });
  });
}
export function removeSheet(id: string): void {
  void attempt(() => {
    commit('step.removeSheet', (before) => ({ ...before, layouts: before.layouts.filter((sheet) => sheet.id !== id) }));
    if (useComposer.getState().sheetId === id) setComposer({ sheetId: currentDocument().layouts[0]?.id ?? null, chosen: [] });
  });
}
export function copySheet(id: string): void {
  void attempt(() => {
    const sheet = currentDocument().layouts.find((layout) => layout.id === id);
    if (sheet) addSheet(sheet);
  });
}

/** The sheet on other paper, arranged anew by its template; what was written in the title block stays. One that was made from none keeps its elements where they are. */
export function relayout({ id, template, language, titleBlock: { project, date } }: SheetLayout, paper: PaperId, landscape: boolean): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    if (template === null) return onPaper(id, { size: paper, landscape });
    const document = currentDocument(), made = await engine.sheetOfTemplate(drawableIn(document, null), { template, paper, landscape, language, project, date, underground: undergroundOf(document) });
    editSheet(id, ({ name, titleBlock }) => ({ ...made, id, name: renamed(name, made.paper), titleBlock }));
  });
}
/** Paper of any size; elements stay where they are, since templates are arranged for the papers of the standard only. */
export function freePaper(id: string, width: number, height: number): void {
  void attempt(() => {
    paperSize({ paper: { size: 'free', width, height } });
    onPaper(id, { size: 'free', width, height });
  });
}
function onPaper(id: string, paper: SheetLayout['paper']): void {
  editSheet(id, (before) => ({ ...before, paper, name: renamed(before.name, paper) }));
}
