import type { Conflict, OpinionState } from '../../../geo/index.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Say, SayCode } from '../../i18n/index.ts';
import type { ConflictFilter } from '../../state/conflict-filter.ts';

/** Signs beside the words, on the list and on the map: a colour alone tells nothing to whoever cannot see it. */
export const NATURE_SIGNS: Readonly<Record<Conflict['nature'], string>> = { meets: '×', near: '!', close: '≈', consult: '?', passes: '↕' };
export const STATE_KINDS: Readonly<Record<OpinionState, string | undefined>> = { open: undefined, agreed: 'good', conditional: 'good', rejected: 'bad', 'needs-survey': 'confirm' };

/** A value of a filter in words. Kinds of constraints have theirs with the field of the constraint layer. */
export function sayValue(field: keyof ConflictFilter, code: string, sayCode: SayCode): string {
  if (field === 'department') return sayCode(`department.${code}`, {}, code);
  if (field === 'kind') return sayCode(`conflict.kind.${code}`, {}, sayCode(`choice.kind.${code}`, {}, code));
  if (field === 'state') return sayCode(`opinion.${code}`, {}, code);
  return sayCode(`conflict.${field}.${code}`, {}, code);
}

/** Overlap or clearance in plan, then depth. */
export function sayFigures({ overlapArea, clearance, depthOverlap, depthClearance }: Conflict, say: Say): string[] {
  const plan = clearance > 0 ? say('conflicts.clear.m', { n: formatNumber(clearance) }) : say('conflicts.overlap', { n: formatNumber(overlapArea) });
  if (depthOverlap === null || depthClearance === null) return [plan, say('conflicts.depthUnknown')];
  return [plan, depthOverlap > 0 ? say('conflicts.depth', { n: formatNumber(depthOverlap) }) : say('conflicts.depthApart', { n: formatNumber(depthClearance) })];
}
/** Local date and time to the minute; as it stands where it is none. */
export function sayMoment(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
