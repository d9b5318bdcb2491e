import Flatbush from 'flatbush';
import { planeArea } from '../crs/index.ts';
import { planeDistance } from '../geometry/index.ts';
import { extentOf, type PlanFeature } from '../model/index.ts';
import { catchmentPairs, known, pointsOf, type Supply } from '../service/index.ts';
import type { Cost } from './cost.ts';
import { isPolygonal, planarOf, textIn } from './ground.ts';
import { numberOf, TABLES } from './parameters.ts';
import { reachedBy, uncovered, type ServiceRelief } from './relief.ts';
import type { RoadTiming } from './timing.ts';
import type { SiteContext, SiteDraft } from './types.ts';

/** The values of the benefit indicators of one site, by key; null = unknown or not to be had. */
export type IndicatorValues = Readonly<Record<string, number | null>>;

export interface Measured {
  draft: SiteDraft;
  /** In degrees, as it is written. */
  feature: PlanFeature;
  cost: Cost;
  /** Of all roads over the site; `together`: it is dug with its own. */
  timing: RoadTiming | null;
  together: boolean;
}
export interface Reliefs {
  night: ServiceRelief;
  day: ServiceRelief;
  shelter: ServiceRelief;
}

export function indicatorValues(sites: readonly Measured[], reliefs: Reliefs, context: SiteContext): IndicatorValues[] {
  const { night, day, shelter } = reliefs;
  const parkingReach = reachedBy(night, sites.length), shelterReach = reachedBy(shelter, sites.length);
  const bare = uncovered(shelter);
  const onStreet = onStreetNear(sites, reliefs);
  const green = greenUnder(context);
  const works = nearestWorks(context);
  return sites.map(({ draft, cost, together }, s) => {
    const inReach = parkingReach[s].filter(({ unit }) => night.books.demand[unit] > 0);
    const relieved = Math.max(night.gain[s], day.gain[s]);
    const dug = draft.source.id !== 'existing-shelter';
    return {
      reliefNight: night.gain[s], reliefDay: day.gain[s],
      residentsInReach: sum(parkingReach[s].filter(({ unit }) => night.allocation.shortage[unit] > 0).map(({ unit }) => residents(night.books.units[unit], context))),
      meanWalk: mean(inReach.map(({ unit, metres }) => [metres, night.books.demand[unit]])),
      costPerReliefStall: relieved > 0 ? cost.base / relieved : null,
      costPerShelterPlace: shelter.gain[s] > 0 ? cost.base / shelter.gain[s] : null,
      jointSavingAmount: cost.saving,
      onStreetFreed: Math.min(onStreet[s], Math.max(0, draft.stalls - relieved)),
      greenDisturbed: dug ? green(draft) : 0,
      groundOpened: dug && !together ? draft.area : 0,
      reliefShelter: shelter.gain[s],
      personsNewlyCovered: draft.shelterPlaces > 0 ? sum(shelterReach[s].filter(({ unit }) => bare[unit] === 1).map(({ unit }) => shelter.books.demand[unit])) : 0,
      worksDistance: works(draft),
    };
  });
}
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
function mean(rows: readonly (readonly [value: number, weight: number])[]): number | null {
  const weight = sum(rows.map(([, w]) => w));
  return weight > 0 ? sum(rows.map(([value, w]) => value * w)) / weight : null;
}
function residents(unit: PlanFeature, { params }: SiteContext): number {
  return known(unit, 'population') ?? (known(unit, 'households') ?? 0) * numberOf(params, 'personsPerHousehold');
}

/** Stalls on the street that serve by night or by day, within the walk of each site: those that its spare stalls could take the place of. */
function onStreetNear(sites: readonly Measured[], { night, day }: Reliefs): number[] {
  const isOnStreet = ({ feature, layer }: Supply) => layer === 'parking-facilities' && feature.properties['kind'] === 'on-street';
  const streets = [...new Set([...night.books.supplies, ...day.books.supplies].filter(isOnStreet).map(({ feature }) => feature))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { plane } = night.walking;
  const { pairs } = catchmentPairs(night.walking, pointsOf(sites.map(({ feature }) => feature), plane), pointsOf(streets, plane));
  return sites.map((_, s) => sum([...pairs.facility.subarray(pairs.start[s], pairs.start[s + 1])].map((f) => known(streets[f], 'stalls') ?? 0)));
}

/** Green ground that a footprint opens, m². */
function greenUnder({ inputs, plane, kernel }: SiteContext): (draft: SiteDraft) => number {
  const isGreen = (parcel: PlanFeature) => ['landUse', 'landUse2023'].some((field) => TABLES.greenLandUses.some((code) => textIn(parcel, field)?.toUpperCase().startsWith(code)));
  const parcels = (inputs['land-parcels']?.features ?? []).filter(isGreen).flatMap((parcel) => {
    const shape = planarOf(parcel, plane, kernel);
    return isPolygonal(shape) ? [shape] : [];
  });
  const find = finder(parcels);
  return ({ shape }) => {
    const common = find(extentOf([{ geometry: shape }])!, 0).flatMap((i) => kernel.intersection(shape, parcels[i]) ?? []);
    const joined = kernel.union(common);
    return joined ? planeArea(joined) : 0;
  };
}

/** Distance edge to edge to the nearest other underground works that a passage could lead to: shelters, metro, basements. Null where none is within a kilometre. */
function nearestWorks({ barriers }: SiteContext): (draft: SiteDraft) => number | null {
  const works = barriers.list.filter(({ kind }) => ['existing-shelter', 'existing-basement', 'metro-structure'].includes(kind));
  const find = finder(works.map(({ shape }) => shape));
  return ({ shape, feature }) => {
    const extent = extentOf([{ geometry: shape }])!;
    for (const within of [60, 250, 1000]) {
      const others = find(extent, within).map((i) => works[i]).filter(({ id, kind }) => !(id === feature.id && kind === 'existing-shelter'));
      const nearest = others.reduce((least, other) => Math.min(least, planeDistance(shape, other.shape)), Infinity);
      if (nearest <= within) return nearest;
    }
    return null;
  };
}
function finder(shapes: readonly PlanFeature['geometry'][]): (extent: readonly [number, number, number, number], within: number) => number[] {
  if (shapes.length === 0) return () => [];
  const index = new Flatbush(shapes.length, 16, Float64Array);
  for (const shape of shapes) index.add(...extentOf([{ geometry: shape }])!);
  index.finish();
  return ([w, s, e, n], within) => index.search(w - within, s - within, e + within, n + within).sort((a, b) => a - b);
}
