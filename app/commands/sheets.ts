import type { PaperId, SheetElement, SheetLayout } from '../../geo/index.ts';
import { currentLanguage } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { commit, currentDocument, drawableLayers } from '../state/document.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';

const today = () => new Date().toISOString().slice(0, 10);

/** A sheet from a template, added to the project and shown. */
export function newSheet(template: string, paper: PaperId = 'A3', landscape = true): Promise<void> {
  return attempt(async () => {
    const { name, layouts, ...document } = currentDocument();
    const language = currentLanguage();
    const made = await engine.sheetOfTemplate(drawableLayers({ ...document, name, layouts }), { template, paper, landscape, language, project: name[language], date: today() });
    const sheet = { ...made, ...unused(made, layouts) };
    commit('step.newSheet', (before) => ({ ...before, layouts: [...before.layouts, sheet] }));
    setComposer({ open: true, sheetId: sheet.id, elementId: null });
  });
}
/** An id and a name that no sheet has. */
export function unused({ id, name }: SheetLayout, layouts: readonly SheetLayout[]): { id: string; name: string } {
  const taken = new Set(layouts.map((layout) => layout.id));
  let n = 1;
  while (taken.has(n === 1 ? id : `${id}-${n}`)) n++;
  return n === 1 ? { id, name } : { id: `${id}-${n}`, name: `${name} (${n})` };
}

export function changeSheet(id: string, change: (sheet: SheetLayout) => SheetLayout): void {
  commit('step.changeSheet', (before) => ({ ...before, layouts: before.layouts.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) }));
}
export function changeElement(sheetId: string, elementId: string, change: (element: SheetElement) => SheetElement): void {
  changeSheet(sheetId, (sheet) => ({ ...sheet, elements: sheet.elements.map((element) => (element.id === elementId ? change(element) : element)) }));
}
export function removeElement(sheetId: string, elementId: string): void {
  changeSheet(sheetId, (sheet) => ({ ...sheet, elements: sheet.elements.filter(({ id }) => id !== elementId) }));
  setComposer({ elementId: null });
}
export function removeSheet(id: string): void {
  commit('step.removeSheet', (before) => ({ ...before, layouts: before.layouts.filter((sheet) => sheet.id !== id) }));
  if (useComposer.getState().sheetId === id) setComposer({ sheetId: currentDocument().layouts[0]?.id ?? null, elementId: null });
}
export function copySheet(id: string): void {
  const { layouts } = currentDocument();
  const sheet = layouts.find((layout) => layout.id === id);
  if (!sheet) return;
  const copy = { ...sheet, ...unused(sheet, layouts) };
  commit('step.newSheet', (before) => ({ ...before, layouts: [...before.layouts, copy] }));
  setComposer({ sheetId: copy.id, elementId: null });
}

/** The sheet on other paper, arranged anew by its template; what was written in the title block stays. One that was made from none keeps its elements where they are. */
export function relayout(sheet: SheetLayout, paper: PaperId, landscape: boolean): Promise<void> {
  return attempt(async () => {
    const document = currentDocument();
    const { language, titleBlock, id, name, template } = sheet;
    if (template === null) return changeSheet(id, (before) => ({ ...before, paper: { size: paper, landscape } }));
    const made = await engine.sheetOfTemplate(drawableLayers(document), { template, paper, landscape, language, project: titleBlock.project, date: titleBlock.date });
    const renamed = name.replace(/\bA[0-4]\b/, paper);
    changeSheet(id, () => ({ ...made, id, name: renamed, titleBlock }));
  });
}
