import type { Properties } from '../model/index.ts';
import type { FieldDef, LayerSchema } from './types.ts';
import { parseValue } from './values.ts';

/** What a column of a file is taken to mean. The user confirms or changes it. */
export interface FieldMatch {
  column: string;
  /** Canonical field, or null: the column is kept under its own name. */
  field: string | null;
  /** 0…1 */
  confidence: number;
  /** Code: exact, alias, contains, cut (a name of which ten bytes are left), part (added to other columns of the field), none, taken. */
  reason: 'exact' | 'alias' | 'contains' | 'cut' | 'part' | 'none' | 'taken';
}

/** Names are compared without case, blanks, punctuation and bracketed units: 「泊位数（个）」 is 泊位数. */
export function normalName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[(（[【].*?[)）\]】]/g, '').replace(/[\s_\-./:：·]+/g, '');
}

/** Proposes a field for each column; of two columns for one field the surer one gets it, unless each holds a part of it. */
export function matchFields(schema: LayerSchema, columns: readonly string[], sample: readonly Properties[]): FieldMatch[] {
  const proposals = columns.map((column) => best(schema, column, sample));
  const winner = new Map<string, FieldMatch>();
  for (const match of proposals) {
    if (match.field && match.confidence > (winner.get(match.field)?.confidence ?? 0)) winner.set(match.field, match);
  }
  return proposals.map((match) => (match.field && winner.get(match.field) !== match && !(match.reason === 'part' && winner.get(match.field)?.reason === 'part') ? { column: match.column, field: null, confidence: 0, reason: 'taken' } : match));
}

function best(schema: LayerSchema, column: string, sample: readonly Properties[]): FieldMatch {
  const name = normalName(column);
  let found: FieldMatch = { column, field: null, confidence: 0, reason: 'none' };
  for (const field of schema.fields) {
    const match = compare(field, column, name);
    if (match && match.confidence > found.confidence) found = match;
  }
  const field = schema.fields.find((candidate) => candidate.name === found.field);
  // Values that do not fit speak against the name.
  return field ? { ...found, confidence: found.confidence * fit(field, column, sample) } : found;
}

function compare(field: FieldDef, column: string, name: string): FieldMatch | null {
  if (column === field.name || name === normalName(field.name)) return { column, field: field.name, confidence: 1, reason: 'exact' };
  const aliases = field.aliases.map(normalName);
  // Pinyin initials (JZMJ) stand for many things.
  if (aliases.includes(name)) return { column, field: field.name, confidence: /^[a-z]{2,6}$/.test(name) && name === name.toLowerCase() && /^[A-Z]+$/.test(column) ? 0.7 : 0.95, reason: 'alias' };
  if (field.parts?.some((one) => normalName(one) === name)) return { column, field: field.name, confidence: 0.8, reason: 'part' };
  if (name.length >= 3 && isCut(column)) {
    // A DBF keeps ten bytes of a name: 停车设施编 is 停车设施编号.
    const whole = aliases.find((alias) => alias.length > name.length && alias.startsWith(name));
    if (whole) return { column, field: field.name, confidence: 0.85, reason: 'cut' };
  }
  const part = aliases.find((alias) => alias.length >= 2 && /[\u4e00-\u9fff]/.test(alias) && name.includes(alias));
  return part ? { column, field: field.name, confidence: 0.4 + 0.2 * part.length / name.length, reason: 'contains' } : null;
}

/** Nine or ten bytes long, in GBK (two a letter) or in UTF-8 (three): as long as a name that was cut. */
function isCut(column: string): boolean {
  const wide = [...column].filter((letter) => letter > '\u00ff').length, plain = [...column].length - wide;
  return wide > 0 && [2 * wide + plain, 3 * wide + plain].some((bytes) => bytes === 9 || bytes === 10);
}

/** Share of the sample's values that can be read as the field's type, at least a fifth so that a name still counts. */
function fit(field: FieldDef, column: string, sample: readonly Properties[]): number {
  const values = sample.map((row) => row[column]).filter((value) => value !== null && value !== undefined && value !== '');
  if (values.length === 0) return 1;
  return Math.max(0.2, values.filter((value) => parseValue(field, value).ok).length / values.length);
}
