import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGeoJson, sheetFiles, type Layer, type SchemaId, type SheetLayout, type SheetSource } from '../../geo/index.ts';
import { testFaces } from '../support/faces.ts';
import { ROOT } from '../support/imports.ts';
import { sheetSource } from '../support/sheet-source.ts';

const FOLDER = join(ROOT, 'test/sheets');

export interface Case {
  about: string;
  /** File by schema, from `test/`; the golden cases' own where they will do. */
  layers: Readonly<Partial<Record<SchemaId, string>>>;
  /** Names that the map or a section has to write, beside all that the layout itself says. */
  names: readonly string[];
}
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as T;

export const caseNames = (): string[] => readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
export const readCase = (name: string): Case => json(name, 'case.json');
export const layoutOf = (name: string): SheetLayout => json(name, 'layout.json');
export const expectedPath = (name: string): string => join(FOLDER, name, 'expected.png');
export const expectedPage = (name: string): Uint8Array | null => (existsSync(expectedPath(name)) ? new Uint8Array(readFileSync(expectedPath(name))) : null);

export function sourceOf(name: string): SheetSource {
  const layers = Object.entries(readCase(name).layers).map(([schema, file]): Layer => readGeoJson(readFileSync(join(ROOT, 'test', file), 'utf8'), { schema: schema as SchemaId, layerId: schema, name: '' }).layer);
  return sheetSource(layers, {}, layoutOf(name).language);
}
export async function pdfOf(name: string, layout = layoutOf(name)): Promise<Uint8Array> {
  const { files } = await sheetFiles('pdf', { layouts: [layout], source: sourceOf(name), faces: await testFaces(), author: '', dpi: 96, keywords: [] });
  return files[0].bytes;
}

/** What the layout itself asks to be written: titles, texts, cells and the title block, less what is left to be written by hand. */
export function asked({ elements, titleBlock }: SheetLayout): string[] {
  const block = elements.some(({ kind }) => kind === 'title-block') ? Object.entries(titleBlock).filter(([field]) => field !== 'date').map(([, text]) => text) : [];
  return [...block, ...elements.flatMap((element) => {
    if (element.kind === 'title' || element.kind === 'text') return [element.text];
    if (element.kind === 'table') return [element.title, ...element.rows.flat()];
    return element.kind === 'section-line' || element.kind === 'section' ? [element.title] : [];
  })].filter((text) => text !== '');
}
