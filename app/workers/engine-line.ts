import { transfer } from 'comlink';
import type { Layer, PlanFeature } from '../../geo/index.ts';
import type { EngineApi, Receiver } from './engine-api.ts';
import type { LayerHead } from './layer-store.ts';
import { Cancelled, WorkerLink } from './link.ts';
import { fetchPortions, sendPortions } from './portions.ts';
import type { DrawnColumns } from './tiles/drawn-columns.ts';

/** How long a worker that is asked something else is waited for, and how often it is looked at (milliseconds). */
const MOMENT = 100, GLANCE = 10;

export type Layers = Readonly<Record<string, Layer>>;
/** A scenario's layers, for the frames of sheets. */
export interface ScenarioLayers { id: string; layers: readonly Layer[] }

/**
 * The page's end of the line to the engine. Layers are sent once per version; results come back in portions. `cancel` ends the
 * worker: whatever ran is gone, and layers are sent again when they are needed.
 */
export class EngineLine {
  readonly link = new WorkerLink<EngineApi>(() => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }));
  /** Promises, so that a second asker waits until the layer is wholly there. */
  private keys = new WeakMap<Layer, Promise<string>>();
  /** Layers that the page let go of are dropped in the worker too, if it is still the same one. */
  private readonly forgotten = new FinalizationRegistry<{ key: string; worker: Worker | null }>(({ key, worker }) => {
    if (worker && worker === this.link.current) void this.link.call((api) => api.drop(key)).catch(() => {});
  });
  /** Which worker's layer has these features, so that another worker can have them from there. */
  private readonly sources = new WeakMap<readonly PlanFeature[], { key: string; worker: Worker | null }>();
  /** The workers that have a line to the others, and how much is on its way there. */
  private readonly connected = new Map<Receiver, Worker | null>();
  private passing = 0;
  private sent = 0;

  cancel(): void {
    this.keys = new WeakMap();
    this.link.cancel();
  }

  keyOf(layer: Layer): Promise<string> {
    const known = this.keys.get(layer);
    if (known) return known;
    const key = this.send(layer, `p${this.sent++}`);
    this.keys.set(layer, key);
    return key;
  }
  private async send(layer: Layer, key: string): Promise<string> {
    const head = { key, id: layer.id, schema: layer.schema, name: layer.name, count: layer.features.length }, source = this.sourceOf(layer.features);
    // A layer that got another name has the features of before.
    if (!source || !await this.link.call((api) => api.share(source.key, head))) {
      await this.link.call((api) => api.open(head));
      await sendPortions(layer.features, (portion) => this.link.call((api) => api.append(key, portion)));
    }
    this.note(layer, key);
    return key;
  }
  keysIn(layers: readonly Layer[]): Promise<string[]> {
    return Promise.all(layers.map((layer) => this.keyOf(layer)));
  }
  scenarioKeys(scenarios: readonly ScenarioLayers[]): Promise<{ id: string; keys: string[] }[]> {
    return Promise.all(scenarios.map(async ({ id, layers }) => ({ id, keys: await this.keysIn(layers) })));
  }
  async keysOf(layers: Layers): Promise<Record<string, string>> {
    const keys: Record<string, string> = {};
    for (const [name, layer] of Object.entries(layers)) keys[name] = await this.keyOf(layer);
    return keys;
  }

  async fetchLayer(head: LayerHead, id: string = head.id, tell: (done: number) => void = () => {}): Promise<Layer> {
    const layer = await fetchPortions(head, (from, count) => { tell(from / head.count); return this.link.call((api) => api.portion(head.key, from, count)); }, id);
    this.know(layer, head.key);
    return layer;
  }
  /** Takes a layer for what the worker has under a key: it is not sent. */
  know(layer: Layer, key: string): void {
    this.keys.set(layer, Promise.resolve(key));
    this.note(layer, key);
  }
  private note(layer: Layer, key: string): void {
    const source = { key, worker: this.link.current };
    this.forgotten.register(layer, source);
    this.sources.set(layer.features, source);
  }
  /** Where the worker that is there now has these features. */
  private sourceOf(features: readonly PlanFeature[]) {
    const source = this.sources.get(features);
    return source?.worker && source.worker === this.link.current ? source : undefined;
  }
  /** Sends features that the worker has on to another one, past the page, with those columns alone that are asked for. False where it has not got them, or is at work. */
  async passOn(to: Receiver, features: readonly PlanFeature[], slot: number, port: () => MessagePort, columns: DrawnColumns | null = null): Promise<boolean> {
    const source = this.sourceOf(features), worker = this.link.current;
    if (!source || !await this.isFree() || worker !== this.link.current) return false;
    this.passing++;
    try {
      const end = this.connected.get(to) === worker ? null : port();
      this.connected.set(to, worker);
      await this.link.call((api) => api.passOn(to, source.key, slot, end && transfer(end, [end]), columns));
      return true;
    } catch {
      // Cancelled, or the layer was let go meanwhile: the page has the features too.
      return false;
    } finally {
      this.passing--;
    }
  }
  /** Nothing else is asked of the worker, or no longer after a moment: a word about a file is soon answered, an analysis is not waited for. */
  private async isFree(): Promise<boolean> {
    for (let waited = 0; this.link.pending > this.passing; waited += GLANCE) {
      if (waited >= MOMENT) return false;
      await new Promise((resolve) => { setTimeout(resolve, GLANCE); });
    }
    return true;
  }
}

/** Work that the user did not mean to end: when another's cancelling took the worker away, it is asked of the next one. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) return work();
    throw error;
  }
}
