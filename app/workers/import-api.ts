import type { CrsRef, Extent, FieldMatch, ImportSettings, JoinBy, LayerProposal, OpenedPicture, OpenSource, PlanFeature, Progress, ReadResult, SourceFile } from '../../geo/index.ts';
import { crsOf, extentOf, joinTable, openPicture, openSource, proposeLayer, readLayer, reprojectGeometry } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { sha256Of } from './sha256.ts';

/** Files as the page has them; only the worker reads their bytes. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}
export interface OpenRequest {
  files: readonly NamedBlob[];
  /** As the user set it; without it the file and its letters tell. */
  encoding?: string;
  /** Layers of the project by key: where they lie settles between zones. */
  beside: readonly string[];
}
/** What a file holds, and the number by which its layers are asked for. */
export interface OpenedSource {
  handle: number;
  format: OpenSource['format'];
  layers: LayerProposal[];
}
export interface PictureOpened { opened: OpenedPicture; picture: Blob }
export type Report = Omit<ReadResult, 'layer'>;

/** Of the time that looking into a large file takes, what has passed when its bytes are there, and when it is parsed. Where the browser does not reckon its hash meanwhile, that comes between the two. */
const LOADED = 0.05, PARSED = 0.85;
/** Shapes shown before anything is taken in. */
const SHAPES = 400;

/** Looking into files and reading them. One is open at a time: what was parsed to look into it is not parsed again to read it. */
export function importApi(store: LayerStore) {
  let open: { handle: number; source: OpenSource; sha256: string } | null = null;
  let next = 1;
  const rawOf = (handle: number, index: number) => {
    const raw = open?.handle === handle ? open.source.layers[index] : undefined;
    if (!raw) throw new Error(`no source ${handle} with a layer ${index} is open`);
    return raw;
  };
  return {
    openSource: ({ files, encoding, beside }: OpenRequest, progress: Progress) => outcome(async (): Promise<OpenedSource> => {
      open = null;
      const sources: SourceFile[] = [];
      for (const { name, blob } of files) sources.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
      progress('step.read', LOADED);
      const hash = sha256Of(sources.map(({ bytes }) => bytes));
      const source = await openSource(sources, { encoding, progress: (step, done) => progress(step, LOADED + (PARSED - LOADED) * done) });
      progress('step.read', PARSED);
      const near = extentOfLayers(store, beside);
      open = { handle: next++, source, sha256: await hash };
      return { handle: open.handle, format: source.format, layers: source.layers.map((raw) => proposeLayer(source, raw, near)) };
    }),
    /** Some of the shapes in degrees, as they would lie in this CRS. */
    shapesOf: (handle: number, index: number, ref: CrsRef, swapped: boolean) => outcome((): PlanFeature['geometry'][] => {
      const { features } = rawOf(handle, index);
      const crs = crsOf(ref);
      const step = Math.max(1, Math.ceil(features.length / SHAPES));
      return features.filter((_, i) => i % step === 0).flatMap(({ geometry }) => (geometry ? [reprojectGeometry(geometry, crs, swapped)] : []));
    }),
    readSource: (handle: number, index: number, settings: ImportSettings, progress: Progress) => outcome(() => {
      const { layer, ...report } = readLayer(rawOf(handle, index), settings, progress);
      return { head: store.add(layer), report: report as Report, sha256: open!.sha256 };
    }),
    /** A table without places, brought into a layer of the project. */
    joinSource: (handle: number, index: number, layerKey: string, match: readonly FieldMatch[], by: JoinBy) => outcome(() => {
      const { layer, ...report } = joinTable(store.get(layerKey), rawOf(handle, index).features, match, by);
      return { head: store.add(layer), report, sha256: open!.sha256 };
    }),
    openPicture: ({ files, beside }: Omit<OpenRequest, 'encoding'>) => outcome(async (): Promise<PictureOpened> => {
      const sources = await Promise.all(files.map(async ({ name, blob }): Promise<SourceFile> => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })));
      const { opened, bytes } = await openPicture(sources, extentOfLayers(store, beside));
      return { opened, picture: new Blob([bytes as BlobPart], { type: opened.type }) };
    }),
    closeSource: (handle: number) => { if (open?.handle === handle) open = null; },
  };
}

function extentOfLayers(store: LayerStore, keys: readonly string[]): Extent | null {
  return extentOf(keys.flatMap((key) => { const extent = extentOf(store.get(key).features); return extent ? [{ geometry: { type: 'MultiPoint' as const, coordinates: [extent.slice(0, 2), extent.slice(2)] } }] : []; }));
}
