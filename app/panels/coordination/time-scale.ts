import { addMonths, dateOfDay, dayNumber, type Window } from '../../../geo/index.ts';
import type { TimeSpan } from '../../state/coordination.ts';

/** Days on a line of pixels. */
export interface TimeScale {
  from: number;
  to: number;
  width: number;
}
export interface Tick {
  x: number;
  text: string;
  /** The beginning of a year. */
  major: boolean;
}
const SPANS: Readonly<Record<Exclude<TimeSpan, 'all'>, readonly [before: number, after: number]>> = { near: [6, 18], middle: [18, 60] };
/** Pixels that a label takes. */
const ROOM = 56;
/** Months from one tick to the next. */
const STEPS = [1, 3, 6, 12, 24, 60, 120];

/** Months around the day to reckon from, or all that there is with a month around it. */
export function scaleOf(span: TimeSpan, date: string, rows: readonly Window[], width: number): TimeScale {
  if (span !== 'all') return { from: dayNumber(addMonths(date, -SPANS[span][0])), to: dayNumber(addMonths(date, SPANS[span][1])), width };
  const days = [date, ...rows.flatMap(({ deadline, designFreeze, worksStart, worksEnd, lockUntil }) => [deadline, designFreeze, worksStart, worksEnd, lockUntil])].flatMap((day) => (day === null ? [] : [dayNumber(day)]));
  return { from: days.reduce((a, b) => Math.min(a, b)) - 31, to: days.reduce((a, b) => Math.max(a, b)) + 31, width };
}
export const xOf = ({ from, to, width }: TimeScale, date: string): number => (dayNumber(date) - from) / (to - from) * width;
/** Whole days that a way on the screen means. */
export const daysOf = ({ from, to, width }: TimeScale, pixels: number): number => Math.round(pixels / width * (to - from));

/** Beginnings of months, quarters or years, as close as their labels allow. */
export function ticksOf(scale: TimeScale): Tick[] {
  const perMonth = scale.width / ((scale.to - scale.from) / 30.44);
  const step = STEPS.find((months) => months * perMonth >= ROOM) ?? STEPS[STEPS.length - 1];
  const [year, month] = dateOfDay(scale.from).split('-').map(Number);
  const first = Math.ceil((year * 12 + month) / step) * step;
  const ticks: Tick[] = [];
  for (let index = first; ; index += step) {
    const y = Math.floor(index / 12), m = index % 12 + 1, date = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`;
    if (dayNumber(date) > scale.to) return ticks;
    ticks.push({ x: xOf(scale, date), text: m === 1 ? String(y) : `${y}-${String(m).padStart(2, '0')}`, major: m === 1 });
  }
}

/** Where a stretch lies on the line, cut at its ends; null where it is out of sight or has no beginning or end. */
export function stretch(scale: TimeScale, from: string | null, to: string | null): { left: number; width: number } | null {
  if (from === null || to === null || from > to) return null;
  const left = Math.max(0, xOf(scale, from)), right = Math.min(scale.width, xOf(scale, to));
  return right <= 0 || left >= scale.width ? null : { left, width: Math.max(1, right - left) };
}
