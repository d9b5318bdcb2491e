import citations from '../../data/parameters/citations.json' with { type: 'json' };
import own from '../../data/parameters/test-fit.json' with { type: 'json' };
import sites from '../../data/parameters/sites.json' with { type: 'json' };
import parking from '../../data/parameters/parking.json' with { type: 'json' };
import type { Citation, ParamDef, Params } from '../model/index.ts';

/** Rows that other analyses have too: the same defaults as theirs. */
const OF_SITES = ['levels', 'levelHeight', 'cover', 'coverPlot', 'areaPerStall', 'protectiveUnitArea'];
const pick = (rows: readonly ParamDef[], keys: readonly string[]) => rows.filter(({ key }) => keys.includes(key));

export const TEST_FIT_PARAMS: readonly ParamDef[] = [
  ...own as unknown as readonly ParamDef[],
  ...pick(sites as unknown as readonly ParamDef[], OF_SITES),
  ...pick(parking as unknown as readonly ParamDef[], ['crs']),
];

export function citation(key: string): Citation {
  const row = (citations as Record<string, { title: string; clause?: string }>)[key];
  if (!row) throw new Error(`no citation ${key}`);
  return { key, title: row.title, ...(row.clause ? { clause: row.clause } : {}) };
}

/** A number among the parameters. @throws Error where it is missing: the table and the code disagree, a bug. */
export function numberOf(params: Params, key: string): number {
  const value = params[key];
  if (typeof value !== 'number') throw new Error(`parameter ${key} is missing`);
  return value;
}
