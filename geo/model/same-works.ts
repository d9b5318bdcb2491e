import { extentOf } from './extent.ts';
import type { FeatureId, PlanFeature } from './feature.ts';

/**
 * The shelter that a car park is, or null: the one it names as `shelterRef`, else the one with its id that also has its name
 * or its place. An id alone says nothing, for files without ids are numbered by row and every file has a row 1.
 */
export function shelterOf(facility: PlanFeature, shelters: ReadonlyMap<FeatureId, PlanFeature>): PlanFeature | null {
  const named = facility.properties['shelterRef'];
  if (typeof named === 'string' && named !== '') return shelters.get(named) ?? null;
  const other = shelters.get(facility.id);
  return other && (sameName(facility, other) || samePlace(facility, other)) ? other : null;
}
/** A name that only repeats the id tells nothing more than the id. */
const sameName = (a: PlanFeature, b: PlanFeature) => typeof a.properties['name'] === 'string' && a.properties['name'] === b.properties['name'] && a.properties['name'] !== a.id;
function samePlace(a: PlanFeature, b: PlanFeature): boolean {
  const [one, other] = [extentOf([a]), extentOf([b])];
  return one !== null && other !== null && one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

export const byFeatureId = (features: readonly PlanFeature[]): Map<FeatureId, PlanFeature> => new Map(features.map((feature) => [feature.id, feature]));
