import { workbook } from '../io/index.ts';
import { messages, say, type Language } from '../messages/index.ts';
import type { PropertyValue } from '../model/index.ts';
import type { Agenda } from './agendas.ts';
import type { Conflict } from './conflicts.ts';

const COLUMNS: readonly (keyof Conflict)[] = ['siteName', 'site', 'nature', 'kind', 'name', 'id', 'steward', 'overlapArea', 'clearance', 'required', 'depthOverlap', 'depthClearance', 'requiredDepth', 'depthBasis', 'toBeConfirmed'];

/** What its department said of a conflict: `open` where it has said nothing. */
export interface Said {
  state: string;
  note: string;
  who: string;
  at: string;
}
const SAID = ['state', 'note', 'who', 'at'] as const;

/** The agendas: `json` as they are, `xlsx` a sheet a department with lengths and areas to a hundredth, no formulas; both with what was said of each conflict. */
export async function conflictFiles(ending: 'json' | 'xlsx', agendas: readonly Agenda[], language: Language, saidOf: (conflict: Conflict) => Said): Promise<string | Uint8Array> {
  if (ending === 'json') return `${JSON.stringify(agendas.map((agenda) => ({ ...agenda, sites: agenda.sites.map((site) => ({ ...site, conflicts: site.conflicts.map((row) => ({ ...row, said: saidOf(row) })) })) })), null, 2)}\n`;
  return workbook(agendas.map(({ department, sites }) => ({
    name: say(`department.${department}`, language),
    rows: [
      [...COLUMNS, ...SAID].map((column) => say(`conflict.${column}`, language)),
      ...sites.flatMap(({ conflicts }) => conflicts.map((row) => { const { state, note, who, at } = saidOf(row); return [...COLUMNS.map((column) => cellOf(row, column, language)), say(`opinion.${state}`, language), note, who, at]; })),
    ],
  })));
}

function cellOf(row: Conflict, column: keyof Conflict, language: Language): PropertyValue {
  const value = row[column];
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no', language);
  // Neither column of these is a place, which a table has no room for.
  if (typeof value === 'object' && value !== null) return null;
  if (column === 'depthBasis') return say(`depth.basis.${value}`, language);
  return column === 'nature' || column === 'kind' ? sayCodeOf(column, value as string, language) : value;
}

/** Kinds of constraints have their words with the field of the constraint layer. */
export function sayCodeOf(column: 'nature' | 'kind', code: string, language: Language): string {
  const key = [`conflict.${column}.${code}`, `choice.${column}.${code}`].find((one) => messages[one]);
  return key ? say(key, language) : code;
}
