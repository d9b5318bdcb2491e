import { mayCarryProject, withinLevel, type SecrecyLevel } from '../io/index.ts';
import { drawnLayers, type SheetSource } from '../layout/index.ts';
import type { Language } from '../messages/index.ts';
import type { Layer, PlanFeature } from '../model/index.ts';
import { symbologyOf } from '../style/index.ts';

export interface SheetSourceWishes {
  /** Layers and results, as they stand in the project. */
  layers: readonly Layer[];
  /** Rows that were set aside: no sheet shows them, but a project that goes with it holds them. */
  setAside: readonly PlanFeature[];
  level: SecrecyLevel;
  language: Language;
  invented: boolean;
}

/** What a sheet is drawn from: the layers with nothing above a level of secrecy, those hidden that the map hides until asked. */
export function sheetSource({ layers, setAside, level, language, invented }: SheetSourceWishes): SheetSource {
  const within = layers.map((layer) => withinLevel(layer, level));
  return {
    layers: drawnLayers(within.map(({ layer }) => layer), language), hidden: new Set(layers.filter(({ schema }) => symbologyOf(schema).hidden).map(({ id }) => id)),
    level, withheld: within.reduce((sum, { leftOut }) => sum + leftOut, 0), mayCarryProject: mayCarryProject([...layers.map(({ features }) => features), setAside], level), invented,
  };
}
