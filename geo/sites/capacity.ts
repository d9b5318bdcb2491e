import type { Params } from '../model/index.ts';
import { numberOf, TABLES } from './parameters.ts';

/** What a box holds and what it then needs. Areas in m². */
export interface Capacity {
  grossFloorArea: number;
  stalls: number;
  shelterPlaces: number;
  protectiveUnits: number;
  vehicleRamps: number;
  personEntrances: number;
}

export function capacityOf(footprint: number, levels: number, params: Params): Capacity {
  const grossFloorArea = footprint * levels;
  const stalls = Math.floor(grossFloorArea / numberOf(params, 'areaPerStall'));
  const shelterPlaces = Math.floor(grossFloorArea * numberOf(params, 'shelteringShare') / numberOf(params, 'areaPerPerson'));
  const protectiveUnits = Math.ceil(grossFloorArea / numberOf(params, 'protectiveUnitArea'));
  return {
    grossFloorArea, stalls, shelterPlaces, protectiveUnits, vehicleRamps: rampsFor(stalls),
    // Two entrances a unit, and doors enough for all who come.
    personEntrances: Math.max(protectiveUnits * TABLES.unitEntrances, Math.ceil(shelterPlaces / numberOf(params, 'doorPersons'))),
  };
}

/** Vehicle entrances by size of the garage (JGJ 100). */
export function rampsFor(stalls: number): number {
  return TABLES.vehicleRamps.find((row) => row.stalls === null || stalls <= row.stalls)!.ramps;
}
