import type { Basemap } from '../../geo/index.ts';
import type { BasemapApi } from './basemap-api.ts';
import { valueOf } from './failure.ts';
import { WorkerLink } from './link.ts';

/** The page's side of the worker that bends basemaps into tiles. It starts with the first one. */
class BasemapTiles {
  private readonly link = new WorkerLink<BasemapApi>(() => new Worker(new URL('./basemap.worker.ts', import.meta.url), { type: 'module', name: 'basemaps' }));
  private held = new Set<string>();

  async tile(basemap: Basemap, picture: Blob, z: number, x: number, y: number, size: number): Promise<ImageBitmap | null> {
    if (!this.held.has(basemap.sha256)) {
      this.held.add(basemap.sha256);
      await this.link.call((api) => api.hold(basemap.sha256, basemap.type, picture));
    }
    return valueOf(await this.link.call((api) => api.tile(basemap, z, x, y, size)));
  }
  /** Pictures that no map shows any more are let go. */
  keep(wanted: ReadonlySet<string>): void {
    for (const sha256 of this.held) {
      if (wanted.has(sha256)) continue;
      this.held.delete(sha256);
      void this.link.call((api) => api.drop(sha256)).catch(() => {});
    }
  }
}

export const basemapTiles = new BasemapTiles();
