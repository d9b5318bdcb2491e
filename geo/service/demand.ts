import type { PlanFeature } from '../model/index.ts';

/** How a unit's demand came about. Null demand: nothing is known to compute it from. */
export interface UnitDemand {
  value: number | null;
  source: 'explicit' | 'households' | 'floor-area' | 'population' | null;
  /** True where a parameter stood in for what the unit does not say. */
  assumed: boolean;
}
export type DemandParams = Readonly<Record<string, number>>;
export type DemandRule = (feature: PlanFeature, params: DemandParams) => UnitDemand;

const UNKNOWN: UnitDemand = { value: null, source: null, assumed: false };

/** Larger numbers say nothing, and their products and squares would leave what a double can hold. */
export const LARGEST = 1e100;

/** The number of an attribute; null where it is unknown. Negative ones were turned into issues on reading, and are unknown here. */
export function known(feature: PlanFeature, field: string): number | null {
  const value = feature.properties[field];
  return typeof value === 'number' && value >= 0 && value <= LARGEST ? value : null;
}
const lessOwn = (cars: number, feature: PlanFeature) => Math.max(0, cars - (known(feature, 'ownStalls') ?? 0));

/** Cars kept at home by night: stated demand, else households x cars per household less the unit's own stalls. */
export const nightDemand: DemandRule = (feature, params) => {
  const explicit = known(feature, 'demandNight');
  if (explicit !== null) return { value: explicit, source: 'explicit', assumed: false };
  const households = known(feature, 'households');
  if (households === null) return known(feature, 'floorArea') !== null && rateOf(feature) !== null ? { value: 0, source: 'floor-area', assumed: false } : UNKNOWN;
  const cars = known(feature, 'carsPerHousehold');
  return { value: lessOwn(households * (cars ?? params['carsPerHousehold']), feature), source: 'households', assumed: cars === null };
};

/** Land-use code (GB 50137, by prefix; longest first) to the parameter with its rate of cars per 100 m² by day. */
const DAY_RATES: readonly [prefix: string, param: string][] = [
  ['A3', 'schoolRate'], ['A5', 'hospitalRate'], ['B1', 'retailRate'], ['B3', 'retailRate'],
  ['A', 'officeRate'], ['B', 'officeRate'], ['M', 'industryRate'], ['W', 'industryRate'],
];
function rateOf(feature: PlanFeature): string | null {
  const landUse = String(feature.properties['landUse'] ?? '').trim().toUpperCase();
  // A word such as “Mixed” begins with a letter too; a code is one letter and figures.
  if (!/^[A-Z]\d*$/.test(landUse)) return null;
  return DAY_RATES.find(([prefix]) => landUse.startsWith(prefix))?.[1] ?? null;
}

/** Cars arriving by day at work, shops, hospitals, schools: stated demand, else floor area x rate less own stalls. Homes attract none. */
export const dayDemand: DemandRule = (feature, params) => {
  const explicit = known(feature, 'demandDay');
  if (explicit !== null) return { value: explicit, source: 'explicit', assumed: false };
  const rate = rateOf(feature);
  const area = known(feature, 'floorArea');
  if (rate !== null && area !== null) return { value: lessOwn(area / 100 * params[rate], feature), source: 'floor-area', assumed: true };
  return rate === null && known(feature, 'households') !== null ? { value: 0, source: 'households', assumed: false } : UNKNOWN;
};

/** Persons who stay in the city: population (else households x size) x staying share. */
export const shelterDemand: DemandRule = (feature, params) => {
  const population = known(feature, 'population');
  if (population !== null) return { value: population * params['stayingShare'], source: 'population', assumed: false };
  const households = known(feature, 'households');
  if (households !== null) return { value: households * params['personsPerHousehold'] * params['stayingShare'], source: 'households', assumed: true };
  return UNKNOWN;
};
