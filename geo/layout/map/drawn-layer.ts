import { messages, say, type Language } from '../../messages/index.ts';
import type { Layer } from '../../model/index.ts';
import { symbologyOf, symbologyOfPersons, type Symbology } from '../../style/index.ts';

/** A layer as it is to be drawn: with its title for the legend, and its symbology as the map shows it. */
export interface DrawnLayer {
  layer: Layer;
  title: string;
  symbology: Symbology;
  /** 0…1 */
  opacity: number;
}

/** Layers as they are drawn where nobody chose otherwise, bottom first; results of runs carry the run in their id. */
export function drawnLayers(layers: readonly Layer[], language: Language): DrawnLayer[] {
  const drawn = layers.map((layer): DrawnLayer => {
    const row = symbologyOf(layer.schema);
    const symbology = layer.id.startsWith('shelter-coverage/') ? symbologyOfPersons(row) : row;
    return { layer, title: layerTitle(layer, language), symbology, opacity: row.opacity };
  });
  return drawn.sort((a, b) => a.symbology.order - b.symbology.order);
}

/** A layer named after its schema is named in the language of the sheet; a result carries its run. */
export function layerTitle({ id, name, schema }: Layer, language: Language): string {
  const own = name === '' || name === schema ? say(`schema.${schema}`, language) : messages[`layer.${name}`]?.[language] ?? name;
  const run = id.includes('/') ? messages[`run.${id.split('/')[0]}`]?.[language] : undefined;
  return run === undefined ? own : `${own} · ${run}`;
}
