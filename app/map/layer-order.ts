import type { Layer } from '../../geo/index.ts';
import { symbologyOf } from '../../geo/index.ts';

/** Layers bottom first: by the schema's place, then as the user moved them (`order` is top first). */
export function drawingOrder(layers: readonly Layer[], order: readonly string[]): Layer[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const bySchema = layers.map((layer, index) => ({ layer, index }))
    .sort((a, b) => symbologyOf(a.layer.schema).order - symbologyOf(b.layer.schema).order || a.index - b.index)
    .map(({ layer }) => layer);
  // Moved layers take the slots of moved layers among themselves; the others stay where they are.
  const moved = bySchema.filter((layer) => place.has(layer.id)).sort((a, b) => place.get(b.id)! - place.get(a.id)!);
  return bySchema.map((layer) => (place.has(layer.id) ? moved.shift()! : layer));
}

/** The same as lists show it. */
export const topFirst = (layers: readonly Layer[], order: readonly string[]): Layer[] => drawingOrder(layers, order).reverse();

export function isHidden(layer: Layer, hidden: Readonly<Record<string, boolean>>): boolean {
  return hidden[layer.id] ?? symbologyOf(layer.schema).hidden ?? false;
}
export function opacityOf(layer: Layer, opacity: Readonly<Record<string, number>>): number {
  return opacity[layer.id] ?? symbologyOf(layer.schema).opacity;
}
