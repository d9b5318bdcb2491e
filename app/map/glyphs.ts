import type { Layer } from '../../geo/index.ts';
import { symbologyOf } from '../../geo/index.ts';

const asked = new Set<string>();

/**
 * The map draws letters from the page's fonts but does not wait for them. The font comes in slices by character;
 * this fetches the slices that the labels need first, so no label is drawn with a fallback.
 */
export async function loadGlyphs(layers: readonly Layer[]): Promise<void> {
  const fresh = new Set<string>();
  for (const layer of layers) {
    const field = symbologyOf(layer.schema).label?.field;
    if (!field) continue;
    for (const feature of layer.features) {
      for (const character of String(feature.properties[field] ?? feature.properties['name'] ?? '')) {
        if (!asked.has(character)) fresh.add(character);
      }
    }
  }
  if (fresh.size === 0) return;
  for (const character of fresh) asked.add(character);
  await document.fonts.load('400 14px "Noto Sans SC"', [...fresh].join('')).catch(() => []);
}
