import type { Conflict } from '../coordination/index.ts';

/** The name of a subject that stays the same when the analysis is run again: what meets what, and as which kind. */
export const subjectOfConflict = ({ site, kind, id }: Pick<Conflict, 'site' | 'kind' | 'id'>): string => `conflict:${JSON.stringify([site, kind, id])}`;
export const subjectOfSite = (siteId: string): string => `site:${siteId}`;
export const subjectOfMeasure = (measureId: string): string => `measure:${measureId}`;

/** What a subject says of a conflict; null where it is about something else. */
export function conflictOfSubject(subject: string): Pick<Conflict, 'site' | 'kind' | 'id'> | null {
  if (!subject.startsWith('conflict:')) return null;
  try {
    const parts: unknown = JSON.parse(subject.slice('conflict:'.length));
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string')) return null;
    const [site, kind, id] = parts as string[];
    return { site, kind, id };
  } catch {
    return null;
  }
}

export type Subject = ({ of: 'conflict' } & Pick<Conflict, 'site' | 'kind' | 'id'>) | { of: 'site'; site: string } | { of: 'measure'; measure: string };

/** What a subject is about; null for a text that names none. */
export function readSubject(subject: string): Subject | null {
  const colon = subject.indexOf(':'), of = subject.slice(0, colon), rest = subject.slice(colon + 1);
  if (of === 'site') return { of, site: rest };
  if (of === 'measure') return { of, measure: rest };
  const conflict = conflictOfSubject(subject);
  return conflict && { of: 'conflict', ...conflict };
}
