import { documentsIn, type Documents, type Issue, type ProjectMeta, type ProjectReading, type StoredLayer, type StoredRun } from '../../geo/index.ts';
import type { LayerHead, LayerStore } from './layer-store.ts';
import type { Reckoning } from './reckoning.ts';

/** A project as it crosses to the page: layers as heads, features follow in portions. */
export interface OpenedProject {
  meta: ProjectMeta;
  layers: readonly (Omit<StoredLayer, 'layer'> & { head: LayerHead })[];
  documents: Documents;
  /** Of the basemaps, by their sha256. */
  pictures: ReadonlyMap<string, Blob>;
  runs: readonly (Omit<StoredRun, 'layers' | 'reckoning'> & { heads: Readonly<Record<string, LayerHead>>; reckoning: Reckoning; outOfDate: readonly string[] })[];
  /** What was found on opening: layers that are gone, rows that another program changed. */
  issues: Issue[];
  /** Ids of layers that were read otherwise than they are stored. */
  changed: string[];
}

export function crossing(store: LayerStore, { project, issues, outOfDate, changed }: ProjectReading): OpenedProject {
  const { layers, runs, name, invented, viewState, createdBy, created, saved, origin, handOut } = project;
  return {
    meta: { name, invented, viewState, createdBy, created, saved, ...(origin === undefined ? {} : { origin }), ...(handOut ? { handOut } : {}) }, issues, changed, documents: documentsIn(project), pictures: new Map([...project.pictures ?? []].map(([sha256, bytes]) => [sha256, new Blob([bytes as BlobPart])])),
    layers: layers.map(({ layer, ...rest }) => ({ ...rest, head: store.add(layer) })),
    runs: runs.map(({ layers: results, reckoning, ...rest }) => ({
      ...rest, heads: Object.fromEntries(Object.entries(results).map(([name, layer]) => [name, store.add(layer)])),
      reckoning: { text: new Blob([reckoning.text as BlobPart]), places: reckoning.places }, outOfDate: outOfDate[rest.id] ?? [],
    })),
  };
}
