import type { PropertyValue, Unit } from '../../geo/index.ts';
import { currentLanguage, type SayCode } from './index.ts';

/** Ratios that are no shares of a whole: written as numbers. */
const PLAIN_RATIOS = new Set(['accessibility', 'accessibility2sfca', 'accessibility3sfca', 'supplyRatio', 'byStraightLine', 'detourFactor', 'factor.groundFactor', 'topsis']);
/** Ratios of which a hundredth of a per cent means something: a gap that is still open is never shown as none. */
const FINE_RATIOS = new Set(['portfolioGap']);
const SCORES = new Set(['score']);

/** Making a formatter takes the browser tens of milliseconds; each is made once. */
const formatters = new Map<string, Intl.NumberFormat>();
function formatter(digits: number): Intl.NumberFormat {
  const locale = currentLanguage() === 'zh' ? 'zh-CN' : 'en', key = `${locale} ${digits}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  formatters.set(key, known);
  return known;
}

/** A number as it is read: grouped, and with no more digits than mean something. The files keep all of them. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  return formatter(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2).format(value);
}
/** People and stalls: there are no parts of them. */
export const formatWhole = (value: number): string => formatNumber(Math.round(value));
/** Whole per cent, so that figures beside each other look alike; below one per cent a digit more. Where a column needs more digits, all its rows get them. */
export function formatPercent(value: number, digits?: number): string {
  if (digits !== undefined) return `${(100 * value).toFixed(digits)}%`;
  return `${formatter(value !== 0 && Math.abs(value) < 0.01 ? 1 : 0).format(value * 100)}%`;
}
const formatGap = (value: number): string => (value > 0 && value < 1e-4 ? '< 0.01%' : formatPercent(value, value === 0 ? 0 : 2));
/** Scores are 0 … 1 in the files and out of a hundred on the page. */
export function formatScore(value: number): string {
  return (100 * value).toFixed(1);
}

/** What cannot be had in parts. */
const WHOLE = new Set<Unit | undefined>(['stall', 'person', 'household', 'car', 'count']);
export const isWhole = (unit: Unit | undefined): boolean => WHOLE.has(unit);

/** How far a figure moved, without its sign. Shares move by percentage points, to a tenth: their whole per cents would hide a change, or not add up to it. */
export function formatMove(key: string, by: number, unit: Unit | undefined, sayCode: SayCode): string {
  if (isWhole(unit)) return formatWhole(by);
  const isShare = unit === 'ratio' && !SCORES.has(key) && !PLAIN_RATIOS.has(key);
  return isShare ? sayCode('figure.points', { n: formatNumber(Math.round(1000 * by) / 10) }) : formatFigure(key, by, unit === 'ratio' ? unit : '', sayCode);
}

/** A figure with its unit; unknown is a dash. `key` tells shares from plain ratios. */
export function formatFigure(key: string, value: PropertyValue, unit: Unit | undefined, sayCode: SayCode): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return sayCode(value ? 'value.yes' : 'value.no');
  if (typeof value !== 'number') return String(value);
  if (SCORES.has(key)) return formatScore(value);
  if (unit === 'ratio') return PLAIN_RATIOS.has(key) ? formatNumber(value) : FINE_RATIOS.has(key) ? formatGap(value) : formatPercent(value);
  const word = unit ? sayCode(`unit.${unit}`, {}, '') : '';
  const number = formatNumber(isWhole(unit) ? Math.round(value) : value);
  return word === '' || unit === 'count' ? number : `${number} ${word}`;
}
