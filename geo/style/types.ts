import type { SchemaId } from '../model/index.ts';

/**
 * How a value becomes a colour. The map, the legend and (later) the plan sheet read the same rule, so they
 * cannot disagree. Colours are sRGB hex.
 */
export type ColourRule =
  | { kind: 'single'; color: string }
  | { kind: 'category'; field: string; rows: readonly CategoryRow[]; other: string }
  /** Like category, on the beginning of the code: land-use codes nest (R2 is an R). The longest row that fits counts. */
  | { kind: 'prefix'; field: string; rows: readonly CategoryRow[]; other: string }
  /** Classes by lower bound: a value belongs to the last stop that does not exceed it. */
  | { kind: 'classes'; field: string; unit: string; stops: readonly { from: number; color: string }[]; unknown: string;
    /** Features that the classes say nothing about: those whose `field` is 0. Words: `legend.none.<field>`. */
    none?: { field: string; color: string } };

/** `name`: what the project calls it, where it has words of its own; else those of the code (`choice.<field>.<value>`). */
export interface CategoryRow {
  value: string;
  color: string;
  name?: string;
}

export interface Symbology {
  schema: SchemaId;
  /** Drawing order, low first. */
  order: number;
  opacity: number;
  fill?: ColourRule;
  /** How much of the layer's opacity its fill gets: areas that lie over others only tint them. */
  fillShare?: number;
  outline?: { color: ColourRule; width: number; dash?: readonly number[] };
  line?: { color: ColourRule; width: number; dash?: readonly number[] };
  point?: { color: ColourRule; radius: number; stroke: string };
  /** Names are drawn from this zoom on; the label is the `name` unless another field is given. */
  label?: { field: string; minZoom: number; size: number; color: string; priority: number };
  /** Drawn from this zoom on (a whole city of footpaths says nothing at z 11). */
  minZoom?: number;
  /** Off until the user asks for it. */
  hidden?: boolean;
}
