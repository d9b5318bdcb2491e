import type { PropertyValue, Unit } from '../../geo/index.ts';
import { currentLanguage, type SayCode } from './index.ts';

/** Ratios that are no shares of a whole: written as numbers. */
const PLAIN_RATIOS = new Set(['accessibility', 'accessibility2sfca', 'accessibility3sfca', 'supplyRatio', 'byStraightLine', 'detourFactor', 'factor.groundFactor', 'score', 'topsis']);

/** A number as it is read: grouped, and with no more digits than mean something. The files keep all of them. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return new Intl.NumberFormat(currentLanguage() === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: digits }).format(value);
}
export function formatPercent(value: number): string {
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: value !== 0 && Math.abs(value) < 0.1 ? 1 : 0 }).format(value * 100)}%`;
}

/** A figure with its unit; unknown is a dash. `key` tells shares from plain ratios. */
export function formatFigure(key: string, value: PropertyValue, unit: Unit | undefined, sayCode: SayCode): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return sayCode(value ? 'value.yes' : 'value.no');
  if (typeof value !== 'number') return String(value);
  if (unit === 'ratio') return PLAIN_RATIOS.has(key) ? formatNumber(value) : formatPercent(value);
  const word = unit ? sayCode(`unit.${unit}`, {}, '') : '';
  if (word === '' || unit === 'count') return formatNumber(value);
  return `${formatNumber(value)} ${word}`;
}
