import type { ColourRule, FieldDef, Layer, Symbology } from '../../geo/index.ts';
import { formatNumber } from '../i18n/format.ts';
import type { SayCode } from '../i18n/index.ts';
import { sayField, sayUnit } from '../i18n/say-field.ts';

export interface LegendRow {
  color: string;
  label: string;
}

/** The rows a colour rule explains itself with; categories only where the layer has them. */
export function legendRows(rule: ColourRule, layer: Layer, sayCode: SayCode): LegendRow[] {
  if (rule.kind === 'single') return [];
  if (rule.kind === 'classes') {
    const { stops, none, unit } = rule;
    const rows = stops.map((stop, i) => ({ color: stop.color, label: classLabel(stop.from, stops[i + 1]?.from, unit) }));
    const hasNone = none && layer.features.some(({ properties }) => properties[none.field] === 0);
    return hasNone ? [...rows, { color: none.color, label: sayCode(`legend.none.${none.field}`) }] : rows;
  }
  const present = new Set(layer.features.map((feature) => {
    const value = String(feature.properties[rule.field] ?? '');
    return rule.kind === 'prefix' ? value.slice(0, 1) : value;
  }));
  const rows = rule.rows.filter((row) => present.has(row.value))
    .map((row) => ({ color: row.color, label: sayCode(`choice.${rule.field}.${row.value}`, {}, row.value) }));
  const known = new Set(rule.rows.map((row) => row.value));
  const rest = [...present].some((value) => !known.has(value));
  return rest ? [...rows, { color: rule.other, label: sayCode('legend.other') }] : rows;
}

/** What the classes are of, with the unit: a figure without one says nothing. */
export function legendColumn(rule: ColourRule, layer: Layer, sayCode: SayCode): string {
  if (rule.kind === 'single') return '';
  const unit = rule.kind === 'classes' && rule.unit !== 'ratio' && rule.unit !== 'rank' ? sayUnit(rule.unit as FieldDef['unit'], sayCode) : '';
  const field = sayField(layer.schema, rule.field, sayCode);
  return unit === '' ? field : sayCode('legend.withUnit', { field, unit });
}

function classLabel(from: number, to: number | undefined, unit: string): string {
  if (unit === 'rank') return to === undefined ? `≥ ${from}` : `${from}–${to - 1}`;
  const show = (value: number) => (unit === 'ratio' ? `${Math.round(value * 100)}%` : formatNumber(value));
  if (to === undefined) return unit === 'ratio' && from >= 0.999 ? '100%' : `≥ ${show(from)}`;
  return `${show(from)} – ${show(to)}`;
}

/** The rule that carries a layer's meaning: its fill, else its line, point or outline. */
export function mainRule(symbology: Symbology): ColourRule | undefined {
  return symbology.fill ?? symbology.line?.color ?? symbology.point?.color ?? symbology.outline?.color;
}
