import type { Basemap } from '../layout/index.ts';

/** `basemap-1`, or the next that is free. */
export function basemapIdFor(basemaps: readonly Pick<Basemap, 'id'>[]): string {
  const taken = new Set(basemaps.map(({ id }) => id));
  for (let n = 1; ; n++) if (!taken.has(`basemap-${n}`)) return `basemap-${n}`;
}
