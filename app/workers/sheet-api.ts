import { transfer } from 'comlink';
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url';
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import subset from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url';
import type { Basemap, Drawing, DrawnBasemap, Faces, LeftOut, Params, PlanFeature, Progress, SecrecyLevel, SheetEnding, SheetLayout, SheetSource, SheetWishes, Underground } from '../../geo/index.ts';
import { atlasSheets, depthContextOf, gridAtlasSheets, drawSheet, inputOf, loadFaces, pyramidOf, type Pyramid, readAttachedProject, runKeywords, sheetFromTemplate, sheetSource, templatesFor, undergroundKey, withinLevel, writeSheets as writeLayouts } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { paintSheet, type Pane } from './paint-sheet.ts';

/** What a sheet is drawn from: layers by key, those above a level left out. */
export interface SheetRequest {
  keys: readonly string[];
  /** Of the scenarios, likewise. */
  scenarios: readonly { id: string; keys: readonly string[] }[];
  level: SecrecyLevel;
  /** Rows set aside: the sheet cannot show them, but a project that goes with it holds them. */
  setAside: readonly Pick<PlanFeature, 'properties'>[];
  invented: boolean;
  /** Strata and ground of the project, for its sections. */
  underground: Underground;
  /** Raster basemaps with their pictures. */
  basemaps?: readonly SheetBasemap[];
}
export interface SheetBasemap { basemap: Basemap; picture: Blob }
export interface SheetFilesRequest extends SheetRequest {
  ending: SheetEnding;
  layout: SheetLayout;
  /** An atlas: over which layer (by key), with how much ground around its features (m); or cell by cell. */
  atlas: { over: string; margin: number } | { grid: true } | null;
  /** One PDF a sheet. */
  split: boolean;
  author: string;
  dpi: number;
  /** Runs whose results may be shown, their inputs by key. */
  runs: readonly { id: string; analysis: string; version: number; params: Params; inputs: Readonly<Record<string, string>> }[];
  project: { name: string; file: Blob } | null;
}
export interface PaintedSheet { bitmap: ImageBitmap; leftOut: readonly LeftOut[] }

let faces: Promise<Faces> | null = null;
const bytesOf = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());
/** The letters are fetched with the first sheet: ten megabytes a weight, for sheets may need any letter. */
export function sheetFaces(): Promise<Faces> {
  faces ??= Promise.all([bytesOf(regular), bytesOf(bold)]).then(([r, b]) => loadFaces({ regular: r, bold: b }, () => bytesOf(subset)));
  faces.catch(() => { faces = null; });
  return faces;
}

/** Basemaps are drawn as finely as the screen shows the sheet, in these steps; beyond the last in as many pixels as in print. */
const SCREEN_DPI = [75, 150, 300, 600];
/** The last drawing, for panning and zooming ask for the same sheet again and again. */
let last: { of: string; drawing: Drawing } | null = null;

export function paint(store: LayerStore, request: SheetRequest, layout: SheetLayout, pane: Pane) {
  return outcome(async (): Promise<PaintedSheet> => {
    const screenDpi = SCREEN_DPI.find((dpi) => dpi >= pane.pixelsPerMm * 25.4) ?? SCREEN_DPI.at(-1)!, hasPictures = (request.basemaps ?? []).length > 0;
    const of = JSON.stringify([{ ...request, underground: undergroundKey(request.underground) }, layout, hasPictures ? screenDpi : 0]);
    if (last?.of !== of) last = { of, drawing: drawSheet(layout, { ...await sourceOf(store, request, layout), screenDpi }, await sheetFaces()) };
    const bitmap = await paintSheet(last.drawing, await sheetFaces(), pane);
    return transfer({ bitmap, leftOut: last.drawing.leftOut }, [bitmap]);
  });
}

