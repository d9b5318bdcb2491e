import { UserError, type Layer } from '../model/index.ts';
import { drawSheet } from './draw-sheet.ts';
import type { SheetSource } from './context.ts';
import type { LeftOut } from './drawing.ts';
import type { Faces } from './font/faces.ts';
import { PROJECT_TYPE, writePdf } from './pdf/index.ts';
import type { SheetLayout } from './sheet.ts';

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
export interface SheetFile { bytes: Uint8Array; leftOut: LeftOut[] }

/** Sheets as one PDF. Its date is the title block's, so the same document gives the same bytes, on whatever machine. */
export async function sheetPdf({ layouts, source, faces, author, keywords, project, onPage }: SheetFileWishes): Promise<SheetFile> {
  if (layouts.length === 0) throw new UserError('layout.no-sheet');
  if (project && holdsSecrets(source.layers.map(({ layer }) => layer))) throw new UserError('layout.secret-project');
  const leftOut: LeftOut[] = [];
  const drawings = layouts.map((layout) => {
    const drawing = drawSheet(layout, source, faces);
    leftOut.push(...drawing.leftOut);
    return drawing;
  });
  const { titleBlock: { project: title, sheetName, date } } = layouts[0];
  const bytes = await writePdf(drawings, faces, {
    title: [title, sheetName].filter(Boolean).join(' · '), author, date, keywords: [...keywords],
    ...(project ? { attachments: [{ ...project, type: PROJECT_TYPE }] } : {}), ...(onPage ? { onPage } : {}),
  });
  return { bytes, leftOut };
}

/** A sheet goes from hand to hand: what is secret does not travel in it unseen. */
export function holdsSecrets(layers: readonly Layer[]): boolean {
  return layers.some(({ features }) => features.some(({ properties }) => properties['secrecy'] === 'secret'));
}
