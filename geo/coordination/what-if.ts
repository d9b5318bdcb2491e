import type { PlanFeature } from '../model/index.ts';
import { dateOfDay, dayNumber, isoDate } from '../sites/index.ts';
import type { RoadDates, WhatIf } from './windows.ts';

/** In the order in which they come. */
export const ROAD_DATES = ['designFreeze', 'worksStart', 'worksEnd'] as const;
/** One date of a road project, or all that are stated: the works as a whole are moved. */
export type Movable = (typeof ROAD_DATES)[number] | 'all';

/** The dates that stand in a road project. One that would only be counted from another is none. */
export function statedDates({ properties }: Pick<PlanFeature, 'properties'>): RoadDates {
  return Object.fromEntries(ROAD_DATES.flatMap((field) => { const date = isoDate(properties[field]); return date ? [[field, date]] : []; }));
}

/**
 * Dates after one of them, or all, moved by days. One alone stops at its neighbours: works do not end before they start, nor start before
 * their design is fixed. A date that is not there cannot be moved.
 */
export function movedDates(dates: RoadDates, what: Movable, days: number): RoadDates {
  const moved = (date: string, by: number) => dateOfDay(dayNumber(date) + by);
  if (what === 'all') return Object.fromEntries(Object.entries(dates).map(([field, date]) => [field, moved(date, days)]));
  const own = dates[what];
  if (own === undefined) return dates;
  const at = ROAD_DATES.indexOf(what);
  const before = ROAD_DATES.slice(0, at).findLast((field) => dates[field] !== undefined), after = ROAD_DATES.slice(at + 1).find((field) => dates[field] !== undefined);
  const least = before ? dayNumber(dates[before]!) : -Infinity, most = after ? dayNumber(dates[after]!) : Infinity;
  // Dates that stand in the wrong order from the start hold nothing back.
  const day = least > most ? dayNumber(own) + days : Math.min(most, Math.max(least, dayNumber(own) + days));
  return { ...dates, [what]: dateOfDay(day) };
}

/** What is tried with these dates for one road project: only what differs from those stated; nothing left of it where none does. */
export function withTried(tried: WhatIf, road: Pick<PlanFeature, 'id' | 'properties'>, dates: RoadDates): WhatIf {
  const stated = statedDates(road);
  const changed = Object.fromEntries(ROAD_DATES.flatMap((field) => (dates[field] !== undefined && dates[field] !== stated[field] ? [[field, dates[field]]] : []))) as RoadDates;
  const { [road.id]: _, ...rest } = tried;
  return Object.keys(changed).length === 0 ? rest : { ...rest, [road.id]: changed };
}
