import type { Layer } from '../../geo/index.ts';
import { symbologyOf } from '../../geo/index.ts';
import { nextTurn } from '../state/next-turn.ts';

/** Features whose names are looked at before the page gets its turn: a millisecond or two. */
const SLICE = 4000;
const asked = new Set<string>();
/** A layer that was looked at is not looked at again; who asks meanwhile waits with the first one. */
const known = new WeakMap<Layer, Promise<void>>();

/**
 * The map draws letters from the page's fonts but does not wait for them. The font comes in slices by character;
 * this fetches the slices that the labels need first, so no label is drawn with a fallback.
 */
export async function loadGlyphs(layers: readonly Layer[]): Promise<void> {
  for (const layer of layers) {
    const loading = known.get(layer) ?? loadLayer(layer);
    known.set(layer, loading);
    await loading;
  }
}

async function loadLayer({ schema, features }: Layer): Promise<void> {
  const field = symbologyOf(schema).label?.field;
  if (!field) return;
  const fresh = new Set<string>();
  for (let i = 0; i < features.length; i++) {
    if (i > 0 && i % SLICE === 0) await nextTurn();
    const { properties } = features[i];
    for (const character of String(properties[field] ?? properties['name'] ?? '')) if (!asked.has(character)) fresh.add(character);
  }
  if (fresh.size === 0) return;
  for (const character of fresh) asked.add(character);
  await document.fonts.load('400 14px "Noto Sans SC"', [...fresh].join('')).catch(() => []);
}
