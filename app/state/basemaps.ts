import type { Basemap } from '../../geo/index.ts';
import type { ProjectDocument } from './document.ts';

/** Basemaps with their pictures, bottom first. */
export function picturedBasemaps({ basemaps, pictures }: Pick<ProjectDocument, 'basemaps' | 'pictures'>): { basemap: Basemap; picture: Blob }[] {
  return basemaps.flatMap((basemap) => { const picture = pictures?.get(basemap.sha256); return picture ? [{ basemap, picture }] : []; });
}
