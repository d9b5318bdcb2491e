import { freshElement, freshId, middleBox, sheetFromText, sheetOnGround, templateText, UserError, type FreshKind, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { TEMPLATE_ENDING } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { formatFigure } from '../i18n/format.ts';
import { sayNow } from '../i18n/index.ts';
import { setComposer } from '../state/composer.ts';
import { commit, currentDocument, drawableLayers, type Run } from '../state/document.ts';
import { keepTemplates, useOwnTemplates } from '../state/own-templates.ts';
import { notify } from '../state/tasks.ts';
import { attempt } from './attempt.ts';
import { changeSheet, unused } from './sheets.ts';

function add(sheet: SheetLayout, element: SheetElement): void {
  changeSheet(sheet.id, (before) => ({ ...before, elements: [...before.elements, element] }));
  setComposer({ elementId: element.id });
}

export function addElement(sheet: SheetLayout, kind: FreshKind): void {
  void attempt(() => {
    const element = freshElement(kind, sheet);
    if (!element) throw new UserError('layout.no-frame');
    add(sheet, element);
  });
}
/** The figures of a run as a table, in words: they do not follow the run, the sheet says what was signed. */
export function addIndicators(sheet: SheetLayout, run: Run): void {
  const rows = run.indicators.map(({ key, value, unit }) => [sayNow(`indicator.${key}`, {}, sayNow(`indicator.${key.split('.').at(-1)}`)), formatFigure(key, value, unit, sayNow)]);
  const box = { ...middleBox(sheet, 'table'), height: Math.min(200, 6 + 5 * (rows.length + 1)) };
  add(sheet, { id: freshId(sheet, 'table'), kind: 'table', box, title: sayNow(`analysis.${run.analysis}`), rows: [[sayNow('sheet.indicator'), sayNow('sheet.value')], ...rows] });
}

/** PNG or JPEG of at most so many bytes: it is kept in the project. */
const LARGEST = 8 * 1024 * 1024;
export function addImage(sheet: SheetLayout, file: File): Promise<void> {
  return attempt(async () => {
    const type = file.type === 'image/png' || file.type === 'image/jpeg' ? file.type : null;
    if (!type || file.size > LARGEST) throw new UserError('layout.image-file', { file: file.name, most: LARGEST / 1024 / 1024 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    let letters = '';
    for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    const { width, height } = await createImageBitmap(file);
    const box = middleBox(sheet, 'image');
    add(sheet, { id: freshId(sheet, 'image'), kind: 'image', type, data: btoa(letters), box: { ...box, height: box.width * height / width } });
  });
}

export function saveTemplate(sheet: SheetLayout): void {
  download(`${sheet.name}${TEMPLATE_ENDING}`, 'application/json', templateText(sheet));
}
/** Keeps the sheet among the office's own templates, in the place of one of that name. */
export function keepAsTemplate(sheet: SheetLayout): void {
  const { templates } = useOwnTemplates.getState();
  const kept = keepTemplates([...templates.filter(({ name }) => name !== sheet.name), { name: sheet.name, text: templateText(sheet) }]);
  notify(kept ? 'info' : 'error', kept ? 'sheet.templateKept' : 'sheet.templateNotKept', { name: sheet.name });
}
export function forgetTemplate(name: string): void {
  keepTemplates(useOwnTemplates.getState().templates.filter((one) => one.name !== name));
}
/** A template of the office, or of another, as a sheet of this project, on its ground. */
export function placeTemplate(text: string): Promise<void> {
  return attempt(() => {
    const document = currentDocument(), made = sheetFromText(text);
    const sheet = { ...sheetOnGround(made, drawableLayers(document), document.name[made.language]), ...unused(made, document.layouts) };
    commit('step.newSheet', (before) => ({ ...before, layouts: [...before.layouts, sheet] }));
    setComposer({ sheetId: sheet.id, elementId: null });
  });
}
export const openTemplate = (file: File): Promise<void> => attempt(async () => placeTemplate(await file.text())).then(() => undefined);
