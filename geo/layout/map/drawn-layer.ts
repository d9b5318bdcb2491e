import { wordsIn, type Language } from '../../messages/index.ts';
import type { Layer, Stratum } from '../../model/index.ts';
import { layerTitle, symbologyOfLayer, symbologyOfStrata, type Symbology } from '../../style/index.ts';

/** A layer as it is to be drawn: with its title for the legend, and its symbology as the map shows it. */
export interface DrawnLayer {
  layer: Layer;
  title: string;
  symbology: Symbology;
  /** 0…1 */
  opacity: number;
}

/** Layers as they are drawn where nobody chose otherwise, bottom first; plan zones in the strata of the project, where they are given. */
export function drawnLayers(layers: readonly Layer[], language: Language, strata?: readonly Stratum[]): DrawnLayer[] {
  const drawn = layers.map((layer): DrawnLayer => {
    const own = symbologyOfLayer(layer), symbology = strata && layer.schema === 'underground-zone' ? symbologyOfStrata(own, strata) : own;
    return { layer, title: layerTitle(layer, wordsIn(language)), symbology, opacity: symbology.opacity };
  });
  return drawn.sort((a, b) => a.symbology.order - b.symbology.order);
}
