import { describe, expect, it } from 'vitest';
import type { Layer, PlanFeature, Properties } from '../../geo/model/index.ts';
import { openBooks, type ServiceId } from '../../geo/service/index.ts';

const PARAMS = { carsPerHousehold: 0.5, officeRate: 1, retailRate: 1.2, hospitalRate: 1.5, schoolRate: 0.5, industryRate: 0.3, stayingShare: 0.6, personsPerHousehold: 2.6, usableShare: 0.9, areaPerPerson: 1, shelteringShare: 0.7 };
const feature = (id: string, properties: Properties): PlanFeature => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [114, 22] } });
const layer = (schema: Layer['schema'], ...rows: Properties[]): Layer => ({ id: schema, schema, name: schema, features: rows.map((row, i) => feature(`${i}`, row)) });
const demandOf = (service: ServiceId, row: Properties) => openBooks(service, { 'demand-units': layer('demand-unit', row) }, PARAMS).unitDemand[0];

describe('demand', () => {
  it.each<[ServiceId, Properties, number | null, string | null, boolean]>([
    ['parking-night', { demandNight: 7, households: 100 }, 7, 'explicit', false],
    ['parking-night', { demandNight: 0, households: 100 }, 0, 'explicit', false],
    ['parking-night', { households: 100, carsPerHousehold: 0.8, ownStalls: 30 }, 50, 'households', false],
    ['parking-night', { households: 100, ownStalls: 20 }, 30, 'households', true],
    ['parking-night', { households: 10, ownStalls: 20 }, 0, 'households', true],
    ['parking-night', { landUse: 'B2', floorArea: 4000 }, 0, 'floor-area', false],
    ['parking-night', { landUse: 'R2', floorArea: 4000 }, null, null, false],
    ['parking-night', { households: -5 }, null, null, false],
    ['parking-night', { households: 1e308 }, null, null, false],
    ['parking-night', { households: '12' }, null, null, false],
    ['parking-day', { landUse: 'B2', floorArea: 4000, ownStalls: 15 }, 25, 'floor-area', true],
    ['parking-day', { landUse: 'B1', floorArea: 1000 }, 12, 'floor-area', true],
    ['parking-day', { landUse: 'A33', floorArea: 1000 }, 5, 'floor-area', true],
    ['parking-day', { landUse: 'A51', floorArea: 1000 }, 15, 'floor-area', true],
    ['parking-day', { landUse: 'M1', floorArea: 1000 }, 3, 'floor-area', true],
    ['parking-day', { landUse: ' a51', floorArea: 1000 }, 15, 'floor-area', true],
    ['parking-day', { landUse: 'Mixed', floorArea: 1000 }, null, null, false],
    ['parking-night', { landUse: 'Business', floorArea: 1000 }, null, null, false],
    ['parking-day', { landUse: 'R2', households: 100 }, 0, 'households', false],
    ['parking-day', { landUse: 'B2', households: 100 }, null, null, false],
    ['sheltering', { population: 100, households: 1 }, 60, 'population', false],
    ['sheltering', { households: 100 }, 156, 'households', true],
    ['sheltering', { floorArea: 100 }, null, null, false],
  ])('%s of %j is %d', (service, row, value, source, assumed) => {
    const found = demandOf(service, row);
    expect({ ...found, value: found.value === null ? null : Math.round(found.value * 1e9) / 1e9 }).toEqual({ value, source, assumed });
  });
});

describe('supply', () => {
  it.each<[ServiceId, Properties, number | null]>([
    ['parking-night', { stalls: 10, access: 'residents', openNight: true }, 9], ['parking-day', { stalls: 10, access: 'residents', openDay: true }, null],
    ['parking-night', { stalls: 10, access: 'closed', openNight: true }, null], ['parking-night', { stalls: 10, access: 'public', openNight: false, openDay: true }, null],
    ['parking-day', { stalls: 10, access: 'public', openNight: false, openDay: true }, 9], ['parking-night', { stalls: 0 }, 0], ['parking-night', { access: 'public' }, null],
  ])('%s of %j is %d stalls', (service, row, stalls) => {
    const { supplies } = openBooks(service, { 'parking-facilities': layer('parking-facility', row) }, PARAMS);
    expect(supplies.map(({ capacity }) => capacity)).toEqual(stalls === null ? [] : [stalls]);
  });
  it.each<[Properties, number | null]>([
    [{ capacity: 100, shelteringArea: 500 }, 90], [{ shelteringArea: 500, floorArea: 1000 }, 450], [{ floorArea: 1000 }, 630], [{}, null],
    [{ capacity: 100, wartimeFunction: 'materials' }, null], [{ capacity: 100, wartimeFunction: 'personnel-1' }, 90],
  ])('a shelter of %j has %d places', (row, places) => {
    const { supplies } = openBooks('sheltering', { shelters: layer('shelter', row) }, PARAMS);
    expect(supplies.map(({ capacity }) => Math.round(capacity * 1e9) / 1e9)).toEqual(places === null ? [] : [places]);
  });
  it('a shelter that is also listed as a car park counts once, by its id or by reference', () => {
    const shelters = layer('shelter', { stalls: 10, openForParking: true }, { stalls: 20, openForParking: true }, { stalls: 40, openForParking: true }, { stalls: 80, openForParking: false });
    const parking: Layer = { ...layer('parking-facility'), features: [feature('0', { stalls: 10, access: 'public', openNight: true }), feature('x', { stalls: 20, access: 'public', openNight: true, shelterRef: '1' })] };
    const { supplies, issues } = openBooks('parking-night', { 'parking-facilities': parking, shelters }, { ...PARAMS, usableShare: 1 });
    expect(supplies.map(({ layer: of, capacity }) => [of, capacity])).toEqual([['parking-facilities', 10], ['parking-facilities', 20], ['shelters', 40]]);
    expect(issues.find(({ code }) => code === 'supply.counted-once')!.features).toEqual(['0', '1']);
  });
  it('what has no known capacity is told in the layer in which it stands', () => {
    const inputs = { 'parking-facilities': layer('parking-facility', { access: 'public' }), shelters: layer('shelter', { capacity: 5 }, { openForParking: true }) };
    const told = (service: ServiceId) => openBooks(service, inputs, PARAMS).issues.filter(({ code }) => code === 'supply.unknown').map((one) => [one.layer, one.features]);
    expect(told('parking-night')).toEqual([['parking-facilities', ['0']], ['shelters', ['1']]]);
    expect(told('sheltering')).toEqual([['shelters', ['1']]]);
  });
});
