import type { Issue, ProjectMeta, SheetLayout, StoredLayer, StoredRun } from '../../geo/index.ts';
import { analysisOf, createProject, inputOf, openDatabase, readProject, writeProject } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerHead, LayerStore } from './layer-store.ts';
import type { Reckoning } from './reckoning.ts';

/** A layer of the project without its features, which the worker has under a key. */
export type LayerEntry = Omit<StoredLayer, 'layer'> & { key: string };
export interface RunEntry extends Omit<StoredRun, 'version' | 'inputs' | 'layers' | 'reckoning'> {
  /** By input: the layer's key; its id where it still is the project's, else null; what file it came from. */
  inputs: Readonly<Record<string, { key: string; layerId: string | null; file: string; sha256: string | null }>>;
  /** Keys by result layer. */
  layers: Readonly<Record<string, string>>;
  reckoning: Reckoning;
}
export interface SaveRequest {
  meta: ProjectMeta;
  layers: readonly LayerEntry[];
  runs: readonly RunEntry[];
  layouts: readonly SheetLayout[];
}

/** A project as it crosses to the page: layers as heads, features follow in portions. */
export interface OpenedProject {
  meta: ProjectMeta;
  layers: readonly (Omit<StoredLayer, 'layer'> & { head: LayerHead })[];
  layouts: readonly SheetLayout[];
  runs: readonly (Omit<StoredRun, 'layers' | 'reckoning'> & { heads: Readonly<Record<string, LayerHead>>; reckoning: Reckoning; outOfDate: readonly string[] })[];
  /** What was found on opening: layers that are gone, rows that another program changed. */
  issues: Issue[];
}

/** A project as one file: a GeoPackage, as QGIS and the command line have it. */
export function saveProject(store: LayerStore, { meta, layers, runs, layouts }: SaveRequest) {
  return outcome(async () => {
    const db = await openDatabase();
    try {
      createProject(db, meta);
      const stored = await Promise.all(runs.map((run) => storedRun(store, run)));
      writeProject(db, { ...meta, layers: layers.map(({ key, ...rest }) => ({ ...rest, layer: store.get(key) })), runs: stored, layouts });
      return new Blob([db.bytes() as BlobPart], { type: 'application/geopackage+sqlite3' });
    } finally {
      db.close();
    }
  });
}
export function openProject(store: LayerStore, file: Blob) {
  return outcome(async (): Promise<OpenedProject> => {
    const db = await openDatabase(new Uint8Array(await file.arrayBuffer()));
    try {
      const { project: { layers, runs, layouts, ...meta }, issues, outOfDate } = readProject(db);
      return {
        meta, issues, layouts,
        layers: layers.map(({ layer, ...rest }) => ({ ...rest, head: store.add(layer) })),
        runs: runs.map(({ layers: results, reckoning, ...rest }) => ({
          ...rest, heads: Object.fromEntries(Object.entries(results).map(([name, layer]) => [name, store.add(layer)])),
          reckoning: { text: new Blob([reckoning.text as BlobPart]), places: reckoning.places }, outOfDate: outOfDate[rest.id] ?? [],
        })),
      };
    } finally {
      db.close();
    }
  });
}

async function storedRun(store: LayerStore, { inputs, layers, reckoning, ...run }: RunEntry): Promise<StoredRun> {
  return {
    ...run, version: analysisOf(run.analysis).version,
    inputs: Object.fromEntries(Object.entries(inputs).map(([input, { key, layerId, file, sha256 }]) => [input, inputOf(store.get(key), layerId, file, sha256)])),
    layers: Object.fromEntries(Object.entries(layers).map(([name, key]) => [name, store.get(key)])),
    reckoning: { text: new Uint8Array(await reckoning.text.arrayBuffer()), places: reckoning.places },
  };
}
