import citations from '../../data/parameters/citations.json' with { type: 'json' };
import portfolio from '../../data/parameters/portfolio.json' with { type: 'json' };
import parking from '../../data/parameters/parking.json' with { type: 'json' };
import sheltering from '../../data/parameters/sheltering.json' with { type: 'json' };
import own from '../../data/parameters/sites.json' with { type: 'json' };
import tables from '../../data/parameters/site-tables.json' with { type: 'json' };
import type { Citation, ParamDef, Params } from '../model/index.ts';

/** Parameters of the two services that sites are measured by: the same rows, so the same defaults, as their own analyses. */
const OF_PARKING = ['period', 'catchmentRadius', 'detourFactor', 'usableShare', 'shortageThreshold', 'linkDistance', 'minShortage', 'carsPerHousehold', 'officeRate', 'retailRate', 'hospitalRate', 'schoolRate', 'industryRate', 'maxSnap', 'crs'];
const OF_SHELTERING = ['stayingShare', 'personsPerHousehold', 'areaPerPerson', 'shelteringShare'];
const pick = (rows: readonly ParamDef[], keys: readonly string[]) => rows.filter(({ key }) => keys.includes(key));

export const SITE_PARAMS: readonly ParamDef[] = [
  ...own as unknown as readonly ParamDef[],
  ...pick(parking as unknown as readonly ParamDef[], OF_PARKING),
  ...pick(sheltering as unknown as readonly ParamDef[], OF_SHELTERING),
];

/** The sites as `candidate-sites` finds them; how they are ranked and which areas they relieve does not matter to a set. */
const NOT_OF_PORTFOLIO = ['period', 'shortageThreshold', 'linkDistance', 'minShortage'];
export const PORTFOLIO_PARAMS: readonly ParamDef[] = [...portfolio as unknown as readonly ParamDef[], ...SITE_PARAMS.filter(({ key, group }) => group !== 'weights' && !NOT_OF_PORTFOLIO.includes(key))];

export function citation(key: string): Citation {
  const row = (citations as Record<string, { title: string; clause?: string }>)[key];
  if (!row) throw new Error(`no citation ${key}`);
  return { key, title: row.title, ...(row.clause ? { clause: row.clause } : {}) };
}

/** Small tables beside the parameters: ramps by size, widths by road class. Each has its source in the file. */
export const TABLES = tables;

/** A number among the parameters. @throws Error where it is missing: the table and the code disagree, a bug. */
export function numberOf(params: Params, key: string): number {
  const value = params[key];
  if (typeof value !== 'number') throw new Error(`parameter ${key} is missing`);
  return value;
}
/** A list written with commas. */
export function listOf(params: Params, key: string): string[] {
  return String(params[key] ?? '').split(/[,，;；、\s]+/).filter((word) => word !== '');
}
