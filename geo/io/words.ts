import { messages, type Language } from '../messages/index.ts';
import type { Unit } from '../model/index.ts';
import type { FieldDef } from '../schema/index.ts';

/** The heading of a column: the field's label, or the column as it was delivered. */
export function messageOf(schema: string, column: string, language: Language): string {
  return (messages[`field.${schema}.${column}`] ?? messages[`field.${column}`])?.[language] ?? column;
}

const BRACKETS = { zh: ['（', '）'], en: [' (', ')'] } as const;
/** Stands after a heading instead of a unit. */
const SCALES: Readonly<Record<string, string>> = { score: 'unit.hundred' };

/** The heading of a column with the unit of what stands below it. */
export function headingOf(schema: string, column: string, field: FieldDef | undefined, language: Language, counted: Unit | undefined): string {
  const unit = field?.type === 'number' || field?.type === 'integer' ? field.unit || (COUNTED.has(column) ? counted : undefined) : undefined;
  const word = messages[SCALES[column] ?? (unit && unit !== 'count' ? `unit.${unit}` : '')]?.[language] ?? '';
  const heading = messageOf(schema, column, language);
  return word === '' ? heading : `${heading}${BRACKETS[language][0]}${word}${BRACKETS[language][1]}`;
}
/** Counts of results, whose unit is what the service counts. */
const COUNTED = new Set(['demand', 'shortage', 'shortage2sfca', 'tierDemand', 'tierCapacity', 'reachableCapacity', 'capacity', 'used', 'free', 'demandInReach']);

const CODES = /^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Codes of a choice, or of a list of them, in words; any other text as it is. */
export function wordsOf(column: string, field: FieldDef | undefined, value: string, language: Language): string {
  if (column === 'id' || column === 'name' || (field?.type !== 'choice' && !CODES.test(value))) return value;
  const words = value.split(',').map((code) => messages[`choice.${column}.${code}`]?.[language]);
  return words.every((word) => word !== undefined) ? words.join(language === 'zh' ? '、' : ', ') : value;
}
