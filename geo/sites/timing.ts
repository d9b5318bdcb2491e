import type { Params, PlanFeature } from '../model/index.ts';
import { addMonths, addYears, daysBetween, isoDate } from './dates.ts';
import { numberOf } from './parameters.ts';
import type { SiteDraft } from './types.ts';

/**
 * The window of a road project (METHODS 8). `deadline`: the last day on which the underground works can still enter the
 * road's design. `lockFrom` to `lockUntil`: the time after opening in which the road may not be dug up (城市道路管理条例
 * art. 33). Without a date to reckon against, `daysLeft`, `locked` and `phase` are null; the dates still stand.
 */
export interface RoadTiming {
  deadline: string | null;
  deadlineFrom: 'design-freeze' | 'works-start' | null;
  daysLeft: number | null;
  lockFrom: string | null;
  lockUntil: string | null;
  locked: boolean | null;
  /** `window` still open; `missed`: deadline past, road not finished; `locked`; `over`: finished and the lock has ended. */
  phase: 'window' | 'missed' | 'locked' | 'over' | null;
}

export function timingOf(project: PlanFeature, params: Params, date: string | null): RoadTiming {
  const { designFreeze, worksStart, worksEnd } = project.properties;
  const freeze = isoDate(designFreeze), start = isoDate(worksStart), opened = isoDate(worksEnd);
  const lead = numberOf(params, 'leadMonths');
  const deadline = freeze ? addMonths(freeze, -lead) : start ? addMonths(start, -lead - numberOf(params, 'designMonths')) : null;
  // A scope that is not stated counts as rebuilt: the longer lock.
  const years = numberOf(params, project.properties['scope'] === 'overhaul' ? 'lockYearsOverhaul' : 'lockYearsRebuilt');
  const lockUntil = opened && addYears(opened, years);
  const dates = { deadline, deadlineFrom: freeze ? 'design-freeze' : start ? 'works-start' : null, lockFrom: opened, lockUntil } as const;
  if (date === null) return { ...dates, daysLeft: null, locked: null, phase: null };
  const locked = opened !== null && lockUntil !== null && date >= opened && date < lockUntil;
  if (lockUntil !== null && date >= lockUntil) return { ...dates, deadline: null, deadlineFrom: null, daysLeft: null, locked: false, phase: 'over' };
  const daysLeft = deadline === null ? null : daysBetween(date, deadline);
  return { ...dates, daysLeft, locked, phase: locked ? 'locked' : daysLeft === null ? null : daysLeft >= 0 ? 'window' : 'missed' };
}

/** Several roads over one site: every lock holds, and the first deadline counts. */
export function joint(timings: readonly RoadTiming[]): RoadTiming | null {
  if (timings.length === 0) return null;
  const locks = timings.filter(({ locked }) => locked);
  const later = (a: RoadTiming, b: RoadTiming) => ((b.lockUntil ?? '') > (a.lockUntil ?? '') ? b : a);
  const lock = (locks.length > 0 ? locks : timings).reduce(later);
  const due = timings.filter(({ deadline }) => deadline !== null).reduce<RoadTiming | null>((a, b) => (a && a.deadline! <= b.deadline! ? a : b), null);
  const locked = locks.length > 0 ? true : timings[0].locked;
  return {
    deadline: due?.deadline ?? null, deadlineFrom: due?.deadlineFrom ?? null, daysLeft: due?.daysLeft ?? null,
    lockFrom: lock.lockFrom, lockUntil: lock.lockUntil, locked, phase: locked ? 'locked' : (due ?? timings[0]).phase,
  };
}

/** The site is dug together with its own road: that road's window is open, or nothing speaks against it. Another road that crosses it saves nothing. */
export function withRoadWorks({ source }: Pick<SiteDraft, 'source'>, own: RoadTiming | null): boolean {
  return source.id === 'road-project' && (own?.phase === 'window' || own?.phase === null);
}
