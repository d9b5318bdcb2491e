import type { Conflict, ConflictRow, OpinionState } from '../../geo/index.ts';

/** Which conflicts are shown, in the list and on the map; empty is all of them. */
export interface ConflictFilter {
  department: string;
  nature: Conflict['nature'] | '';
  kind: string;
  state: OpinionState | '';
  site: string;
}
export type ConflictGroup = 'department' | 'site' | 'kind' | 'state';
export const NO_FILTER: ConflictFilter = { department: '', nature: '', kind: '', state: '', site: '' };
export const isFiltered = (filter: ConflictFilter): boolean => Object.values(filter).some((value) => value !== '');

const VALUES: Readonly<Record<keyof ConflictFilter, (row: ConflictRow) => string>> = {
  department: ({ conflict }) => conflict.department, nature: ({ conflict }) => conflict.nature, kind: ({ conflict }) => conflict.kind, state: ({ state }) => state, site: ({ conflict }) => conflict.site,
};
const FIELDS = Object.keys(VALUES) as (keyof ConflictFilter)[];

export function filterConflicts(rows: readonly ConflictRow[], filter: ConflictFilter): ConflictRow[] {
  const asked = FIELDS.filter((field) => filter[field] !== '');
  return rows.filter((row) => asked.every((field) => VALUES[field](row) === filter[field]));
}

/** What each field could be set to with the others as they are, so that no choice leads to nothing. */
export function choicesOf(rows: readonly ConflictRow[], filter: ConflictFilter): Record<keyof ConflictFilter, Map<string, number>> {
  return Object.fromEntries(FIELDS.map((field) => {
    const counts = new Map<string, number>();
    for (const row of filterConflicts(rows, { ...filter, [field]: '' })) counts.set(VALUES[field](row), (counts.get(VALUES[field](row)) ?? 0) + 1);
    return [field, counts];
  })) as Record<keyof ConflictFilter, Map<string, number>>;
}

/** Rows under their headings; groups in the order of their first row. */
export function groupConflicts(rows: readonly ConflictRow[], by: ConflictGroup): { group: string; rows: ConflictRow[] }[] {
  const groups = new Map<string, ConflictRow[]>();
  for (const row of rows) {
    const group = VALUES[by](row), known = groups.get(group);
    if (known) known.push(row);
    else groups.set(group, [row]);
  }
  return [...groups].map(([group, own]) => ({ group, rows: own }));
}
