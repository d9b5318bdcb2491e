import type { PropertyValue } from '../model/index.ts';
import { stallsInSentence } from './stall-sentence.ts';
import type { FieldDef, FieldType } from './types.ts';

/** A delivered value read as its field's type; `reason` is a code under `issue.`. */
export type Parsed = { ok: true; value: PropertyValue; /** Taken out of a sentence that says more. */ isTold?: boolean } | { ok: false; reason: 'attribute.type' | 'attribute.range' | 'attribute.choice' | 'attribute.date' };

/** What stands for "unknown" in Chinese inventories. A 0 in a number column is a number. */
const EMPTY = new Set(['', '无', '無', '待定', '未知', '不详', '/', '-', '--', '—', '空', 'null', 'none', 'n/a', 'nan']);
const YES = new Set(['true', 'yes', 'y', 't', '1', '是', '有', '开放', '开', '对', '✓', '√']);
const NO = new Set(['false', 'no', 'n', 'f', '0', '否', '无', '没有', '不开放', '不', '关']);
const CHINESE_DIGITS = '〇一二三四五六七八九';

const READERS: Record<FieldType, (field: FieldDef, text: string, raw: PropertyValue) => Parsed> = {
  text: (_, text, raw) => (typeof raw === 'object' ? { ok: false, reason: 'attribute.type' } : { ok: true, value: text }),
  number: (field, text) => readNumber(field, text),
  integer: (field, text) => readNumber(field, text),
  boolean: (_, text) => (YES.has(text.toLowerCase()) ? { ok: true, value: true } : NO.has(text.toLowerCase()) ? { ok: true, value: false } : { ok: false, reason: 'attribute.type' }),
  date: (_, text) => readDate(text),
  choice: (field, text) => readChoice(field, text),
  points: (_, __, raw) => (isPoints(raw) ? { ok: true, value: raw } : { ok: false, reason: 'attribute.type' }),
};

export function parseValue(field: FieldDef, raw: PropertyValue | undefined): Parsed {
  if (raw === null || raw === undefined) return { ok: true, value: null };
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return { ok: false, reason: 'attribute.type' };
    // Needs no reading: as text it would be read as itself, and -0 as 0.
    if (field.type === 'number' || field.type === 'integer') return ranged(field, raw === 0 ? 0 : raw);
  }
  const text = typeof raw === 'object' ? '' : String(raw).normalize('NFKC').trim();
  const emptyWord = EMPTY.has(text.toLowerCase()) && !(field.type === 'boolean' && NO.has(text)) && typeof raw !== 'object';
  if (emptyWord) return { ok: true, value: null };
  return READERS[field.type](field, text, raw);
}

/** True for what a field may hold once it was read, so that it need not be read again. */
export function isValueOf(field: FieldDef, value: PropertyValue): boolean {
  return value === null || HELD[field.type](field, value);
}
const inRange = (field: FieldDef, value: PropertyValue): boolean => typeof value === 'number' && Number.isFinite(value) && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
const HELD: Record<FieldType, (field: FieldDef, value: PropertyValue) => boolean> = {
  text: (_, value) => typeof value === 'string',
  number: inRange,
  integer: inRange,
  boolean: (_, value) => typeof value === 'boolean',
  date: (_, value) => { const parsed = typeof value === 'string' ? readDate(value) : null; return parsed?.ok === true && parsed.value === value; },
  choice: (field, value) => typeof value === 'string' && field.choices?.includes(value) === true,
  points: (_, value) => isPoints(value),
};

/** Area and count units as they are written behind numbers, with their factor. */
const SUFFIXES: readonly [RegExp, number][] = [
  [/(?:m2|㎡|平方米|平米|m²)$/i, 1], [/万平方米$/, 10_000], [/公顷$/, 10_000], [/万元$/, 1], [/亿元$/, 10_000], [/(?:个|辆|位|户|人|米|m|层|元)$/i, 1],
];
/** 万平方米 ends in 平方米. */
const LONGER_FIRST = [...SUFFIXES].sort((a, b) => b[0].source.length - a[0].source.length || b[1] - a[1]);
function readNumber(field: FieldDef, text: string): Parsed {
  let rest = text.replace(/[,，\s](?=\d{3}(\D|$))/g, '');
  let factor = 1;
  for (const [pattern, by] of LONGER_FIRST) {
    if (by !== 1 && pattern.test(rest)) { rest = rest.replace(pattern, '').trim(); factor = by; break; }
  }
  if (factor === 1) for (const [pattern] of SUFFIXES) if (pattern.test(rest)) { rest = rest.replace(pattern, '').trim(); break; }
  const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(rest) ? Number(rest) * factor : NaN;
  const told = Number.isNaN(plain) && field.unit === 'stall' ? stallsInSentence(text) : null;
  const value = told ?? plain;
  if (!Number.isFinite(value)) return { ok: false, reason: 'attribute.type' };
  const parsed = ranged(field, value);
  return told === null || !parsed.ok ? parsed : { ...parsed, isTold: true };
}
function ranged({ min = -Infinity, max = Infinity }: FieldDef, value: number): Parsed {
  return value < min || value > max ? { ok: false, reason: 'attribute.range' } : { ok: true, value };
}

/** To ISO: 2009.12 → 2009-12-01, 2009/12/1, 20091201, 2009年12月1日, 二〇〇九年. A missing month or day is the first. */
function readDate(text: string): Parsed {
  const digits = text.replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
  const match = /^(\d{4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2}))?[日月年]?(?:[T ].*)?$/.exec(digits) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  if (!match) return { ok: false, reason: 'attribute.date' };
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days || year < 1900 || year > 2200) return { ok: false, reason: 'attribute.date' };
  return { ok: true, value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

function readChoice(field: FieldDef, text: string): Parsed {
  const code = field.choices?.find((choice) => choice === text || choice === text.toLowerCase());
  if (code) return { ok: true, value: code };
  const alias = Object.entries(field.valueAliases ?? {});
  const exact = alias.find(([word]) => word.toLowerCase() === text.toLowerCase());
  // 「路旁泊車位 - 收費」 begins with a word we know.
  const start = exact ?? alias.filter(([word]) => /[\u4e00-\u9fff]/.test(word) && text.startsWith(word)).sort((a, b) => b[0].length - a[0].length)[0];
  return start ? { ok: true, value: start[1] } : { ok: false, reason: 'attribute.choice' };
}

/** Longitudes and latitudes: metres of a plane would lie beyond the poles. */
function isPoints(raw: PropertyValue): boolean {
  return Array.isArray(raw) && raw.every((point) => Array.isArray(point) && point.length >= 2
    && point.every((value) => typeof value === 'number' && Number.isFinite(value)) && Math.abs(Number(point[0])) <= 180 && Math.abs(Number(point[1])) <= 90);
}
