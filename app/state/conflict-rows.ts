import { conflictOpinions, type Conflict, type ConflictRow, type GoneRow, type Opinion } from '../../geo/index.ts';

let last: { conflicts: readonly Conflict[]; opinions: readonly Opinion[]; answer: { rows: ConflictRow[]; gone: GoneRow[] } } | null = null;
/** Conflicts with their states, the same objects as long as neither changed: list and map ask for the same ones. */
export function conflictRows(conflicts: readonly Conflict[], opinions: readonly Opinion[]): { rows: ConflictRow[]; gone: GoneRow[] } {
  if (last?.conflicts !== conflicts || last.opinions !== opinions) last = { conflicts, opinions, answer: conflictOpinions(conflicts, opinions) };
  return last.answer;
}
