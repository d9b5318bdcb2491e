import type { Properties } from '../model/index.ts';
import type { ColourRule } from './types.ts';

/** The colour that a rule gives a feature. */
export function colourOf(rule: ColourRule, properties: Properties): string {
  if (rule.kind === 'single') return rule.color;
  const value = properties[rule.field];
  if (rule.kind === 'classes') {
    if (rule.none && properties[rule.none.field] === 0) return rule.none.color;
    if (typeof value !== 'number') return rule.unknown;
    return rule.stops.reduce((color, stop) => (value >= stop.from ? stop.color : color), rule.unknown);
  }
  const text = String(value ?? '');
  const code = rule.kind === 'prefix' ? text.slice(0, 1) : text;
  return rule.rows.find((row) => row.value === code)?.color ?? rule.other;
}
