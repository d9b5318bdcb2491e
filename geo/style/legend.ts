import { thousands, type Layer, type PlanFeature, type SayWord } from '../model/index.ts';
import { colourOf, rowOf } from './colour-of.ts';
import type { ColourRule, Symbology } from './types.ts';

export interface LegendRow {
  color: string;
  label: string;
}

/** What a colour rule says of the features that are there: categories only where there are such, classes all. The map's legend and that of sheets. */
export function legendRows(rule: ColourRule, features: readonly PlanFeature[], say: SayWord): LegendRow[] {
  if (rule.kind === 'single') return [];
  if (rule.kind === 'classes') {
    const { stops, none, unit } = rule;
    if (unit === 'phase') return stops.filter(({ from }) => features.some(({ properties }) => properties[rule.field] === from)).map(({ from, color }) => ({ color, label: say(`legend.phase.${from}`) }));
    // Of ranks only what there is: a sheet may show the first ten alone.
    const isThere = (i: number) => unit !== 'rank' || features.some(({ properties }) => colourOf(rule, properties) === stops[i].color);
    const rows = stops.flatMap((stop, i) => (isThere(i) ? [{ color: stop.color, label: classLabel(stop.from, stops[i + 1]?.from, unit) }] : []));
    const hasNone = none && features.some(({ properties }) => properties[none.field] === 0);
    return hasNone ? [...rows, { color: none.color, label: say(`legend.none.${none.field}`) }] : rows;
  }
  const present = new Set(features.map(({ properties }) => rowOf(rule, String(properties[rule.field] ?? ''))));
  const rows = rule.rows.filter((row) => present.has(row)).map(({ value, color, name }) => ({ color, label: name ?? say(`choice.${rule.field}.${value}`, {}, value) }));
  return present.has(undefined) ? [...rows, { color: rule.other, label: say('legend.other') }] : rows;
}

/** What features without a value are. */
export const unknownWord = (rule: ColourRule & { kind: 'classes' }, say: SayWord): string => say(`legend.unknown.${rule.field}`, {}, say('legend.unknown'));

/** What the classes are of, with the unit: a figure without one says nothing. */
export function legendColumn(rule: ColourRule, { schema }: Pick<Layer, 'schema'>, say: SayWord): string {
  if (rule.kind === 'single') return '';
  const field = say(`field.${schema}.${rule.field}`, {}, say(`field.${rule.field}`, {}, rule.field));
  const unit = rule.kind === 'classes' ? say(`unit.${rule.unit}`, {}, '') : '';
  return unit === '' ? field : say('legend.withUnit', { field, unit });
}

/** The rule that carries a layer's meaning: its fill, else its line, point or outline. */
export function mainRule({ fill, line, point, outline }: Symbology): ColourRule | undefined {
  return fill ?? line?.color ?? point?.color ?? outline?.color;
}

function classLabel(from: number, to: number | undefined, unit: string): string {
  if (unit === 'rank') return to === undefined ? `≥ ${from}` : `${from} – ${to - 1}`;
  const show = (value: number) => (unit === 'ratio' ? `${Math.round(value * 100)}%` : thousands(value)).replace('-', '−');
  if (to === undefined) return unit === 'ratio' && from >= 0.999 ? '100%' : `≥ ${show(from)}`;
  return `${show(from)} – ${show(to)}`;
}
