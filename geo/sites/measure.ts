import type { DepthContext, Inputs, Params, Progress } from '../model/index.ts';
import { walkingBy } from '../service/index.ts';
import { contextOf } from './context.ts';
import { costOf } from './cost.ts';
import { isoDate } from './dates.ts';
import { findSites, ownTiming, siteTiming, type Found } from './find.ts';
import type { Measured, Reliefs } from './indicators.ts';
import type { Need } from './neediest.ts';
import { numberOf } from './parameters.ts';
import { baseOf, reliefOf, type ServiceBase, type ServiceRelief } from './relief.ts';
import { siteFeature } from './result.ts';
import { withRoadWorks } from './timing.ts';
import type { SiteContext, SiteDraft } from './types.ts';

/** The sites that there are (METHODS 5), with their times and costs, and the services as they stand without them. */
export async function measureSites(inputs: Inputs, params: Params, told: (share: number) => void, depths?: DepthContext): Promise<{ context: SiteContext; bases: Bases; found: Found; sites: Measured[] }> {
  const ground = await contextOf(inputs, params, isoDate(params['date']), depths);
  const bases = basesOf(ground, params);
  const context = { ...ground, need: needOf(bases.night) };
  const found = findSites(context, told);
  return { context, bases, found, sites: measured(found, context) };
}

/** By ascending id. */
function measured(found: Found, context: SiteContext): Measured[] {
  const drafts = [...found.drafts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return drafts.map((draft) => {
    const together = withRoadWorks(draft, ownTiming(draft, context));
    return { draft, timing: siteTiming(draft, context), together, feature: siteFeature(draft, context), cost: costOf(draft, together, context.params) };
  });
}

export type Bases = Record<keyof Reliefs, ServiceBase>;

/** The services as they stand without any site. */
export function basesOf({ plane, inputs }: Omit<SiteContext, 'need'>, params: Params): Bases {
  const walking = walkingBy(plane, params as Record<string, number>, inputs['walking-network']);
  return {
    night: baseOf('parking-night', inputs, params, walking), day: baseOf('parking-day', inputs, params, walking),
    shelter: baseOf('sheltering', inputs, params, { ...walking, radius: numberOf(params, 'shelterRadius') }),
  };
}
function needOf({ reach, allocation, walking }: ServiceBase): Need {
  return { x: reach.x, y: reach.y, shortage: Float64Array.from(reach.owner, (unit) => allocation.shortage[unit]), radius: walking.radius / walking.detourFactor };
}

/** What a site adds to each service: stalls by night and by day, places in war. */
export const CAPACITY: Readonly<Record<keyof Reliefs, (draft: Pick<SiteDraft, 'stalls' | 'shelterPlaces'>) => number>> = { night: ({ stalls }) => stalls, day: ({ stalls }) => stalls, shelter: ({ shelterPlaces }) => shelterPlaces };

/** One service with the sites that might be added to it. */
export function reliefIn(service: keyof Reliefs, bases: Bases, params: Params, sites: readonly Measured[]): ServiceRelief {
  return reliefOf(bases[service], sites.map(({ feature }) => feature), sites.map(({ draft }) => CAPACITY[service](draft) * numberOf(params, 'usableShare')));
}
export function reliefsOf(bases: Bases, params: Params, sites: readonly Measured[], progress: Progress): Reliefs {
  const relief = (service: keyof Reliefs, done: number) => {
    progress('step.relief', done);
    return reliefIn(service, bases, params, sites);
  };
  return { night: relief('night', 0.5), day: relief('day', 0.62), shelter: relief('shelter', 0.74) };
}
