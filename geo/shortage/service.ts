import { carsArriving, carsAtHome, personsStaying, type DemandRule } from './demand.ts';
import { shelterPlaces, stallsByDay, stallsByNight, stallsInShelter, type SupplyRule } from './supply.ts';

export type ServiceId = 'parking-night' | 'parking-day' | 'sheltering';

/** One row of the service table: the same engine serves cars and persons, by night, by day and in war. */
export interface Service {
  id: ServiceId;
  /** What demand and capacity are counted in. */
  unit: 'stall' | 'person';
  demand: DemandRule;
  /** Where capacity comes from, by input. Of the same works in two inputs the earlier row counts. */
  supply: readonly { input: string; rule: SupplyRule }[];
}

export const SERVICES: Readonly<Record<ServiceId, Service>> = {
  'parking-night': {
    id: 'parking-night', unit: 'stall', demand: carsAtHome,
    supply: [{ input: 'parking-facilities', rule: stallsByNight }, { input: 'shelters', rule: stallsInShelter }],
  },
  'parking-day': {
    id: 'parking-day', unit: 'stall', demand: carsArriving,
    supply: [{ input: 'parking-facilities', rule: stallsByDay }, { input: 'shelters', rule: stallsInShelter }],
  },
  sheltering: {
    id: 'sheltering', unit: 'person', demand: personsStaying,
    supply: [{ input: 'shelters', rule: shelterPlaces }],
  },
};
