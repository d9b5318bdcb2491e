import type { Conflict } from '../coordination/index.ts';

/** The name of a subject that stays the same when the analysis is run again: what meets what, and as which kind. */
export const subjectOfConflict = ({ site, kind, id }: Pick<Conflict, 'site' | 'kind' | 'id'>): string => `conflict:${JSON.stringify([site, kind, id])}`;
export const subjectOfSite = (siteId: string): string => `site:${siteId}`;
export const subjectOfMeasure = (measureId: string): string => `measure:${measureId}`;
