import type { CrsRef, FieldMatch, ImportSettings, JoinBy, PlanFeature, Progress } from '../../geo/index.ts';
import { LARGEST_TEXT, UserError } from '../../geo/index.ts';
import { formatNumber } from '../i18n/format.ts';
import { zoomToLayer } from '../map/map-access.ts';
import { commit, currentDocument, type ProjectLayer } from '../state/document.ts';
import { notify, useTasks } from '../state/tasks.ts';
import { select, setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import type { OpenedSource } from '../workers/import-api.ts';
import { layerTiles } from '../workers/tiles/layer-tiles.ts';
import { answer, type Answer } from './answer.ts';
import { forgetSession } from './live.ts';
import { placeLayer, type Place, type Reading } from './place-layer.ts';

/** Looks into files that belong together. Nothing of them is taken in. */
export function openFiles(files: readonly File[], encoding: string | undefined, progress: Progress): Promise<Answer<OpenedSource>> {
  return answer(() => {
    refuseTooLarge({ size: files.reduce((sum, { size }) => sum + size, 0) });
    return engine.openSource(files, currentDocument().layers.map(({ layer }) => layer), encoding, progress);
  });
}
export function closeFiles(source: OpenedSource | null): void {
  if (source) engine.closeSource(source.handle);
}
/** Ends what the worker is at with files, unless an analysis or another task of the user is at work there too: that one is waited for. */
export function stopReading(): void {
  if (useTasks.getState().task !== null) return;
  engine.cancel();
  forgetSession();
}
/** Some of the shapes where they would lie in this CRS, for a look before they are taken in. */
export function shapesIn(source: OpenedSource, index: number, crs: CrsRef, swapped: boolean): Promise<Answer<PlanFeature['geometry'][]>> {
  return answer(() => engine.shapesOf(source.handle, index, crs, swapped));
}

/** Reads a layer of the files whole, as the user confirmed it. The document is not touched yet. */
export function readFromSource(source: OpenedSource, index: number, fileName: string, settings: ImportSettings, progress: Progress): Promise<Answer<Reading>> {
  return answer(async () => {
    const { layer, report, sha256 } = await engine.readSource(source.handle, index, { ...settings, layerId: settings.schema, name: '' }, progress);
    layerTiles.wakeFor(layer.features);
    return { layer, fileName, sha256, issues: report.issues, setAside: report.rejected, counts: report.counts };
  });
}

export interface Joining {
  /** The layer of the project that the table was brought into, and what it is with the table. */
  into: ProjectLayer;
  joined: ProjectLayer['layer'];
  issues: ProjectLayer['issues'];
  counts: { read: number; updated: number; unchanged: number; setAside: number };
}
/** A table without places, brought into a layer. The document is not touched yet. */
export function joinFromSource(source: OpenedSource, index: number, into: ProjectLayer, match: readonly FieldMatch[], by: JoinBy): Promise<Answer<Joining>> {
  return answer(async () => {
    const { layer, report } = await engine.joinSource(source.handle, index, into.layer, match, by);
    return { into, joined: layer, issues: report.issues, counts: report.counts };
  });
}

/** Takes what was read into the project as one step that can be undone. */
export function importReading(reading: Reading, place: Place, name: string, title: string): void {
  const { layerId } = placeLayer(currentDocument(), reading, place, name);
  commit('step.importLayer', (document) => placeLayer(document, reading, place, name).document);
  select(null);
  setView(({ hidden }) => ({ hidden: { ...hidden, [layerId]: false } }));
  if (reading.layer.features.length > 0) zoomToLayer(reading.layer);
  notify('info', 'import.done', { name: title, kept: formatNumber(reading.counts.kept), setAside: formatNumber(reading.counts.setAside) });
}
export function importJoining({ into, joined, issues, counts }: Joining, title: string): void {
  commit('step.joinTable', (document) => ({
    ...document,
    layers: document.layers.map((known) => (known === into ? { ...known, layer: joined, sha256: null, issues: [...known.issues, ...issues] } : known)),
  }));
  notify('info', 'import.joined', { name: title, updated: formatNumber(counts.updated), setAside: formatNumber(counts.setAside) });
}

/** By its size, before a byte is loaded: such a file would not fit a browser tab once it is parsed. */
export function refuseTooLarge({ size }: { size: number }): void {
  if (size > LARGEST_TEXT) throw new UserError('file.too-large', { size: Math.round(size / 1048576), most: LARGEST_TEXT / 1048576 });
}
