import type { PlanFeature } from '../../../geo/index.ts';
import { WorkerLink } from '../link.ts';
import { PORTION, portionOf } from '../portions.ts';
import type { TileWishes, TilesApi } from './tiles-api.ts';

/** Features as the map draws them: with no more columns than it looks at. */
type Drawn = (features: readonly PlanFeature[]) => PlanFeature[];

/** The page's side of the worker that cuts very large layers into tiles. It starts with the first such layer. */
class LayerTiles {
  private readonly link = new WorkerLink<TilesApi>(() => new Worker(new URL('./tiles.worker.ts', import.meta.url), { type: 'module', name: 'tiles' }));

  /** Hands a layer over, portion by portion, so that the page is never held. Stops when `goOn` says that it is no longer wanted. */
  async fill(key: string, features: readonly PlanFeature[], drawn: Drawn, wishes: TileWishes, goOn: () => boolean): Promise<void> {
    await this.link.call((api) => api.open(key, wishes));
    for (let from = 0; from < features.length && goOn(); from += PORTION) await this.link.call((api) => api.add(key, portionOf(drawn(features.slice(from, from + PORTION)))));
  }
  async change(key: string, removed: readonly string[], put: readonly PlanFeature[], drawn: Drawn, goOn: () => boolean): Promise<void> {
    for (let from = 0; (from === 0 || from < put.length) && goOn(); from += PORTION) {
      await this.link.call((api) => api.change(key, from === 0 ? removed : [], portionOf(drawn(put.slice(from, from + PORTION)))));
    }
  }
  tile(key: string, z: number, x: number, y: number): Promise<ArrayBuffer> {
    return this.link.call((api) => api.tile(key, z, x, y));
  }
  drop(key: string): void {
    void this.link.call((api) => api.drop(key)).catch(() => {});
  }
}

export const layerTiles = new LayerTiles();
