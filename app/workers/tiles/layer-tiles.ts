import { transfer } from 'comlink';
import type { PlanFeature } from '../../../geo/index.ts';
import { engine } from '../engine.ts';
import { WorkerLink } from '../link.ts';
import { LARGE, PORTION, portionOf } from '../portions.ts';
import { drawnFeatures, type DrawnColumns } from './drawn-columns.ts';
import type { TileWishes, TilesApi } from './tiles-api.ts';

/**
 * The page's side of the worker that cuts very large layers into tiles; the more features the map itself has been handed, the longer each further portion
 * takes (200,000 of them: a minute and a half). It starts with the first such layer.
 */
class LayerTiles {
  private readonly link = new WorkerLink<TilesApi>(() => new Worker(new URL('./tiles.worker.ts', import.meta.url), { type: 'module', name: 'tiles' }));

  /** So many features may be drawn soon: the worker, which takes a moment to come up, starts if they are very many. */
  wakeFor(features: readonly PlanFeature[]): void {
    if (features.length > LARGE) this.link.wake();
  }
  /** Hands a layer over: from the engine's worker where that has it, else portion by portion, so that the page is never held. Stops when `goOn` says that it is no longer wanted. */
  async fill(key: number, features: readonly PlanFeature[], columns: DrawnColumns, wishes: TileWishes, goOn: () => boolean): Promise<void> {
    await this.link.call((api) => api.open(String(key), wishes));
    if (await engine.passOn('tiles', features, key, () => this.line(), columns) || !goOn()) return;
    await this.link.call((api) => api.clear(String(key)));
    for (let from = 0; from < features.length && goOn(); from += PORTION) await this.link.call((api) => api.add(String(key), portionOf(drawnFeatures(features.slice(from, from + PORTION), columns))));
  }
  async change(key: number, removed: readonly string[], put: readonly PlanFeature[], columns: DrawnColumns, goOn: () => boolean): Promise<void> {
    for (let from = 0; (from === 0 || from < put.length) && goOn(); from += PORTION) {
      await this.link.call((api) => api.change(String(key), from === 0 ? removed : [], portionOf(drawnFeatures(put.slice(from, from + PORTION), columns))));
    }
  }
  /** A line to the worker for another worker. */
  private line(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    void this.link.call((api) => api.connect(transfer(port1, [port1])));
    return port2;
  }
  tile(key: string, z: number, x: number, y: number): Promise<ArrayBuffer> {
    return this.link.call((api) => api.tile(key, z, x, y));
  }
  drop(key: number): void {
    void this.link.call((api) => api.drop(String(key))).catch(() => {});
  }
}

export const layerTiles = new LayerTiles();
