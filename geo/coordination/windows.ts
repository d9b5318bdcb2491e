import type { FeatureId, Layer, ParamDef, Params, PlanFeature } from '../model/index.ts';
import { addMonths, daysBetween, isoDate, nameOf, SITE_PARAMS, timingOf, type RoadTiming } from '../sites/index.ts';

/** Lead times and locks: the rows of the candidate sites, so that both reckon alike. The date itself is handed in. */
export const WINDOW_PARAMS: readonly ParamDef[] = SITE_PARAMS.filter(({ key, group }) => group === 'time' && key !== 'date');

export type RoadDates = Partial<Record<'designFreeze' | 'worksStart' | 'worksEnd', string>>;
/** Dates that are only tried, by the id of the road project. */
export type WhatIf = Readonly<Record<FeatureId, RoadDates>>;

/** When a road project or a site has to be spoken for (METHODS 8). Dates are ISO, in days without a time zone; unknown is null. */
export interface Window {
  kind: 'road-project' | 'candidate-site';
  id: FeatureId;
  name: string;
  /** The road project that a site is a part of. */
  project: FeatureId | null;
  /** `window`: still open; `missed`; `locked`: the road may not be dug up; `over`: the lock has ended; `unknown`: no date to count from. */
  phase: 'window' | 'missed' | 'locked' | 'unknown' | 'over';
  /** The last day on which the underground works can enter the road's design, and the days until then (negative: since). */
  deadline: string | null;
  daysLeft: number | null;
  /** As it is stated, else counted back from the start of works. */
  designFreeze: string | null;
  worksStart: string | null;
  worksEnd: string | null;
  lockUntil: string | null;
  /** Dates of this row were changed to see what happens. */
  tried: boolean;
}

/**
 * Windows of all road projects and of the candidate sites, most urgent first: those still open by the days left, then the missed ones, the
 * latest miss first, then locked, unknown and over. `date` is the day to reckon from; no clock is read.
 */
export function windowsOf(roads: Layer | null, sites: Layer | null, params: Params, date: string, tried: WhatIf = {}): Window[] {
  const projects = new Map((roads?.features ?? []).map((feature) => [feature.id, changed(feature, tried[feature.id])]));
  const rows = [
    ...[...projects.values()].map((project) => projectWindow(project, params, date, Object.hasOwn(tried, project.id))),
    ...(sites?.features ?? []).map((site) => siteWindow(site, projects, params, date, tried)),
  ];
  return rows.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || urgency(a) - urgency(b) || (a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : 0) || (a.id < b.id ? -1 : 1));
}
const PHASES: readonly Window['phase'][] = ['window', 'missed', 'locked', 'unknown', 'over'];
const urgency = ({ daysLeft }: Window): number => (daysLeft === null ? Number.MAX_SAFE_INTEGER : Math.abs(daysLeft));

const changed = (project: PlanFeature, dates: RoadDates | undefined): PlanFeature => (dates ? { ...project, properties: { ...project.properties, ...dates } } : project);

function projectWindow(project: PlanFeature, params: Params, date: string, tried: boolean): Window {
  const timing = timingOf(project, params, date);
  return { kind: 'road-project', id: project.id, name: nameOf(project), project: null, ...datesOf(project, params), ...stateOf(timing), tried };
}
function datesOf({ properties }: PlanFeature, params: Params): Pick<Window, 'designFreeze' | 'worksStart' | 'worksEnd'> {
  const worksStart = isoDate(properties['worksStart']);
  const counted = worksStart && addMonths(worksStart, -Number(params['designMonths']));
  return { designFreeze: isoDate(properties['designFreeze']) ?? counted, worksStart, worksEnd: isoDate(properties['worksEnd']) };
}
const stateOf = ({ deadline, daysLeft, lockUntil, phase }: RoadTiming): Pick<Window, 'phase' | 'deadline' | 'daysLeft' | 'lockUntil'> => ({ phase: phase ?? 'unknown', deadline, daysLeft, lockUntil });

/** A site has its own road's window; what another road over it forbids stands in the site. */
function siteWindow(site: PlanFeature, projects: ReadonlyMap<FeatureId, PlanFeature>, params: Params, date: string, tried: WhatIf): Window {
  const own = site.properties['source'] === 'road-project' ? projects.get(String(site.properties['sourceId'])) : undefined;
  const about = { kind: 'candidate-site', id: site.id, name: nameOf(site) } as const;
  const lock = isoDate(site.properties['lockUntil']);
  const held = site.properties['locked'] === true && lock !== null && date < lock;
  if (own) {
    const road = projectWindow(own, params, date, Object.hasOwn(tried, own.id));
    const lockUntil = held && lock > (road.lockUntil ?? '') ? lock : road.lockUntil;
    return { ...road, ...about, project: own.id, lockUntil, phase: held && !road.tried ? 'locked' : road.phase };
  }
  const deadline = isoDate(site.properties['deadline']);
  const daysLeft = deadline === null ? null : daysBetween(date, deadline);
  const phase = held ? 'locked' : daysLeft === null ? 'unknown' : daysLeft >= 0 ? 'window' : 'missed';
  return { ...about, project: null, phase, deadline, daysLeft, designFreeze: null, worksStart: null, worksEnd: null, lockUntil: lock, tried: false };
}
