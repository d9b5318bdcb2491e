import { UserError } from '../model/index.ts';
import { drawSheet } from './draw-sheet.ts';
import type { SheetSource } from './context.ts';
import type { Drawing, LeftOut } from './drawing.ts';
import type { Faces } from './font/faces.ts';
import { PROJECT_TYPE, writePdf } from './pdf/index.ts';
import type { PageEnding } from './sheet-endings.ts';
import type { SheetLayout } from './sheet.ts';
import { mainFrame, worldFile, writePng, writeTiff, type RasterFileOptions } from './raster/index.ts';
import { writeSvg } from './svg/index.ts';

export interface SheetFileWishes {
  /** Sheets of one file, a page each. */
  layouts: readonly SheetLayout[];
  source: SheetSource;
  faces: Faces;
  author: string;
  /** A PDF for each sheet instead of one for all. */
  split?: boolean;
  /** Pixels an inch, for PNG and TIFF. */
  dpi: number;
  /** Ids of the runs whose results are shown, with their hashes where they are known: for the file's keywords. */
  keywords: readonly string[];
  /** The project itself, so that the sheet opens again. */
  project?: { name: string; bytes: Uint8Array } | null;
  onPage?: (done: number, of: number) => void | Promise<void>;
}
export interface SheetFile {
  /** Which of the sheets; null for all of them in one. */
  sheet: number | null;
  ending: string;
  bytes: Uint8Array;
}
export interface SheetFiles { files: SheetFile[]; leftOut: LeftOut[] }
interface Drawn { drawing: Drawing; sheet: number; date: string; wishes: SheetFileWishes }

/** How one sheet becomes files. Pixels of a north-up or turned map go with a world file. */
const WRITERS: Readonly<Record<Exclude<PageEnding, 'pdf'>, (drawn: Drawn) => Promise<SheetFile[]>>> = {
  svg: async ({ drawing, sheet, date, wishes: { faces, author } }) => [{ sheet, ending: 'svg', bytes: await writeSvg(drawing, faces, { date, author }) }],
  png: async (drawn) => [{ sheet: drawn.sheet, ending: 'png', bytes: await writePng(drawn.drawing, drawn.wishes.faces, rasterOptions(drawn)) }, ...world(drawn, 'pgw')],
  tif: async (drawn) => [{ sheet: drawn.sheet, ending: 'tif', bytes: await writeTiff(drawn.drawing, drawn.wishes.faces, rasterOptions(drawn)) }, ...world(drawn, 'tfw')],
};
function rasterOptions({ sheet, wishes: { dpi, layouts, onPage } }: Drawn): RasterFileOptions {
  return { dpi, onBand: (rows, of) => onPage?.(sheet + rows / of, layouts.length) };
}
function world({ drawing, sheet, wishes: { dpi } }: Drawn, ending: string): SheetFile[] {
  const frame = mainFrame(drawing);
  return frame ? [{ sheet, ending, bytes: new TextEncoder().encode(worldFile(frame, dpi)) }] : [];
}

/**
 * Sheets as files: an atlas is one PDF, or a file for each sheet. Their date is the title block's, so the same document gives the same bytes on
 * whatever machine.
 * @throws UserError `layout.*`
 */
export async function sheetFiles(ending: PageEnding, wishes: SheetFileWishes): Promise<SheetFiles> {
  const { layouts, source, faces, project } = wishes;
  if (layouts.length === 0) throw new UserError('layout.no-sheet');
  // The project holds all of it, whatever the sheet leaves out.
  if (project && !source.mayCarryProject) throw new UserError('layout.secret-project');
  if (ending === 'pdf') return wishes.split ? manyPdfs(wishes) : onePdf(wishes);
  const files: SheetFile[] = [], leftOut: LeftOut[] = [];
  for (const [sheet, layout] of layouts.entries()) {
    const drawing = drawSheet(layout, source, faces);
    leftOut.push(...drawing.leftOut);
    files.push(...await WRITERS[ending]({ drawing, sheet, date: layout.titleBlock.date, wishes }));
    await wishes.onPage?.(sheet + 1, layouts.length);
  }
  return { files, leftOut };
}

async function onePdf({ layouts, source, faces, author, keywords, project, onPage }: SheetFileWishes): Promise<SheetFiles> {
  const drawings = layouts.map((layout) => drawSheet(layout, source, faces));
  const { titleBlock: { project: title, sheetName, date } } = layouts[0];
  const bytes = await writePdf(drawings, faces, {
    title: [title, sheetName].filter(Boolean).join(' · '), author, date, keywords: [...keywords],
    ...(project ? { attachments: [{ ...project, type: PROJECT_TYPE }] } : {}), ...(onPage ? { onPage } : {}),
  });
  return { files: [{ sheet: null, ending: 'pdf', bytes }], leftOut: drawings.flatMap(({ leftOut }) => leftOut) };
}

async function manyPdfs(wishes: SheetFileWishes): Promise<SheetFiles> {
  const all: SheetFiles = { files: [], leftOut: [] };
  for (const [sheet, layout] of wishes.layouts.entries()) {
    const { files, leftOut } = await onePdf({ ...wishes, layouts: [layout], onPage: undefined });
    all.files.push({ ...files[0], sheet });
    all.leftOut.push(...leftOut);
    await wishes.onPage?.(sheet + 1, wishes.layouts.length);
  }
  return all;
}
