import type { Documents, HandOutWishes, Project, ProjectMeta, StoredLayer, StoredRun } from '../../geo/index.ts';
import { createProject, handOut, inputOf, openDatabase, readProject, writeProject } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { crossing, type OpenedProject } from './opened-project.ts';
import type { Reckoning } from './reckoning.ts';

/** A layer of the project without its features, which the worker has under a key. */
export type LayerEntry = Omit<StoredLayer, 'layer'> & { key: string };
export interface RunEntry extends Omit<StoredRun, 'inputs' | 'layers' | 'reckoning'> {
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
  documents: Documents;
  pictures: ReadonlyMap<string, Blob>;
}

/** A project as one file: a GeoPackage, as QGIS and the command line have it. */
export function saveProject(store: LayerStore, request: SaveRequest) {
  return outcome(async () => fileOf(await projectOf(store, request)));
}
/** A project of its own for one department. */
export function handOutProject(store: LayerStore, request: SaveRequest, wishes: HandOutWishes) {
  return outcome(async () => fileOf(handOut(await projectOf(store, request), wishes)));
}
async function fileOf(project: Project): Promise<Blob> {
  const db = await openDatabase();
  try {
    createProject(db, project);
    writeProject(db, project);
    return new Blob([db.bytes() as BlobPart], { type: 'application/geopackage+sqlite3' });
  } finally {
    db.close();
  }
}
export function openProject(store: LayerStore, file: Blob) {
  return outcome(async (): Promise<OpenedProject> => {
    const db = await openDatabase(new Uint8Array(await file.arrayBuffer()));
    try {
      return crossing(store, readProject(db));
    } finally {
      db.close();
    }
  });
}

/** The project whole, as the worker has it. */
export async function projectOf(store: LayerStore, { meta, layers, runs, documents, pictures }: SaveRequest): Promise<Project> {
  const stored = await Promise.all(runs.map((run) => storedRun(store, run)));
  const bytes = new Map(await Promise.all([...pictures].map(async ([sha256, picture]) => [sha256, new Uint8Array(await picture.arrayBuffer())] as const)));
  return { ...meta, pictures: bytes, layers: layers.map(({ key, ...rest }) => ({ ...rest, layer: store.get(key) })), runs: stored, ...documents };
}

async function storedRun(store: LayerStore, { inputs, layers, reckoning, ...run }: RunEntry): Promise<StoredRun> {
  return {
    ...run,
    inputs: Object.fromEntries(Object.entries(inputs).map(([input, { key, layerId, file, sha256 }]) => [input, inputOf(store.get(key), layerId, file, sha256)])),
    layers: Object.fromEntries(Object.entries(layers).map(([name, key]) => [name, store.get(key)])),
    reckoning: { text: new Uint8Array(await reckoning.text.arrayBuffer()), places: reckoning.places },
  };
}
