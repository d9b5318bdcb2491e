import type { Conflict, Said } from '../coordination/index.ts';
import { placeOf, standing } from './opinions.ts';
import { conflictOfSubject, subjectOfConflict } from './subjects.ts';
import type { Opinion, OpinionState } from './types.ts';

/** A conflict with what was said of it: the word of the department that answers counts, `open` where there is none. */
export interface ConflictRow {
  subject: string;
  conflict: Conflict;
  state: OpinionState;
  opinion: Opinion | null;
  /** Words of that department that stand: more than one where they were written at the same time in different places. */
  standing: readonly Opinion[];
  /** All that was ever said of it, the newest first. */
  history: readonly Opinion[];
}
/** What was said of a conflict that is no longer found. */
export interface GoneRow {
  subject: string;
  about: Pick<Conflict, 'site' | 'kind' | 'id'>;
  history: readonly Opinion[];
}

/** Conflicts with their opinions, in their order, and the opinions whose conflict is gone, by subject. Nothing that was said is dropped. */
export function conflictOpinions(conflicts: readonly Conflict[], opinions: readonly Opinion[]): { rows: ConflictRow[]; gone: GoneRow[] } {
  const heads = standing(opinions), said = historyOf(opinions);
  const rows = conflicts.map((conflict): ConflictRow => {
    const subject = subjectOfConflict(conflict), own = heads.get(placeOf(subject, conflict.department)) ?? [];
    return { subject, conflict, state: own[0]?.state ?? 'open', opinion: own[0] ?? null, standing: own, history: said.get(subject) ?? [] };
  });
  const present = new Set(rows.map(({ subject }) => subject));
  const gone = [...said].flatMap(([subject, history]): GoneRow[] => { const about = conflictOfSubject(subject); return about && !present.has(subject) ? [{ subject, about, history }] : []; });
  return { rows, gone: gone.sort((a, b) => (a.subject < b.subject ? -1 : 1)) };
}

/** What the department that answers said last of each of these conflicts, for files. */
export function saidOfConflicts(conflicts: readonly Conflict[], opinions: readonly Opinion[]): (conflict: Conflict) => Said {
  const said = new Map(conflictOpinions(conflicts, opinions).rows.map(({ conflict, state, opinion }) => [conflict, { state, note: opinion?.note ?? '', who: opinion?.who ?? '', at: opinion?.at ?? '' }]));
  return (conflict) => said.get(conflict) ?? { state: 'open', note: '', who: '', at: '' };
}

/** By subject, the newest first. */
function historyOf(opinions: readonly Opinion[]): Map<string, Opinion[]> {
  const groups = new Map<string, Opinion[]>();
  for (const opinion of [...opinions].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))) {
    const known = groups.get(opinion.subject);
    if (known) known.push(opinion);
    else groups.set(opinion.subject, [opinion]);
  }
  return groups;
}
