import { transfer } from 'comlink';
import type { Layer, PlanFeature, ProjectMeta } from '../../geo/index.ts';
import type { StoreChange } from '../state/differ.ts';
import type { ProjectDocument } from '../state/document.ts';
import { pack, type Packed } from './cargo.ts';
import { engine, type ProjectOpened } from './engine.ts';
import { valueOf } from './failure.ts';
import type { LayerHead } from './layer-store.ts';
import { WorkerLink } from './link.ts';
import { fetchPortions, PORTION, sendPortions, withLayers } from './portions.ts';
import type { StoreApi, StoredOpened } from './store-api.ts';

/** A project of the browser's store. `own`: this tab may write it. */
export type StoredProject = ProjectOpened & { own: boolean };

/**
 * The page's side of the worker that stores the open project. It is not the engine's, so that a change is on the disk while an analysis runs, and
 * cancelling one ends no transaction. It is started when something is stored or opened.
 */
class Store {
  private readonly link = new WorkerLink<StoreApi>(() => new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module', name: 'store' }));
  /** Of layers as they were stored: a run says by them what it was computed from. */
  private readonly checksums = new WeakMap<Layer, string>();
  private slot = 0;

  /** A project for this tab, or a copy of it where another tab has it. */
  async open(id: string): Promise<StoredProject> {
    return this.fetch(valueOf(await this.link.call((api) => api.open(id))));
  }
  /** Resolves when the tab that has the project has gone; null when something else was opened meanwhile. */
  async openWhenFree(id: string): Promise<StoredProject | null> {
    const opened = valueOf(await this.link.call((api) => api.openWhenFree(id)));
    return opened && this.fetch(opened);
  }
  async create(id: string): Promise<void> {
    valueOf(await this.link.call((api) => api.create(id)));
  }
  /** Lets go of the project, if there is one. */
  async close(): Promise<void> {
    if (this.link.current) valueOf(await this.link.call((api) => api.close()));
  }
  /** Stores the changes that lead to `document`, all of them or none. When it returns they are on the disk. */
  async apply(changes: readonly StoreChange[], document: ProjectDocument, meta: ProjectMeta): Promise<void> {
    // Side by side: the page need not come back between one layer and the next.
    const packed = await Promise.all(changes.map((change) => pack(change, (features) => this.stage(features), (layer) => this.checksumOf(layer))));
    this.learn(document.layers.map(({ layer }) => layer), valueOf(await this.link.call((api) => api.apply(packed, meta))));
  }
  async setMeta(meta: Partial<ProjectMeta>): Promise<void> {
    valueOf(await this.link.call((api) => api.setMeta(meta)));
  }

  async rename(id: string, name: ProjectMeta['name']): Promise<void> {
    valueOf(await this.link.call((api) => api.rename(id, name)));
  }
  async remove(id: string): Promise<void> {
    valueOf(await this.link.call((api) => api.remove(id)));
  }
  /** The project's file as it lies there, whether it can be opened or not. */
  async copy(id: string): Promise<Blob> {
    return valueOf(await this.link.call((api) => api.copy(id)));
  }
  async duplicate(id: string, into: string, name: ProjectMeta['name']): Promise<void> {
    valueOf(await this.link.call((api) => api.duplicate(id, into, name)));
  }

  private async fetch(opened: StoredOpened): Promise<StoredProject> {
    const project = { ...opened, ...await withLayers(opened, (head) => this.fetchLayer(head)) };
    this.learn(project.layers.map(({ layer }) => layer), opened.checksums);
    return project;
  }
  private async fetchLayer(head: LayerHead): Promise<Layer> {
    const layer = await fetchPortions(head, (from, count) => this.link.call((api) => api.portion(head.key, from, count)));
    void this.link.call((api) => api.drop(head.key)).catch(() => {});
    return layer;
  }
  private learn(layers: readonly Layer[], checksums: Readonly<Record<string, string>>): void {
    for (const layer of layers) if (checksums[layer.id]) this.checksums.set(layer, checksums[layer.id]);
  }
  private async stage(features: readonly PlanFeature[]): Promise<Packed> {
    if (features.length <= PORTION) return features;
    const passed = this.slot++;
    if (await engine.passOn('store', features, passed, () => this.line())) return { slot: passed };
    const slot = this.slot++;
    await sendPortions(features, (portion) => this.link.call((api) => api.stage(slot, portion)));
    return { slot };
  }
  /** A line to the worker for another worker. */
  private line(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    void this.link.call((api) => api.connect(transfer(port1, [port1])));
    return port2;
  }
  private async checksumOf(layer: Layer): Promise<string> {
    const known = this.checksums.get(layer);
    if (known !== undefined) return known;
    const packed = await this.stage(layer.features);
    const checksum = valueOf(await this.link.call((api) => api.checksum(packed)));
    this.checksums.set(layer, checksum);
    return checksum;
  }
}

export const store = new Store();
