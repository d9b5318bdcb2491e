import { csvCell, workbook } from '../io/index.ts';
import { say, type Language } from '../messages/index.ts';
import type { PropertyValue } from '../model/index.ts';
import { iCalendar, type CalendarEntry } from './icalendar.ts';
import type { Window } from './windows.ts';

export const WINDOW_ENDINGS = ['ics', 'xlsx', 'csv'] as const;
export type WindowEnding = (typeof WINDOW_ENDINGS)[number];

/** The windows as a file: a calendar, a workbook without formulas, or a table with a byte-order mark. */
export async function windowFile(ending: WindowEnding, rows: readonly Window[], about: { name: string; date: string; language: Language }): Promise<string | Uint8Array> {
  return WRITERS[ending](rows, about);
}
type About = Parameters<typeof windowFile>[2];
const WRITERS: Readonly<Record<WindowEnding, (rows: readonly Window[], about: About) => string | Promise<Uint8Array>>> = {
  ics: (rows, { name, date, language }) => iCalendar(say('window.calendar', language, { name }), rows.flatMap((row) => entriesOf(row, language)), date, language),
  xlsx: (rows, { date, language }) => workbook([{ name: say('window.sheet', language, { date }), rows: windowTable(rows, language), days: DAYS }]),
  csv: (rows, { language }) => `\ufeff${windowTable(rows, language).map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`,
};

const COLUMNS: readonly (keyof Window)[] = ['phase', 'daysLeft', 'deadline', 'kind', 'name', 'id', 'project', 'designFreeze', 'worksStart', 'worksEnd', 'lockUntil', 'tried'];
const DAYS = (['deadline', 'designFreeze', 'worksStart', 'worksEnd', 'lockUntil'] as const).map((column) => COLUMNS.indexOf(column));
/** Columns whose values are codes. */
const CODED: readonly (keyof Window)[] = ['phase', 'kind'];

/** Headings in the first row. */
export function windowTable(rows: readonly Window[], language: Language): PropertyValue[][] {
  const cell = (row: Window, column: keyof Window): PropertyValue => {
    const value = row[column];
    if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no', language);
    return CODED.includes(column) ? say(`window.${column}.${String(value)}`, language) : value;
  };
  return [COLUMNS.map((column) => say(`window.${column}`, language)), ...rows.map((row) => COLUMNS.map((column) => cell(row, column)))];
}

/** The deadline, and the day on which a lock ends. What is over needs no entry. */
function entriesOf(row: Window, language: Language): CalendarEntry[] {
  const { kind, id, name, phase, deadline, lockUntil, worksStart } = row;
  const unknown = say('window.unknown', language);
  const entry = (what: 'deadline' | 'lock', day: string): CalendarEntry => ({
    uid: `${what}-${kind}-${id}@undercroft`, day, summary: say(`window.${what}.summary`, language, { name }),
    description: say(`window.${what}.description`, language, { name, kind: say(`window.kind.${kind}`, language), phase: say(`window.phase.${phase}`, language), start: worksStart ?? unknown }), category: say(`window.kind.${kind}`, language),
  });
  if (phase === 'over') return [];
  return [...(deadline === null || phase === 'locked' ? [] : [entry('deadline', deadline)]), ...(lockUntil !== null && phase === 'locked' ? [entry('lock', lockUntil)] : [])];
}
