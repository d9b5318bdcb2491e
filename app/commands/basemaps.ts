import { basemapIdFor, BasemapPlace, outOfGrid, type Basemap } from '../../geo/index.ts';
import { zoomToBasemap } from '../map/map-access.ts';
import { commit, currentDocument } from '../state/document.ts';
import { notify } from '../state/tasks.ts';
import { setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import type { PictureOpened } from '../workers/import-api.ts';
import { answer, type Answer } from './answer.ts';
import { attempt } from './attempt.ts';
import { refuseTooLarge } from './import-layer.ts';

/** Looks into a picture with what lies beside it. Nothing of it is taken in. */
export function openPictureFiles(files: readonly File[]): Promise<Answer<PictureOpened>> {
  return answer(() => {
    refuseTooLarge({ size: files.reduce((sum, { size }) => sum + size, 0) });
    return engine.openPicture(files, currentDocument().layers.map(({ layer }) => layer));
  });
}

/** The edge of a picture in degrees, as it would lie in a CRS; null where that is not on the earth. */
export function ringIn(basemap: Pick<Basemap, 'width' | 'height' | 'ground' | 'crs'>): [number, number][] | null {
  const ring = new BasemapPlace(basemap).outline();
  return ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 89) ? ring : null;
}

export type BasemapSettings = Pick<Basemap, 'name' | 'source' | 'secrecy' | 'crs'>;
/** Takes a picture into the project as one step that can be undone. It lies over the basemaps that are there, and under all layers. */
export function importBasemap({ opened: { guesses: _guesses, ...opened }, picture }: PictureOpened, settings: BasemapSettings): void {
  const basemap = outOfGrid({ ...opened, ...settings, id: basemapIdFor(currentDocument().basemaps) });
  void attempt(() => {
    commit('step.importBasemap', (document) => ({ ...document, basemaps: [...document.basemaps, basemap], pictures: new Map([...document.pictures ?? [], [basemap.sha256, picture]]) }));
    setView(({ hidden, opacity }) => ({ hidden: { ...hidden, [basemap.id]: false }, opacity: { ...opacity, [basemap.id]: 1 } }));
    zoomToBasemap(basemap);
    notify('info', 'basemap.done', { name: basemap.name });
  });
}

/** Name, source or level; where it lies stays. */
export function changeBasemap(id: string, change: Partial<Pick<Basemap, 'name' | 'source' | 'secrecy'>>): void {
  void attempt(() => commit('step.changeBasemap', (document) => ({ ...document, basemaps: document.basemaps.map((basemap) => (basemap.id === id ? { ...basemap, ...change } : basemap)) })));
}
/** Over or under the next one. */
export function moveBasemap(id: string, by: -1 | 1): void {
  void attempt(() => commit('step.moveBasemap', (document) => {
    const basemaps = [...document.basemaps], from = basemaps.findIndex((basemap) => basemap.id === id), to = from + by;
    if (from < 0 || to < 0 || to >= basemaps.length) return document;
    [basemaps[from], basemaps[to]] = [basemaps[to], basemaps[from]];
    return { ...document, basemaps };
  }));
}
/** Its picture stays with the document, for undoing; it is in no file and not in the store. */
export function removeBasemap(id: string): void {
  void attempt(() => commit('step.removeBasemap', (document) => ({ ...document, basemaps: document.basemaps.filter((basemap) => basemap.id !== id) })));
}
