import type { Stratum } from '../../../geo/index.ts';

/** A row as it is typed: only where it ends is asked, it begins where the one above does. */
export interface StratumDraft {
  code: string;
  name: string;
  to: string;
}
export const draftsOf = (strata: readonly Stratum[]): StratumDraft[] => strata.map(({ code, name, to }) => ({ code, name: name ?? '', to: to === null ? '' : String(to) }));

/** What is no number becomes NaN and is refused with its row; an empty end is none. */
export function strataOf(drafts: readonly StratumDraft[]): Stratum[] {
  const ends = drafts.map(({ to }) => (to.trim() === '' ? null : Number(to)));
  return drafts.map(({ code, name }, i) => ({ code: code.trim(), name: name.trim() === '' ? null : name.trim(), from: i === 0 ? 0 : ends[i - 1] ?? NaN, to: ends[i] }));
}

/** A code that no other stratum has. */
export function freshCode(drafts: readonly StratumDraft[]): string {
  let n = drafts.length + 1;
  while (drafts.some(({ code }) => code === `layer-${n}`)) n++;
  return `layer-${n}`;
}
/** A new last stratum; the one that was last gets an end below where it begins. */
export function withOneMore(drafts: readonly StratumDraft[]): StratumDraft[] {
  const above = Number(drafts.at(-2)?.to ?? 0) || 0;
  return [...drafts.slice(0, -1), ...drafts.slice(-1).map((last) => ({ ...last, to: String(above + 10) })), { code: freshCode(drafts), name: '', to: '' }];
}
/** The last has no end. */
export function withoutRow(drafts: readonly StratumDraft[], row: number): StratumDraft[] {
  const left = drafts.filter((_, i) => i !== row);
  return left.map((draft, i) => (i === left.length - 1 ? { ...draft, to: '' } : draft));
}
