import { CalendarCheck2, CircleHelp, CircleSlash, Lock, LockOpen, type LucideIcon } from 'lucide-react';
import type { Window } from '../../../geo/index.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords, type Say } from '../../i18n/index.ts';

/** Told apart by sign and words, not by colour alone. */
export const PHASE_ICONS: Readonly<Record<Window['phase'], LucideIcon>> = { window: CalendarCheck2, missed: CircleSlash, locked: Lock, unknown: CircleHelp, over: LockOpen };
const KINDS: Readonly<Partial<Record<Window['phase'], string>>> = { window: 'good', missed: 'bad', locked: 'confirm' };

export function PhaseTag({ row }: { row: Window }) {
  const { say } = useWords();
  const Icon = PHASE_ICONS[row.phase];
  return <span className="tag phase-tag" data-kind={KINDS[row.phase]} data-phase={row.phase}><Icon aria-hidden="true" />{sayPhase(row, say)}</span>;
}

function sayPhase({ phase, daysLeft, lockUntil }: Window, say: Say): string {
  if (phase === 'window' || phase === 'missed') return say(phase === 'window' ? 'windows.left' : 'windows.missed', { n: formatNumber(Math.abs(daysLeft ?? 0)) });
  if (phase === 'locked') return say('windows.lockedUntil', { date: lockUntil ?? '—' });
  return say(phase === 'over' ? 'windows.over' : 'windows.noDate');
}
