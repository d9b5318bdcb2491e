/** Metres below ground, downwards positive. */
export interface Interval {
  top: number;
  bottom: number;
}
export type Meeting = 'meets' | 'clear' | 'unknown';

/**
 * Does something between two depths (null = unknown) meet the box? Touching is not meeting: the cover over the box is
 * there for what lies above. What is not known to pass above or below counts as meeting, and is said to be unknown.
 */
export function meeting(box: Interval, top: number | null, bottom: number | null): Meeting {
  if (top !== null && top >= box.bottom) return 'clear';
  if (bottom !== null && bottom <= box.top) return 'clear';
  return top !== null && bottom !== null ? 'meets' : 'unknown';
}

export function boxOf(top: number, levels: number, levelHeight: number): Interval {
  return { top, bottom: top + levels * levelHeight };
}

/** How many levels fit between the top of the box and a floor that must not be passed. */
export function levelsAbove(floor: number, top: number, levelHeight: number): number {
  return Math.max(0, Math.floor((floor - top) / levelHeight + 1e-9));
}
