import { heldBesides, mayCarryProject, type SecrecyLevel, type SheetEnding, type SheetLayout } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { useComposer } from '../state/composer.ts';
import { picturedBasemaps } from '../state/basemaps.ts';
import { currentDocument, drawableLayers, undergroundOf, type ProjectDocument } from '../state/document.ts';
import { drawableIn, sheetScenarios } from '../state/scenarios.ts';
import { notify, progressTask, withTask } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { projectFile } from './project-file.ts';
import { ofLevel } from './marked-name.ts';

/** Sheets cell by cell over the ground. */
export const GRID = ' grid';
export interface SheetExport {
  ending: SheetEnding;
  /** Id of the layer that an atlas goes over, or GRID; null for the one sheet. */
  over: string | null;
  /** m */
  margin: number;
  /** The project goes with the sheet, so that it opens again. */
  attach: boolean;
  /** An atlas as one PDF a sheet. */
  split: boolean;
  /** Of PNG and TIFF. */
  dpi: number;
}
/** The engine refuses it too; the form says it before. */
export function mayTravel(document: ProjectDocument, level: SecrecyLevel): boolean {
  const all = new Set([...drawableLayers(document), ...sheetScenarios(document).flatMap(({ layers }) => layers)]);
  return mayCarryProject([...[...all].map(({ features }) => features), heldBesides(document)], level);
}

const TYPES: Readonly<Record<SheetEnding, string>> = { pdf: 'application/pdf', svg: 'image/svg+xml', png: 'image/png', tif: 'image/tiff', dxf: 'image/vnd.dxf' };

/** Writes the sheet, or an atlas from it, and hands the files to the browser. */
export function writeSheet(layout: SheetLayout, { ending, over, margin, attach, split, dpi }: SheetExport): Promise<void> {
  return attempt(async () => {
    const document = currentDocument(), layers = drawableIn(document, null), { level } = useComposer.getState();
    const layer = over === null ? null : layers.find(({ id }) => id === over) ?? null;
    const { files, names, leftOut } = await withTask({ title: 'sheet.writing', step: '', done: 0, cancel: () => engine.cancel() }, async () => engine.writeSheets(layers, layer, {
      ending, layout, split, atlas: over === GRID ? { grid: true } : layer ? { margin } : null, author: layout.titleBlock.designer, dpi, runs: document.runs, project: attach && ending === 'pdf' ? await projectFile() : null, level, scenarios: sheetScenarios(document), setAside: heldBesides(document), invented: document.invented, basemaps: picturedBasemaps(document), underground: undergroundOf(document),
    }, progressTask));
    for (const { sheet, ending: own, blob } of files) download(`${ofLevel(sheet === null || names.length === 1 ? layout.name : names[sheet], level)}.${own}`, own.endsWith(ending) ? TYPES[ending] : 'text/plain', blob);
    notify(leftOut.length > 0 ? 'warning' : 'info', leftOut.length > 0 ? 'sheet.doneLess' : 'sheet.done', { name: layout.name, n: leftOut.length, sheets: names.length });
  });
}
