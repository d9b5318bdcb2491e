import { describe, expect, it } from 'vitest';
import { capacityOf, rampsFor, SITE_SOURCES, type Hit, type RoadTiming, type SiteDraft } from '../../geo/sites/index.ts';
import { costOf } from '../../geo/sites/cost.ts';
import { joint, withRoadWorks } from '../../geo/sites/timing.ts';
import { defaults } from './ground.ts';

describe('capacity', () => {
  // 35 m² a stall, 0.69 sheltering at 1 m² a person, units of 2,000 m², two entrances a unit, 700 persons a door.
  it.each([
    [3500, 1, { grossFloorArea: 3500, stalls: 100, shelterPlaces: 2415, protectiveUnits: 2, vehicleRamps: 2, personEntrances: 4 }],
    [3500, 2, { grossFloorArea: 7000, stalls: 200, shelterPlaces: 4830, protectiveUnits: 4, vehicleRamps: 2, personEntrances: 8 }],
    [1749.9, 1, { grossFloorArea: 1749.9, stalls: 49, shelterPlaces: 1207, protectiveUnits: 1, vehicleRamps: 1, personEntrances: 2 }],
    [2000, 1, { grossFloorArea: 2000, stalls: 57, shelterPlaces: 1380, protectiveUnits: 1, vehicleRamps: 2, personEntrances: 2 }],
    [0, 2, { grossFloorArea: 0, stalls: 0, shelterPlaces: 0, protectiveUnits: 0, vehicleRamps: 1, personEntrances: 0 }],
  ])('%d m² on %d levels', (footprint, levels, wanted) => {
    expect(capacityOf(footprint, levels, defaults)).toEqual(wanted);
  });
  it('holds what the product says, whatever its last bit', () => {
    expect(capacityOf(300, 1, defaults).shelterPlaces).toBe(207);
    for (let hundreds = 1; hundreds <= 200; hundreds++) expect(capacityOf(hundreds * 100, 1, defaults).shelterPlaces).toBe(hundreds * 69);
    // 4.1 x 3 is 12.299999999999999 in binary.
    expect(capacityOf(4.1, 3, { ...defaults, areaPerStall: 4.1, protectiveUnitArea: 4.1 })).toMatchObject({ stalls: 3, protectiveUnits: 3 });
  });
  it('has as many doors as people need where units alone would give too few', () => {
    expect(capacityOf(2000, 1, { ...defaults, shelteringShare: 1, areaPerPerson: 0.5 })).toMatchObject({ shelterPlaces: 4000, protectiveUnits: 1, personEntrances: 6 });
  });
  it.each([[0, 1], [49, 1], [50, 2], [500, 2], [501, 3], [99_999, 3]])('%d stalls need %d ramps', (stalls, ramps) => {
    expect(rampsFor(stalls)).toBe(ramps);
  });
});

const source = (id: string) => SITE_SOURCES.find((row) => row.id === id)!;
const hit = (costFactor: number) => ({ costFactor }) as Hit;
const draft = (id: string, stalls: number, ...hits: Hit[]) => ({ source: source(id), stalls, hits }) as SiteDraft;

describe('cost in 10,000 yuan', () => {
  it.each<[string, SiteDraft, boolean, Record<string, number>]>([
    ['100 stalls under a plot: 15 each and 20 % for protection', draft('public-land', 100), false, { base: 1800, low: 1200, high: 2400, saving: 0, groundFactor: 1 }],
    ['under a road by itself: 22 each', draft('road-project', 100), false, { base: 2640, low: 1800, high: 3600, saving: 0 }],
    ['under a road dug with it: the road bears 15 %', draft('road-project', 100), true, { base: 2244, low: 1530, high: 3060, saving: 396 }],
    ['in soft soil with artesian water: 1.15 x 1.1', draft('drawn', 100, hit(1.15), hit(1), hit(1.1)), false, { base: 2277, groundFactor: 1.265 }],
    ['opening a shelter: 0.8 each, whatever the ground', draft('existing-shelter', 100, hit(1.15)), false, { base: 80, low: 30, high: 150, saving: 0, groundFactor: 1 }],
    ['no stalls', draft('plan-zone', 0), false, { base: 0, low: 0, high: 0 }],
  ])('%s', (_, site, together, wanted) => {
    const found = costOf(site, together, defaults) as unknown as Record<string, number>;
    for (const [key, value] of Object.entries(wanted)) expect(found[key], key).toBeCloseTo(value, 9);
  });
});

describe('several roads over one site', () => {
  const timing = (rest: Partial<RoadTiming>): RoadTiming => ({ deadline: null, deadlineFrom: null, daysLeft: null, lockFrom: null, lockUntil: null, locked: false, phase: null, ...rest });
  const open = timing({ deadline: '2027-03-30', deadlineFrom: 'design-freeze', daysLeft: 126, phase: 'window', lockUntil: '2034-10-31' });
  const soon = timing({ deadline: '2026-12-31', deadlineFrom: 'works-start', daysLeft: 37, phase: 'window', lockUntil: '2033-01-01' });
  const locked = timing({ lockFrom: '2025-05-01', lockUntil: '2030-05-01', locked: true, phase: 'locked' });
  it('none is none, one is itself', () => {
    expect(joint([])).toBeNull();
    for (const one of [open, locked]) expect(joint([one])).toEqual(one);
  });
  it('a lock of any holds, and the first deadline counts, in whatever order', () => {
    for (const roads of [[open, soon, locked], [locked, soon, open], [soon, locked, open]]) expect(joint(roads)).toMatchObject({ locked: true, phase: 'locked', lockUntil: '2030-05-01', deadline: '2026-12-31', daysLeft: 37 });
    expect(joint([open, soon])).toMatchObject({ deadline: '2026-12-31', deadlineFrom: 'works-start', phase: 'window', locked: false, lockUntil: '2034-10-31' });
    expect(joint([locked, { ...locked, lockUntil: '2031-01-01' }])!.lockUntil).toBe('2031-01-01');
  });
  it.each([['window', true], [null, true], ['missed', false], ['locked', false], ['over', false]] as const)('a site is dug with its road in phase %s: %s', (phase, together) => {
    expect(withRoadWorks(draft('road-project', 1), timing({ phase }))).toBe(together);
    expect(withRoadWorks(draft('public-land', 1), timing({ phase }))).toBe(false);
  });
});
