import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Layer, Params, PlanFeature, Progress, ServiceId } from '../../geo/index.ts';
import type { EngineApi, ReadRequest } from './engine-api.ts';
import { valueOf } from './failure.ts';
import type { LayerHead } from './layer-store.ts';
import type { AnalysisTable, FilesRequest, InputRecord, RunAnswer } from './run-api.ts';
import type { SessionAnswer, SiteOnTrial } from './session-api.ts';

/** Features per message: a portion is cloned in a few milliseconds, well under a frame. */
const PORTION = 400;

/**
 * The page's side of the engine. It alone knows there is a worker. Layers are sent once per version; results
 * come back in portions. `cancel` ends the worker: whatever ran is gone, the layers are sent again when needed.
 */
class Engine {
  private worker: Worker | null = null;
  private remote: Remote<EngineApi> | null = null;
  /** Promises, so that a second asker waits until the layer is wholly there. */
  private keys = new WeakMap<Layer, Promise<string>>();
  /** Layers that the page let go of are dropped in the worker too, if it is still the same one. */
  private readonly forgotten = new FinalizationRegistry<{ key: string; worker: Worker | null }>(({ key, worker }) => {
    if (worker === this.worker) void this.remote?.drop(key);
  });
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

  keyOf(layer: Layer): Promise<string> {
    const known = this.keys.get(layer);
    if (known) return known;
    const key = this.send(layer, `p${this.sent++}`);
    this.keys.set(layer, key);
    return key;
  }
  private async send(layer: Layer, key: string): Promise<string> {
    await this.api().open({ key, id: layer.id, schema: layer.schema, name: layer.name, count: layer.features.length });
    for (let from = 0; from < layer.features.length; from += PORTION) {
      await this.api().append(key, layer.features.slice(from, from + PORTION));
    }
    this.forgotten.register(layer, { key, worker: this.worker });
    return key;
  }

  private async fetchLayer(head: LayerHead, id: string = head.id): Promise<Layer> {
    const features: PlanFeature[] = [];
    for (let from = 0; from < head.count; from += PORTION) {
      features.push(...await this.api().portion(head.key, from, PORTION));
    }
    const layer: Layer = { id, schema: head.schema, name: head.name, features };
    this.keys.set(layer, Promise.resolve(head.key));
    this.forgotten.register(layer, { key: head.key, worker: this.worker });
    return layer;
  }

  /** The analyses with their inputs and parameters, for forms. */
  analyses(): Promise<AnalysisTable> {
    return this.api().analyses();
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

  /** `layerId` names the result layers for the project. */
  async run(id: string, inputs: Readonly<Record<string, Layer>>, params: Params, progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
    const keys = await this.keysOf(inputs);
    const work = this.api().run(id, keys, params, proxy(progress));
    const cancelled = new Promise<never>((_, reject) => { this.rejectRunning = reject; });
    const { heads, ...rest } = valueOf(await Promise.race([work, cancelled]));
    const layers: Record<string, Layer> = {};
    for (const [name, head] of Object.entries(heads)) layers[name] = await this.fetchLayer(head, layerId(name));
    return { ...rest, layers };
  }
  /** The files of a run by name, as the command line writes them. */
  async files({ inputs, layers, ...rest }: RunFiles): Promise<Record<string, Blob>> {
    const records: Record<string, InputRecord> = {};
    for (const [input, { layer, ...record }] of Object.entries(inputs)) records[input] = { ...record, key: await this.keyOf(layer) };
    return valueOf(await this.api().files({ ...rest, inputs: records, layers: await this.keysOf(layers) }));
  }

  async openSession(analysis: string, service: ServiceId, inputs: Readonly<Record<string, Layer>>, params: Params): Promise<void> {
    valueOf(await this.api().openSession(analysis, service, await this.keysOf(inputs), params));
  }
  async moveSession(params: Params, site: SiteOnTrial | null): Promise<SessionAnswer> {
    return valueOf(await this.api().moveSession(params, site));
  }

  private async keysOf(inputs: Readonly<Record<string, Layer>>): Promise<Record<string, string>> {
    const keys: Record<string, string> = {};
    for (const [name, layer] of Object.entries(inputs)) keys[name] = await this.keyOf(layer);
    return keys;
  }
}

export type RunResult = Omit<RunAnswer, 'heads'> & { layers: Record<string, Layer> };
export type RunFiles = Omit<FilesRequest, 'inputs' | 'layers'> & {
  inputs: Readonly<Record<string, Omit<InputRecord, 'key'> & { layer: Layer }>>;
  layers: Readonly<Record<string, Layer>>;
};

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

export const engine = new Engine();
