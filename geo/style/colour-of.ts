import type { Properties } from '../model/index.ts';
import type { CategoryRow, ColourRule } from './types.ts';

/** The colour that a rule gives a feature. */
export function colourOf(rule: ColourRule, properties: Properties): string {
  if (rule.kind === 'single') return rule.color;
  const value = properties[rule.field];
  if (rule.kind === 'classes') {
    if (rule.none && properties[rule.none.field] === 0) return rule.none.color;
    if (typeof value !== 'number') return rule.unknown;
    return rule.stops.reduce((color, stop) => (value >= stop.from ? stop.color : color), rule.unknown);
  }
  return rowOf(rule, String(value ?? ''))?.color ?? rule.other;
}

/** The row that a value belongs to: the same, or of those that it begins with the longest. */
export function rowOf({ kind, rows }: ColourRule & { kind: 'category' | 'prefix' }, value: string): CategoryRow | undefined {
  if (kind === 'category') return rows.find((row) => row.value === value);
  return rows.reduce<CategoryRow | undefined>((best, row) => (value.startsWith(row.value) && row.value.length > (best?.value.length ?? 0) ? row : best), undefined);
}
