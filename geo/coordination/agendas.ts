import type { FeatureId } from '../model/index.ts';
import type { Conflict } from './conflicts.ts';
import { NATURES } from './natures.ts';

/** One department's page for the meeting: what it has to say on which site. */
export interface Agenda {
  department: string;
  /** By how grave they are: `meets`, `near`, `close`, `consult`, `passes`. */
  counts: Record<Conflict['nature'], number>;
  /** m², over all of its conflicts; ground that two of its constraints share counts twice. */
  overlapArea: number;
  sites: { site: FeatureId; name: string; conflicts: Conflict[] }[];
}

/** The pages by department; the sites with the gravest conflicts first, then by id. Rows keep the order that `conflictsOf` gave them. */
export function agendasOf(conflicts: readonly Conflict[]): Agenda[] {
  return grouped(conflicts, ({ department }) => department).map(([department, own]) => ({
    department, counts: Object.fromEntries(NATURES.map((nature) => [nature, own.filter((row) => row.nature === nature).length])) as Agenda['counts'],
    overlapArea: own.reduce((sum, row) => sum + row.overlapArea, 0),
    sites: grouped(own, ({ site }) => site).map(([site, rows]) => ({ site, name: rows[0].siteName, conflicts: rows })).sort((a, b) => gravest(a.conflicts) - gravest(b.conflicts) || (a.site < b.site ? -1 : 1)),
  })).sort((a, b) => (a.department < b.department ? -1 : 1));
}
const gravest = (rows: readonly Conflict[]): number => Math.min(...rows.map(({ nature }) => NATURES.indexOf(nature)));
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
