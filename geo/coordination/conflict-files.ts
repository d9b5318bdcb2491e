import { workbook } from '../io/index.ts';
import { messages, say, type Language } from '../messages/index.ts';
import type { PropertyValue } from '../model/index.ts';
import type { Agenda } from './agendas.ts';
import type { Conflict } from './conflicts.ts';

const COLUMNS: readonly (keyof Conflict)[] = ['siteName', 'site', 'nature', 'kind', 'name', 'id', 'steward', 'overlapArea', 'clearance', 'required', 'depthOverlap', 'depthClearance', 'toBeConfirmed'];

/** The agendas: `json` as they are, `xlsx` a sheet a department with lengths and areas to a hundredth, no formulas. */
export async function conflictFiles(ending: 'json' | 'xlsx', agendas: readonly Agenda[], language: Language): Promise<string | Uint8Array> {
  if (ending === 'json') return `${JSON.stringify(agendas, null, 2)}\n`;
  return workbook(agendas.map(({ department, sites }) => ({
    name: say(`department.${department}`, language),
    rows: [COLUMNS.map((column) => say(`conflict.${column}`, language)), ...sites.flatMap(({ conflicts }) => conflicts.map((row) => COLUMNS.map((column) => cellOf(row, column, language))))],
  })));
}

function cellOf(row: Conflict, column: keyof Conflict, language: Language): PropertyValue {
  const value = row[column];
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no', language);
  // Kinds of constraints have their words with the field of the constraint layer.
  const key = [`conflict.${column}.${String(value)}`, `choice.${column}.${String(value)}`].find((one) => messages[one]);
  return key && (column === 'nature' || column === 'kind') ? say(key, language) : value;
}
