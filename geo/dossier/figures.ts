import { say, type Language } from '../messages/index.ts';
import { thousands, type Unit } from '../model/index.ts';

/** What cannot be had in parts. */
const WHOLE = new Set<Unit | undefined>(['stall', 'person', 'household', 'car', 'count', 'level', 'day']);
export const UNKNOWN = '—';

/** A figure with its unit and no more digits than mean something; unknown is a dash, never a zero. */
export function figure(value: number | string | null, unit: Unit | undefined, language: Language): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'string') return value;
  if (unit === 'ratio') return `${rounded(value * 100, 1)}%`;
  const word = unit && unit !== 'count' ? say(`unit.${unit}`, language) : '';
  return `${rounded(value, digitsOf(value, unit))}${word === '' ? '' : ` ${word}`}`;
}
const digitsOf = (value: number, unit: Unit | undefined): number => (WHOLE.has(unit) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
/** Without a sign where nothing is left of it. */
const rounded = (value: number, digits: number): string => thousands(Number(value.toFixed(digits)) || 0);
