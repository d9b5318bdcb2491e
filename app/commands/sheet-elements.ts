import { freshElement, freshId, middleBox, paperSize, readJpeg, readPng, sheetFromText, sheetOnGround, templateText, UserError, type FreshKind, type PaperBox, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { TEMPLATE_ENDING } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { formatFigure } from '../i18n/format.ts';
import { sayNow } from '../i18n/index.ts';
import { setComposer } from '../state/composer.ts';
import { currentDocument, requireUnlocked, type Run } from '../state/document.ts';
import { drawableIn } from '../state/scenarios.ts';
import { keepTemplates, useOwnTemplates } from '../state/own-templates.ts';
import { notify } from '../state/tasks.ts';
import { attempt } from './attempt.ts';
import { addSheet, editSheet } from './sheets.ts';

/** Made for the sheet as it is by then, so that its id is free. */
function add(sheetId: string, make: (sheet: SheetLayout) => SheetElement): void {
  let chosen: readonly string[] = [];
  editSheet(sheetId, (before) => {
    const element = make(before);
    chosen = [element.id];
    return { ...before, elements: [...before.elements, element] };
  });
  setComposer({ chosen });
}
/** A place of this size in the middle of the sheet, or of this shape where the sheet is smaller. */
export function middlePlace(sheet: SheetLayout, width: number, height: number): PaperBox {
  const paper = paperSize(sheet), part = Math.min(1, paper.width * 0.8 / width, paper.height * 0.8 / height);
  return { x: (paper.width - width * part) / 2, y: (paper.height - height * part) / 2, width: width * part, height: height * part };
}

export function addElement(sheet: SheetLayout, kind: FreshKind): void {
  void attempt(() => add(sheet.id, (before) => {
    const element = freshElement(kind, before);
    if (!element) throw new UserError('layout.no-frame');
    return element;
  }));
}
/** The figures of a run as a table, in words: they do not follow the run, the sheet says what was signed. */
export function addIndicators(sheet: SheetLayout, run: Run): void {
  const rows = run.indicators.map(({ key, value, unit }) => [sayNow(`indicator.${key}`, {}, sayNow(`indicator.${key.split('.').at(-1)}`)), formatFigure(key, value, unit, sayNow)]);
  const { width } = middleBox(sheet, 'table'), height = Math.min(200, paperSize(sheet).height * 0.8, 6 + 5 * (rows.length + 1));
  void attempt(() => add(sheet.id, (before) => ({
    id: freshId(before, 'table'), kind: 'table', box: middlePlace(before, width, height), title: sayNow(`analysis.${run.analysis}`), rows: [[sayNow('sheet.indicator'), sayNow('sheet.value')], ...rows],
  })));
}

/** PNG or JPEG of at most so many bytes: it is kept in the project. */
const LARGEST = 8 * 1024 * 1024;
export function addImage(sheet: SheetLayout, file: File): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const unfit = () => new UserError('layout.image-file', { file: file.name, most: LARGEST / 1024 / 1024 });
    const type = file.type === 'image/png' || file.type === 'image/jpeg' ? file.type : null;
    if (!type || file.size > LARGEST) throw unfit();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { width, height } = imageSize(bytes, type, unfit);
    // The head may be sound where the rest is not.
    (await createImageBitmap(file).catch(() => { throw unfit(); })).close();
    let letters = '';
    for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    add(sheet.id, (before) => {
      const box = middleBox(before, 'image');
      return { id: freshId(before, 'image'), kind: 'image', type, data: btoa(letters), box: middlePlace(before, box.width, box.width * height / width) };
    });
  });
}
const READERS = { 'image/png': readPng, 'image/jpeg': readJpeg };
/** Pixels, by the reader that the files are written with: what it cannot take is refused before it is on a sheet. @throws UserError */
export function imageSize(bytes: Uint8Array, type: keyof typeof READERS, unfit: () => UserError): { width: number; height: number } {
  try {
    return READERS[type](bytes);
  } catch (error) {
    throw error instanceof UserError && error.code !== 'layout.image-damaged' ? error : unfit();
  }
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
    addSheet(sheetOnGround(made, drawableIn(document, null), document.name[made.language]));
  });
}
export const openTemplate = (file: File): Promise<void> => attempt(async () => placeTemplate(await file.text())).then(() => undefined);
