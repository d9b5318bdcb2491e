import { ellipsoidalArea } from '../crs/index.ts';
import { unprojectGeometry } from '../geometry/index.ts';
import { inheritedSecrecy } from '../io/index.ts';
import type { PlanFeature, Properties, Stratum } from '../model/index.ts';
import type { Acceptability, RankedSite } from '../ranking/index.ts';
import { stratumAt } from '../depth/index.ts';
import type { FailedSource } from './find.ts';
import { nameOf } from './ground.ts';
import { departmentsOf } from './hits.ts';
import type { IndicatorValues, Measured } from './indicators.ts';
import type { RoadTiming } from './timing.ts';
import type { SiteContext, SiteDraft } from './types.ts';
import type { Zone } from './zones.ts';

/** The site's shape in degrees, as the walk to it is measured and as it is written. Its own works keep their entrances. */
export function siteFeature({ id, shape, feature, source }: SiteDraft, { plane }: SiteContext): PlanFeature {
  const entrances = feature.properties['entrances'];
  const geometry = source.id === 'existing-shelter' ? feature.geometry : unprojectGeometry(plane, shape);
  return { type: 'Feature', id, geometry, properties: Array.isArray(entrances) ? { entrances } : {} };
}

export type SiteStatus = 'ok' | 'consult' | 'missed' | 'locked';
export function statusOf(timing: RoadTiming | null, departments: readonly string[]): SiteStatus {
  if (timing?.locked) return 'locked';
  if (timing?.phase === 'missed') return 'missed';
  return departments.length > 0 ? 'consult' : 'ok';
}

/** Everything that is known of a candidate site, in the order of the schema `candidate-site`. Lists are codes with commas between. */
export function siteProperties({ draft, feature, cost, timing }: Measured, values: IndicatorValues, ranked: RankedSite, shares: Acceptability, zone: Zone | null, relieves: readonly string[], strata: readonly Stratum[]): Properties {
  const departments = departmentsOf(draft.hits);
  const { first, top3, top10 } = shares;
  const zoneOf = (field: string) => zone?.feature.properties[field] ?? null;
  return {
    id: draft.id, name: draft.name, rank: ranked.rank, score: ranked.score, source: draft.source.id, sourceId: draft.feature.id, status: statusOf(timing, departments),
    ...values,
    stalls: draft.stalls, shelterPlaces: draft.shelterPlaces, cost: cost.base, costLow: cost.low, costHigh: cost.high,
    ...ranked.benefits, topsis: ranked.topsis, topsisRank: ranked.topsisRank, firstShare: first, top3Share: top3, top10Share: top10,
    area: draft.area, ellipsoidalArea: draft.area === null ? null : ellipsoidalArea(feature.geometry), length: draft.length, minWidth: draft.minWidth,
    levels: draft.levels, grossFloorArea: draft.grossFloorArea, topDepth: draft.topDepth, bottomDepth: draft.bottomDepth,
    stratum: draft.bottomDepth === null ? null : stratumAt(draft.bottomDepth, strata).code, suitability: zoneOf('suitability'), zoneId: zone?.feature.id ?? null,
    vehicleRamps: draft.vehicleRamps, personEntrances: draft.personEntrances, protectiveUnits: draft.protectiveUnits,
    deadline: timing?.deadline ?? null, deadlineFrom: timing?.deadlineFrom ?? null, daysLeft: timing?.daysLeft ?? null, lockUntil: timing?.lockUntil ?? null, locked: timing ? timing.locked : null,
    consult: departments.join(','), relieves: relieves.join(','), steps: draft.steps.join(','), notes: draft.notes.join(','), assumed: draft.assumed.join(','),
    ...inheritedSecrecy([draft.feature]),
    ...(Array.isArray(feature.properties['entrances']) ? { entrances: feature.properties['entrances'] } : {}),
  };
}

/** A source that failed, with its own geometry and the codes of why. */
export function failedFeature({ source, feature, reasons, area, length }: FailedSource): PlanFeature {
  const id = `${source.id}-${feature.id}`;
  return { type: 'Feature', id, geometry: feature.geometry, properties: { id, name: nameOf(feature), source: source.id, sourceId: feature.id, reasons: reasons.join(','), status: 'failed', area, length, ...inheritedSecrecy([feature]) } };
}
