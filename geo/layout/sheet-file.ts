import { UserError } from '../model/index.ts';
import { drawSheet } from './draw-sheet.ts';
import type { SheetSource } from './context.ts';
import type { Drawing, LeftOut } from './drawing.ts';
import type { Faces } from './font/faces.ts';
import { PROJECT_TYPE, writePdf } from './pdf/index.ts';
import { holdsSecrets, type SheetEnding } from './sheet-endings.ts';
import type { SheetLayout } from './sheet.ts';
import { writeSvg } from './svg/index.ts';

export interface SheetFileWishes {
  /** Sheets of one file, a page each. */
  layouts: readonly SheetLayout[];
  source: SheetSource;
  faces: Faces;
  author: string;
  /** Ids of the runs whose results are shown, with their hashes where they are known: for the file's keywords. */
  keywords: readonly string[];
  /** The project itself, so that the sheet opens again. */
  project?: { name: string; bytes: Uint8Array } | null;
  onPage?: (done: number, of: number) => void | Promise<void>;
}
/** One file, or one a sheet. */
export interface SheetFiles { files: Uint8Array[]; leftOut: LeftOut[] }

/** How sheets become files, by ending: an atlas is one PDF, or one file a sheet. */
const WRITERS: Readonly<Record<SheetEnding, (drawings: readonly Drawing[], wishes: SheetFileWishes) => Promise<Uint8Array[]>>> = {
  pdf: async (drawings, { layouts, faces, author, keywords, project, onPage }) => {
    const { titleBlock: { project: title, sheetName, date } } = layouts[0];
    return [await writePdf(drawings, faces, {
      title: [title, sheetName].filter(Boolean).join(' · '), author, date, keywords: [...keywords],
      ...(project ? { attachments: [{ ...project, type: PROJECT_TYPE }] } : {}), ...(onPage ? { onPage } : {}),
    })];
  },
  svg: async (drawings, { layouts, faces, author }) => Promise.all(drawings.map((drawing, i) => writeSvg(drawing, faces, { date: layouts[i].titleBlock.date, author }))),
};

/**
 * Sheets as files. Their date is the title block's, so the same document gives the same bytes on whatever machine.
 * @throws UserError `layout.*`
 */
export async function sheetFiles(ending: SheetEnding, wishes: SheetFileWishes): Promise<SheetFiles> {
  const { layouts, source, faces, project } = wishes;
  if (layouts.length === 0) throw new UserError('layout.no-sheet');
  if (project && holdsSecrets(source.layers.map(({ layer }) => layer))) throw new UserError('layout.secret-project');
  const drawings = layouts.map((layout) => drawSheet(layout, source, faces));
  return { files: await WRITERS[ending](drawings, wishes), leftOut: drawings.flatMap(({ leftOut }) => leftOut) };
}
