import { byFeatureId, shelterOf, type Layer, type PlanFeature } from '../model/index.ts';
import { known, type DemandParams } from './demand.ts';

/** One facility that serves: its capacity after the usable share, and whether something about it was assumed. */
export interface Supply {
  feature: PlanFeature;
  layer: string;
  capacity: number;
  assumed: boolean;
}
/** Facilities that are there but do not count, or that something has to be said of, by reason. */
export interface SupplyReading {
  supplies: Supply[];
  /** Without a known capacity, by the layer they stand in. */
  unknown: Readonly<Record<string, string[]>>;
  assumedOpen: string[];
  notOpen: number;
  /** Shelters that are also listed as car parks. */
  countedOnce: string[];
  /** Car parks that do not know their stalls, but the shelter that they are does. */
  stallsOfShelter: string[];
  /** Car parks that nobody may use, though the shelter that they are is open for parking. */
  closedListings: { facility: PlanFeature; shelter: PlanFeature }[];
}
const emptyReading = (): SupplyReading => ({ supplies: [], unknown: { 'parking-facilities': [], shelters: [] }, assumedOpen: [], notOpen: 0, countedOnce: [], stallsOfShelter: [], closedListings: [] });
type Period = 'night' | 'day';

/** Whom a car park may serve by access; unknown access is taken as public, and said. */
const SERVES: Record<Period, readonly (string | null)[]> = { night: ['public', 'residents', null], day: ['public', null] };
const OPEN_FIELD: Record<Period, string> = { night: 'openNight', day: 'openDay' };

/** Stalls that may be used in the period: car parks, and shelters opened for parking that are not also listed as car parks. */
export function parkingSupply(period: Period, parking: Layer | undefined, shelters: Layer | undefined, params: DemandParams): SupplyReading {
  const reading = emptyReading();
  const byId = byFeatureId(shelters?.features ?? []);
  const listed = new Set<PlanFeature>();
  for (const feature of parking?.features ?? []) {
    const access = feature.properties['access'] ?? null;
    const open = feature.properties[OPEN_FIELD[period]] ?? null;
    const shelter = shelterOf(feature, byId);
    if (shelter) listed.add(shelter);
    if (access === 'closed' && shelter?.properties['openForParking'] === true) reading.closedListings.push({ facility: feature, shelter });
    if (open === false || !SERVES[period].includes(access as string | null)) { reading.notOpen++; continue; }
    const own = known(feature, 'stalls');
    const stalls = own ?? (shelter && known(shelter, 'stalls'));
    if (stalls === null) { reading.unknown['parking-facilities'].push(feature.id); continue; }
    if (own === null) reading.stallsOfShelter.push(feature.id);
    const assumed = open === null || access === null;
    if (assumed) reading.assumedOpen.push(feature.id);
    reading.supplies.push({ feature, layer: 'parking-facilities', capacity: stalls * params['usableShare'], assumed: assumed || feature.properties['confidence'] === 'estimated' });
  }
  for (const feature of shelters?.features ?? []) {
    if (feature.properties['openForParking'] !== true) continue;
    if (listed.has(feature)) { reading.countedOnce.push(feature.id); continue; }
    const stalls = known(feature, 'stalls');
    if (stalls === null) reading.unknown['shelters'].push(feature.id);
    else reading.supplies.push({ feature, layer: 'shelters', capacity: stalls * params['usableShare'], assumed: false });
  }
  return reading;
}

/** Shelter places: stated capacity, else sheltering area / area per person, else floor area x sheltering share / area per person. */
export function shelterSupply(shelters: Layer | undefined, params: DemandParams): SupplyReading {
  const reading = emptyReading();
  for (const feature of shelters?.features ?? []) {
    if (!SHELTERS_PEOPLE.includes((feature.properties['wartimeFunction'] ?? null) as string | null)) { reading.notOpen++; continue; }
    const places = shelterPlaces(feature, params);
    if (places === null) reading.unknown['shelters'].push(feature.id);
    else reading.supplies.push({ feature, layer: 'shelters', capacity: places.value * params['usableShare'], assumed: places.assumed });
  }
  return reading;
}
/** Stores, power stations, garages for vehicles and hospitals take no ordinary residents. */
const SHELTERS_PEOPLE: readonly (string | null)[] = ['personnel-1', 'personnel-2', null];

export function shelterPlaces(feature: PlanFeature, params: DemandParams): { value: number; assumed: boolean } | null {
  const capacity = known(feature, 'capacity');
  if (capacity !== null) return { value: capacity, assumed: false };
  const sheltering = known(feature, 'shelteringArea');
  if (sheltering !== null) return { value: sheltering / params['areaPerPerson'], assumed: false };
  const floor = known(feature, 'floorArea');
  return floor === null ? null : { value: floor * params['shelteringShare'] / params['areaPerPerson'], assumed: true };
}
