import { drawnLayers, type Language, type Layer, type SheetSource } from '../../geo/index.ts';

/** Layers as they are drawn where nobody chose otherwise. */
export function sheetSource(layers: readonly Layer[], rest: Partial<SheetSource> = {}, language: Language = 'zh'): SheetSource {
  return { layers: drawnLayers(layers, language), scenarios: new Map(), hidden: new Set(), level: 'internal', withheld: 0, mayCarryProject: true, invented: false, ...rest };
}
