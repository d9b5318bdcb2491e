import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { AnalysisResult, Layer, Params, PlanFeature, Progress } from '../../geo/index.ts';
import type { EngineApi, ReadRequest } from './engine-api.ts';
import { valueOf } from './failure.ts';
import type { LayerHead } from './layer-store.ts';

/** Features per message: a portion is cloned in a few milliseconds, well under a frame. */
const PORTION = 400;

/**
 * The page's side of the engine. It alone knows there is a worker. Layers are sent once per version; results
 * come back in portions. `cancel` ends the worker: whatever ran is gone, the layers are sent again when needed.
 */
class Engine {
  private worker: Worker | null = null;
  private remote: Remote<EngineApi> | null = null;
  private keys = new WeakMap<Layer, string>();
  private rejectRunning: ((reason: unknown) => void) | null = null;
  private sent = 0;

  private api(): Remote<EngineApi> {
    if (!this.remote) {
      this.worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
      this.remote = wrap<EngineApi>(this.worker);
    }
    return this.remote;
  }

  /** Ends what runs. The promise of the run is rejected with `Cancelled`. */
  cancel(): void {
    this.remote?.[releaseProxy]();
    this.worker?.terminate();
    this.remote = null;
    this.worker = null;
    this.keys = new WeakMap();
    this.rejectRunning?.(new Cancelled());
  }

  async keyOf(layer: Layer): Promise<string> {
    const known = this.keys.get(layer);
    if (known) return known;
    const key = `p${this.sent++}`;
    this.keys.set(layer, key);
    await this.api().open({ key, id: layer.id, schema: layer.schema, name: layer.name, count: layer.features.length });
    for (let from = 0; from < layer.features.length; from += PORTION) {
      await this.api().append(key, layer.features.slice(from, from + PORTION));
    }
    return key;
  }

  private async fetchLayer(head: LayerHead): Promise<Layer> {
    const features: PlanFeature[] = [];
    for (let from = 0; from < head.count; from += PORTION) {
      features.push(...await this.api().portion(head.key, from, PORTION));
    }
    const layer: Layer = { id: head.id, schema: head.schema, name: head.name, features };
    this.keys.set(layer, head.key);
    return layer;
  }

  async displayUrl(layer: Layer): Promise<string> {
    return valueOf(await this.api().display(await this.keyOf(layer)));
  }
  async propose(source: Blob, fileName: string) {
    return valueOf(await this.api().propose(source, fileName));
  }
  async read(source: string | Blob, request: ReadRequest) {
    const { head, report, sha256 } = valueOf(await this.api().read(source, request));
    return { layer: await this.fetchLayer(head), report, sha256 };
  }
  async check(layers: readonly Layer[]) {
    const keys = await Promise.all(layers.map((layer) => this.keyOf(layer)));
    return valueOf(await this.api().check(keys));
  }

  async run(id: string, inputs: Record<string, Layer>, params: Params, progress: Progress): Promise<AnalysisResult> {
    const keys = await this.keysOf(inputs);
    const work = this.api().run(id, keys, params, proxy(progress));
    const cancelled = new Promise<never>((_, reject) => { this.rejectRunning = reject; });
    const { heads, ...rest } = valueOf(await Promise.race([work, cancelled]));
    const layers: Record<string, Layer> = {};
    for (const [name, head] of Object.entries(heads)) layers[name] = await this.fetchLayer(head);
    return { ...rest, layers };
  }

  async openSession(service: string, inputs: Record<string, Layer>, params: Params) {
    return valueOf(await this.api().openSession(service, await this.keysOf(inputs), params));
  }
  async moveSession(params: Params, site: SiteOnTrial | null) {
    return valueOf(await this.api().moveSession(params, site));
  }

  private async keysOf(inputs: Record<string, Layer>): Promise<Record<string, string>> {
    const keys: Record<string, string> = {};
    for (const [name, layer] of Object.entries(inputs)) keys[name] = await this.keyOf(layer);
    return keys;
  }
}

/** A candidate site whose capacity is added in a what-if. */
export interface SiteOnTrial {
  feature: PlanFeature;
  capacity: number;
}

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

export const engine = new Engine();
