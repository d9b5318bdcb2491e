import { messages, say, type Language } from '../../messages/index.ts';
import type { Layer, PlanFeature } from '../../model/index.ts';
import type { ColourRule, Symbology } from '../../style/index.ts';
import { thousands } from '../furniture/scale-bar.ts';

export interface LegendRow { color: string; label: string }

/** What a colour rule says of the features that are there: categories only where there are such, classes all. */
export function legendRows(rule: ColourRule, features: readonly PlanFeature[], language: Language): LegendRow[] {
  if (rule.kind === 'single') return [];
  if (rule.kind === 'classes') {
    const { stops, none, unit } = rule;
    const rows = stops.map((stop, i) => ({ color: stop.color, label: classLabel(stop.from, stops[i + 1]?.from, unit) }));
    const hasNone = none && features.some(({ properties }) => properties[none.field] === 0);
    return hasNone ? [...rows, { color: none.color, label: say(`legend.none.${none.field}`, language) }] : rows;
  }
  const present = new Set(features.map(({ properties }) => {
    const value = String(properties[rule.field] ?? '');
    return rule.kind === 'prefix' ? value.slice(0, 1) : value;
  }));
  const rows = rule.rows.filter(({ value }) => present.has(value)).map(({ value, color }) => ({ color, label: messages[`choice.${rule.field}.${value}`]?.[language] ?? value }));
  const known = new Set(rule.rows.map(({ value }) => value));
  return [...present].some((value) => !known.has(value)) ? [...rows, { color: rule.other, label: say('legend.other', language) }] : rows;
}

/** What the classes are of, with the unit. */
export function legendColumn(rule: ColourRule, { schema }: Pick<Layer, 'schema'>, language: Language): string {
  if (rule.kind === 'single') return '';
  const field = (messages[`field.${schema}.${rule.field}`] ?? messages[`field.${rule.field}`])?.[language] ?? rule.field;
  const unit = rule.kind === 'classes' ? messages[`unit.${rule.unit}`]?.[language] ?? '' : '';
  return unit === '' ? field : say('legend.withUnit', language, { field, unit });
}

/** The rule that carries a layer's meaning. */
export function mainRule({ fill, line, point, outline }: Symbology): ColourRule | undefined {
  return fill ?? line?.color ?? point?.color ?? outline?.color;
}

function classLabel(from: number, to: number | undefined, unit: string): string {
  if (unit === 'rank') return to === undefined ? `≥ ${from}` : `${from}–${to - 1}`;
  const show = (value: number) => (unit === 'ratio' ? `${Math.round(value * 100)}%` : thousands(value));
  if (to === undefined) return unit === 'ratio' && from >= 0.999 ? '100%' : `≥ ${show(from)}`;
  return `${show(from)} – ${show(to)}`;
}
