import { issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { dayDemand, nightDemand, shelterDemand, type DemandParams, type DemandRule, type UnitDemand } from './demand.ts';
import { parkingSupply, shelterSupply, type Supply, type SupplyReading } from './supply.ts';

/**
 * A civil-defence basement is a car park in peacetime and a shelter in wartime: both are a *service*, demand that reaches
 * capacity within a walk. One row a service (METHODS 1); the engine is the same.
 */
export type ServiceId = 'parking-night' | 'parking-day' | 'sheltering';
export type ServiceInputs = Readonly<Record<string, Layer | undefined>>;

interface ServiceRow {
  /** What demand and capacity are counted in. */
  unit: 'stall' | 'person';
  demand: DemandRule;
  supply(inputs: ServiceInputs, params: DemandParams): SupplyReading;
}
export const SERVICES: Readonly<Record<ServiceId, ServiceRow>> = {
  'parking-night': { unit: 'stall', demand: nightDemand, supply: (inputs, params) => parkingSupply('night', inputs['parking-facilities'], inputs['shelters'], params) },
  'parking-day': { unit: 'stall', demand: dayDemand, supply: (inputs, params) => parkingSupply('day', inputs['parking-facilities'], inputs['shelters'], params) },
  sheltering: { unit: 'person', demand: shelterDemand, supply: (inputs, params) => shelterSupply(inputs['shelters'], params) },
};

/** Demand and supply of one service as the engine takes them, with what had to be assumed. */
export interface ServiceBooks {
  id: ServiceId;
  unit: 'stall' | 'person';
  units: readonly PlanFeature[];
  unitDemand: UnitDemand[];
  /** Unknown demand counts as 0 here; `unitDemand` tells it apart. */
  demand: Float64Array;
  supplies: Supply[];
  capacity: Float64Array;
  issues: Issue[];
}

export function openBooks(id: ServiceId, inputs: ServiceInputs, params: DemandParams): ServiceBooks {
  const row = SERVICES[id];
  const units = inputs['demand-units']?.features ?? [];
  const unitDemand = units.map((feature) => row.demand(feature, params));
  const reading = row.supply(inputs, params);
  return {
    id, unit: row.unit, units, unitDemand,
    demand: Float64Array.from(unitDemand, ({ value }) => value ?? 0),
    supplies: reading.supplies, capacity: Float64Array.from(reading.supplies, (supply) => supply.capacity),
    issues: [...demandIssues(units, unitDemand), ...supplyIssues(reading)],
  };
}

function demandIssues(units: readonly PlanFeature[], demand: readonly UnitDemand[]): Issue[] {
  const of = (test: (one: UnitDemand) => boolean) => units.filter((_, i) => test(demand[i])).map((feature) => feature.id);
  return [
    listed('demand.unknown', 'warning', 'demand-units', of((one) => one.value === null)),
    listed('demand.assumed', 'info', 'demand-units', of((one) => one.assumed)),
  ].flat();
}
function supplyIssues(reading: SupplyReading): Issue[] {
  return [
    ...Object.entries(reading.unknown).map(([layer, features]) => listed('supply.unknown', 'warning', layer, features)),
    listed('supply.assumed-open', 'info', 'parking-facilities', reading.assumedOpen),
    listed('supply.counted-once', 'info', 'shelters', reading.countedOnce),
    listed('supply.stalls-of-shelter', 'info', 'parking-facilities', reading.stallsOfShelter),
    closedListings(reading),
    reading.notOpen > 0 ? [issue('supply.not-open', 'info', { params: { n: reading.notOpen } })] : [],
    reading.supplies.length === 0 ? [issue('supply.none', 'warning')] : [],
  ].flat();
}
/** The two layers contradict each other; nothing is counted until somebody says which is right. */
function closedListings({ closedListings: found }: SupplyReading): Issue[] {
  if (found.length === 0) return [];
  const [{ facility, shelter }] = found;
  const name = ({ id, properties }: PlanFeature) => String(properties['name'] ?? id);
  return [issue('supply.closed-listing', 'warning', { layer: 'parking-facilities', features: found.map((one) => one.facility.id), params: { n: found.length, name: name(facility), shelter: name(shelter) } })];
}
function listed(code: string, severity: Issue['severity'], layer: string, features: string[]): Issue[] {
  return features.length === 0 ? [] : [issue(code, severity, { layer, features, params: { n: features.length } })];
}
