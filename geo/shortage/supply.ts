import { known, numberSetting, unknown, type Amount, type NumberReader, type Settings } from './settings.ts';

/**
 * How the capacity of one facility is found from its attributes; null where the feature is no supply of this service at
 * all. A known capacity that is not for this service comes with a problem (`closed` …) and is not counted.
 */
export type SupplyRule = (facility: NumberReader, settings: Settings) => Amount | null;

/** Stalls x usable share, for those who may use them in the period. What is unknown about access is taken as open. */
function stallsFor(open: 'openNight' | 'openDay', access: readonly string[]): SupplyRule {
  return (facility, settings) => {
    const who = facility.text('access');
    const isOpen = facility.flag(open);
    if (who !== null && !access.includes(who)) return { ...stalls(facility, settings, []), problem: who === 'closed' ? 'closed' : 'residents-only' };
    if (isOpen === false) return { ...stalls(facility, settings, []), problem: 'not-open' };
    return stalls(facility, settings, [...(who === null ? ['access'] : []), ...(isOpen === null ? ['open'] : [])]);
  };
}
export const stallsByNight = stallsFor('openNight', ['public', 'residents']);
export const stallsByDay = stallsFor('openDay', ['public']);

/** A shelter is a car park where it is open for parking, whatever the hour. */
export const stallsInShelter: SupplyRule = (shelter, settings) => (shelter.flag('openForParking') === true ? stalls(shelter, settings, []) : null);

function stalls(facility: NumberReader, settings: Settings, assumed: string[]): Amount {
  const count = facility.number('stalls');
  if (facility.negative) return unknown('negative', facility.negative);
  return count === null ? unknown('unknown', 'stalls') : known(count * numberSetting(settings, 'usableShare'), 'stalls', ...assumed);
}

/** Works for other wartime uses take no public in, unless the ledger gives them places. */
const FOR_PERSONS = ['personnel-1', 'personnel-2'];

/** Shelter places: as stated, else sheltering area / area per person, else a share of the floor area. */
export const shelterPlaces: SupplyRule = (shelter, settings) => {
  const stated = shelter.number('capacity');
  if (stated !== null || shelter.negative) return places(shelter, settings, stated, 'capacity');
  const use = shelter.text('wartimeFunction');
  const perPerson = numberSetting(settings, 'areaPerPerson');
  const shelteringArea = shelter.number('shelteringArea');
  const floorArea = shelteringArea === null ? shelter.number('floorArea') : null;
  const assumed = use === null ? ['wartime-function'] : [];
  const found = shelteringArea !== null
    ? places(shelter, settings, shelteringArea / perPerson, 'sheltering-area', ...assumed)
    : places(shelter, settings, floorArea === null ? null : floorArea * numberSetting(settings, 'shelteringShare') / perPerson, 'floor-area', 'sheltering-share', ...assumed);
  return use !== null && !FOR_PERSONS.includes(use) && found.problem === null ? { ...found, problem: 'other-use' } : found;
};

function places(shelter: NumberReader, settings: Settings, value: number | null, source: string, ...assumed: string[]): Amount {
  if (shelter.negative) return unknown('negative', shelter.negative);
  return value === null ? unknown('unknown', 'capacity') : known(value * numberSetting(settings, 'usableShare'), source, ...assumed);
}
