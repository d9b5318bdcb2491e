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

/** Products such as 300 x 0.69 miss the whole number that they stand for by a last bit; so much may be missing (or over). */
const ROUNDING = 1e-9;
const whole = (value: number) => Math.floor(value + ROUNDING);

export function capacityOf(footprint: number, levels: number, params: Params): Capacity {
  const grossFloorArea = footprint * levels;
  const stalls = whole(grossFloorArea / numberOf(params, 'areaPerStall'));
  const shelterPlaces = whole(grossFloorArea * numberOf(params, 'shelteringShare') / numberOf(params, 'areaPerPerson'));
  const protectiveUnits = Math.max(0, Math.ceil(grossFloorArea / numberOf(params, 'protectiveUnitArea') - ROUNDING));
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
