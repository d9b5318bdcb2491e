import { wordsIn, type Language } from '../../messages/index.ts';
import type { Layer } from '../../model/index.ts';
import { layerTitle, symbologyOfLayer, type Symbology } from '../../style/index.ts';

/** A layer as it is to be drawn: with its title for the legend, and its symbology as the map shows it. */
export interface DrawnLayer {
  layer: Layer;
  title: string;
  symbology: Symbology;
  /** 0…1 */
  opacity: number;
}

/** Layers as they are drawn where nobody chose otherwise, bottom first. */
export function drawnLayers(layers: readonly Layer[], language: Language): DrawnLayer[] {
  const drawn = layers.map((layer): DrawnLayer => {
    const symbology = symbologyOfLayer(layer);
    return { layer, title: layerTitle(layer, wordsIn(language)), symbology, opacity: symbology.opacity };
  });
  return drawn.sort((a, b) => a.symbology.order - b.symbology.order);
}
