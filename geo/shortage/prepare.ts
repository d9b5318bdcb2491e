import { planeForLayers, type Plane } from '../crs/index.ts';
import { issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { buildNetwork, networkPairs, pointSet, straightPairs, type CatchmentPairs, type PointSet } from '../network/index.ts';
import { amountIssues } from './amount-issues.ts';
import { byId } from './order.ts';
import { supplyPlaces, type SupplyPlace } from './places.ts';
import type { Service } from './service.ts';
import { NumberReader, numberSetting, type Amount, type Settings } from './settings.ts';

/** Input layers by input name. */
export type ServiceInputs = Readonly<Record<string, Layer | undefined>>;

/** One service on one set of layers: who wants how much, who offers how much, and where both are reached. */
export interface PreparedService {
  service: Service;
  plane: Plane;
  /** Demand units by ascending id; everything by unit is in this order. */
  units: PlanFeature[];
  /** Row in the input layer of each unit. */
  unitRow: Uint32Array;
  amounts: Amount[];
  /** By unit; 0 where the demand is unknown (`amounts` tells). */
  demand: Float64Array;
  places: SupplyPlace[];
  /** Counted places; everything by facility is in this order. */
  facilities: SupplyPlace[];
  capacity: Float64Array;
  unitPoints: PointSet;
  facilityPoints: PointSet;
  network: Layer | undefined;
  issues: Issue[];
}

export function prepareService(service: Service, inputs: ServiceInputs, settings: Settings): PreparedService {
  const layers = Object.values(inputs).filter((layer): layer is Layer => layer !== undefined);
  const crs = settings['crs'];
  const plane = planeForLayers(layers, typeof crs === 'string' ? crs : null);
  const source = inputs['demand-units']?.features ?? [];
  const unitRow = byId(source);
  const units = Array.from(unitRow, (row) => source[row]);
  const amounts = units.map((unit) => service.demand(new NumberReader(unit.properties), settings));
  const { places, issues } = supplyPlaces(service, inputs, settings, plane);
  const facilities = places.filter((place) => place.counted);
  return {
    service, plane, units, unitRow, amounts, demand: Float64Array.from(amounts, (amount) => amount.value ?? 0),
    places, facilities, capacity: Float64Array.from(facilities, (place) => place.amount.value!),
    unitPoints: pointSet(units, plane), facilityPoints: pointSet(facilities.map((place) => place.feature), plane),
    network: inputs['walking-network'],
    issues: [
      ...amountIssues('demand', 'demand-units', units.map((unit, i) => ({ id: unit.id, amount: amounts[i] }))),
      ...service.supply.flatMap(({ input }) => amountIssues('supply', input, places.filter((place) => place.input === input).map(({ feature, amount }) => ({ id: feature.id, amount })))),
      ...issues,
      ...emptiness(units, facilities),
    ],
  };
}

function emptiness(units: readonly PlanFeature[], facilities: readonly SupplyPlace[]): Issue[] {
  return [
    ...(units.length === 0 ? [issue('demand.none', 'warning', { layer: 'demand-units' })] : []),
    ...(facilities.length === 0 ? [issue('supply.none', 'warning')] : []),
  ];
}

export interface ServiceReach {
  pairs: CatchmentPairs;
  /** How all distances of this result were measured; the two are never mixed. */
  distance: 'network' | 'straight';
  issues: Issue[];
}

/** Catchment pairs over the walking network where there is one, else straight lines x detour factor. */
export function reachOf(prepared: PreparedService, settings: Settings, radius = numberSetting(settings, 'catchmentRadius')): ServiceReach {
  const { plane, unitPoints, facilityPoints, units, facilities, network } = prepared;
  if (!network || network.features.length === 0) {
    const detourFactor = numberSetting(settings, 'detourFactor');
    const pairs = straightPairs(unitPoints, facilityPoints, { plane, radius, detourFactor });
    return { pairs, distance: 'straight', issues: [issue('distance.straight', 'info', { params: { detourFactor } }), ...overlap(prepared, pairs)] };
  }
  const maxSnap = numberSetting(settings, 'maxSnap');
  const found = networkPairs(buildNetwork(network, plane), unitPoints, facilityPoints, { radius, maxSnap });
  const off = (code: string, layer: string, ids: string[]) => (ids.length === 0 ? [] : [issue(code, 'warning', { layer, features: ids, params: { count: ids.length, maxSnap } })]);
  return {
    pairs: found.pairs, distance: 'network',
    issues: [
      issue('distance.network', 'info'),
      ...off('network.units-off', 'demand-units', found.unsnappedUnits.map((i) => units[i].id)),
      ...prepared.service.supply.flatMap(({ input }) => off('network.facilities-off', input, found.unsnappedFacilities.filter((j) => facilities[j].input === input).map((j) => facilities[j].id))),
      ...overlap(prepared, found.pairs),
    ],
  };
}

/** Two layers in different places are a mistake in one of them (often its CRS), not a shortage. */
function overlap({ units, facilities }: PreparedService, pairs: CatchmentPairs): Issue[] {
  return units.length > 0 && facilities.length > 0 && pairs.facility.length === 0 ? [issue('reach.none', 'warning', { layer: 'demand-units' })] : [];
}