/** What a template is made for, the project's underground as its document has it. */
export type TemplateWishes = Omit<SheetWishes, 'layers' | 'depths'> & { underground: Underground };
export function sheetOfTemplate(store: LayerStore, keys: readonly string[], { underground, ...wishes }: TemplateWishes) {
  return outcome(() => sheetFromTemplate({ ...wishes, depths: depthContextOf(underground), layers: keys.map((key) => store.get(key)) }));
}
export function templates(store: LayerStore, keys: readonly string[]) {
  return outcome(() => templatesFor(keys.map((key) => store.get(key))).map(({ id }) => id));
}

export function writeSheets(store: LayerStore, { ending, layout, atlas, author, dpi, runs, project, split, ...request }: SheetFilesRequest, progress: Progress) {
  return outcome(async () => {
    const source = await sourceOf(store, request, layout);
    const layouts = atlasOf(store, layout, atlas, source, request.level);
    const { files, leftOut } = await writeLayouts(ending, {
      layouts, author, dpi, split, keywords: keywordsOf(store, runs), source, faces: await sheetFaces(),
      project: project ? { name: project.name, bytes: new Uint8Array(await project.file.arrayBuffer()) } : null,
      onPage: (done, of) => { progress('sheet.page', done / of); },
    });
    return { files: files.map(({ sheet, ending: own, bytes }) => ({ sheet, ending: own, blob: new Blob([bytes as BlobPart]) })), leftOut, names: layouts.map(({ name }) => name) };
  });
}

function atlasOf(store: LayerStore, layout: SheetLayout, atlas: SheetFilesRequest['atlas'], { layers }: SheetSource, level: SecrecyLevel): SheetLayout[] {
  if (!atlas) return [layout];
  if ('grid' in atlas) return gridAtlasSheets({ layout, layers: layers.map(({ layer }) => layer) });
  return atlasSheets({ layout, over: withinLevel(store.get(atlas.over), level).layer, margin: atlas.margin });
}
/** Pictures that were drawn already, decoded. */
const decoded = new Map<string, Pyramid>();
async function drawnBasemaps(basemaps: readonly SheetBasemap[]): Promise<DrawnBasemap[]> {
  for (const sha256 of [...decoded.keys()]) if (!basemaps.some(({ basemap }) => basemap.sha256 === sha256)) decoded.delete(sha256);
  return Promise.all(basemaps.map(async ({ basemap, picture }) => {
    const bytes = decoded.has(basemap.sha256) ? null : new Uint8Array(await picture.arrayBuffer());
    if (bytes) decoded.set(basemap.sha256, pyramidOf(bytes, basemap.type));
    return { basemap, picture: decoded.get(basemap.sha256)! };
  }));
}
export async function sourceOf(store: LayerStore, { keys, scenarios, level, setAside, invented, underground, basemaps = [] }: SheetRequest, { language }: Pick<SheetLayout, 'language'>): Promise<SheetSource> {
  const layersOf = (wanted: readonly string[]) => wanted.map((key) => store.get(key));
  return sheetSource({ layers: layersOf(keys), scenarios: scenarios.map(({ id, keys: own }) => ({ id, layers: layersOf(own) })), basemaps: await drawnBasemaps(basemaps), setAside, level, language, invented, depths: depthContextOf(underground) });
}

/** As the command line writes them: what each run was computed from, as a hash. */
export function keywordsOf(store: LayerStore, runs: SheetFilesRequest['runs']): string[] {
  return runKeywords(runs.map(({ inputs, ...run }) => ({
    ...run, inputs: Object.fromEntries(Object.entries(inputs).map(([input, key]) => [input, inputOf(store.get(key), null, '', null)])),
  })));
}

/** The project that a sheet carries, as its file. */
export function projectInSheet(file: Blob) {
  return outcome(async () => {
    const { name, bytes } = await readAttachedProject(new Uint8Array(await file.arrayBuffer()));
    return { name, file: new Blob([bytes as BlobPart]) };
  });
}
