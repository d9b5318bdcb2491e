import type { Layer, PlanFeature } from '../../geo/index.ts';

/** What a layer is without its features: small enough to send at once. */
export interface LayerHead {
  key: string;
  id: string;
  schema: Layer['schema'];
  name: string;
  count: number;
}

/**
 * The worker's copies of layers by key. A key stands for one version of a layer: an edited layer gets a new
 * one. Features cross the thread in portions, so that neither side works longer than a frame on one message.
 */
export class LayerStore {
  private readonly layers = new Map<string, Layer>();
  private next = 0;

  add(layer: Layer): LayerHead {
    const key = `w${this.next++}`;
    this.layers.set(key, layer);
    return headOf(key, layer);
  }
  open(head: LayerHead): void {
    this.layers.set(head.key, { id: head.id, schema: head.schema, name: head.name, features: [] });
  }
  /** The features of one layer under the head of another. False where it is not there. */
  share(from: string, head: LayerHead): boolean {
    const known = this.layers.get(from);
    if (known) this.layers.set(head.key, { id: head.id, schema: head.schema, name: head.name, features: known.features });
    return known !== undefined;
  }
  append(key: string, features: PlanFeature[]): void {
    this.get(key).features.push(...features);
  }
  portion(key: string, from: number, count: number): PlanFeature[] {
    return this.get(key).features.slice(from, from + count);
  }
  get(key: string): Layer {
    const layer = this.layers.get(key);
    if (!layer) throw new Error(`the worker has no layer ${key}`);
    return layer;
  }
  /** The page let go of the layer. */
  drop(key: string): void {
    this.layers.delete(key);
  }
}

function headOf(key: string, layer: Layer): LayerHead {
  return { key, id: layer.id, schema: layer.schema, name: layer.name, count: layer.features.length };
}
