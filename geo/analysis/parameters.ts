import citations from '../../data/parameters/citations.json' with { type: 'json' };
import parking from '../../data/parameters/parking.json' with { type: 'json' };
import sheltering from '../../data/parameters/sheltering.json' with { type: 'json' };
import type { Citation, ParamDef, ParamTable } from './types.ts';

/** The parameter tables as they stand in data/parameters: defaults and their sources are data, not code. */
const TABLES = { parking, sheltering } as const;

export function paramTable(name: keyof typeof TABLES): ParamTable {
  return TABLES[name] as unknown as readonly ParamDef[];
}

export function citation(key: string): Citation {
  const row = (citations as Record<string, { title: string; clause?: string }>)[key];
  if (!row) throw new Error(`no citation ${key}`);
  return { key, title: row.title, ...(row.clause ? { clause: row.clause } : {}) };
}
