import { dayRateKey } from './land-use.ts';
import { known, numberSetting, unknown, type Amount, type NumberReader, type Settings } from './settings.ts';

/** How the demand of one unit is found from its attributes. Explicit demand is already net of the unit's own stalls. */
export type DemandRule = (unit: NumberReader, settings: Settings) => Amount;

/** Cars kept at home: households x cars per household, less the stalls of its own, not below 0. */
export const carsAtHome: DemandRule = (unit, settings) => {
  const explicit = unit.number('demandNight');
  if (explicit !== null || unit.negative) return amount(unit, explicit, 'explicit');
  const households = unit.number('households');
  if (households === null) return amount(unit, null, 'households');
  const own = unit.number('carsPerHousehold');
  return lessOwnStalls(unit, households * (own ?? numberSetting(settings, 'carsPerHousehold')), 'households', own === null && households > 0 ? ['cars-per-household'] : []);
};

/** Cars that arrive at work, shops, hospitals, schools: floor area x rate by land use, less the stalls of its own. */
export const carsArriving: DemandRule = (unit, settings) => {
  const explicit = unit.number('demandDay');
  if (explicit !== null || unit.negative) return amount(unit, explicit, 'explicit');
  const floorArea = unit.number('floorArea');
  if (floorArea === null) return amount(unit, null, 'floor-area');
  const landUse = unit.text('landUse');
  const rate = landUse && dayRateKey(landUse);
  if (!rate) return unknown('land-use', 'landUse');
  return lessOwnStalls(unit, floorArea / 100 * numberSetting(settings, rate), 'floor-area', ['day-rate']);
};

/** Persons who stay in the city: population x staying share. */
export const personsStaying: DemandRule = (unit, settings) => {
  const share = numberSetting(settings, 'stayingShare');
  const population = unit.number('population');
  if (population !== null || unit.negative) return amount(unit, population === null ? null : population * share, 'population');
  const households = unit.number('households');
  const persons = households === null ? null : households * numberSetting(settings, 'personsPerHousehold') * share;
  return amount(unit, persons, 'households', 'persons-per-household');
};

function lessOwnStalls(unit: NumberReader, cars: number, source: string, assumed: string[]): Amount {
  const ownStalls = unit.number('ownStalls');
  if (ownStalls === null) assumed.push('own-stalls');
  return amount(unit, Math.max(0, cars - (ownStalls ?? 0)), source, ...assumed);
}

function amount(unit: NumberReader, value: number | null, source: string, ...assumed: string[]): Amount {
  if (unit.negative) return unknown('negative', unit.negative);
  return value === null ? unknown('unknown') : known(value, source, ...assumed);
}
