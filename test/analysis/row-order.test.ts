import { expect, test } from 'vitest';
import { runAnalysis, type Inputs, type Layer, type PlanFeature, type SchemaId } from '../../geo/index.ts';
import { planeByCode } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';

const plane = planeByCode('4547');
const at = (x: number, y: number) => plane.inverse(499_000 + x, 2_463_000 + y);
const point = (id: string, x: number, y: number, properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id, properties: { id, ...properties }, geometry: { type: 'Point', coordinates: at(x, y) } });
const layer = (schema: SchemaId, features: PlanFeature[]): Layer => ({ id: schema, schema, name: schema, features });

const turned = (inputs: Inputs): Inputs => Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, one && { ...one, features: [...one.features].reverse() }]));
const byId = ({ features }: Layer) => [...features].sort((a, b) => (a.id < b.id ? -1 : 1));

async function agree(inputs: Inputs): Promise<void> {
  const [a, b] = [await runAnalysis('parking-shortage', inputs, {}, () => {}), await runAnalysis('parking-shortage', turned(inputs), {}, () => {})];
  for (const [name, one] of Object.entries(a.layers)) expect(byId(b.layers[name]), name).toEqual(byId(one));
  expect(b.indicators).toEqual(a.indicators);
  expect(a.layers['demand-units'].features.map(({ id }) => id)).toEqual(inputs['demand-units']!.features.map(({ id }) => id));
  expect(b.layers['demand-units'].features.map(({ id }) => id)).toEqual(inputs['demand-units']!.features.map(({ id }) => id).reverse());
}

test('how full a car park is, and every sum, is the same to the last bit whatever the order of the rows', async () => {
  const random = numbers(11);
  for (let round = 0; round < 20; round++) {
    const many = (n: number, make: (i: number) => PlanFeature) => Array.from({ length: n }, (_, i) => make(i));
    await agree({
      'demand-units': layer('demand-unit', many(30, (i) => point(`u${i}`, random() * 900, random() * 900, { demandNight: random() * 40 }))),
      'parking-facilities': layer('parking-facility', many(8, (i) => point(`p${i}`, random() * 900, random() * 900, { stalls: random() * 90, access: 'public', openNight: true }))),
      shelters: layer('shelter', many(3, (i) => point(`s${i}`, random() * 900, random() * 900, { stalls: random() * 30, openForParking: true }))),
    });
  }
});

/*  north   west ──────┬────── east    u stands halfway between two streets that mirror each other at 114 E, exactly so in
 *               │     114 E    p      binary; by the western one it is a hundred metres farther to p.
 *               │      u       │
 *  south        │              │
 */
test('a unit halfway between two streets walks by the western one, whatever they are called and whichever comes first', async () => {
  const HALF = 2 ** -11, [SOUTH, NORTH] = [22.25, 22.252];
  const line = (id: string, ...coordinates: [number, number][]): PlanFeature => ({ type: 'Feature', id, properties: { id }, geometry: { type: 'LineString', coordinates } });
  const place = (id: string, x: number, y: number, properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id, properties: { id, ...properties }, geometry: { type: 'Point', coordinates: [x, y] } });
  for (const [west, east] of [['a', 'b'], ['b', 'a']]) {
    const inputs: Inputs = {
      'demand-units': layer('demand-unit', [place('u', 114, 22.251, { demandNight: 10 }), place('v', 114, 22.2515, { demandNight: 10 })]),
      'parking-facilities': layer('parking-facility', [place('p', 114 + HALF, NORTH, { stalls: 15, access: 'public', openNight: true })]),
      'walking-network': layer('walking-network', [line(west, [114 - HALF, SOUTH], [114 - HALF, NORTH]), line(east, [114 + HALF, SOUTH], [114 + HALF, NORTH]), line('c', [114 - HALF, NORTH], [114 + HALF, NORTH])]),
    };
    await agree(inputs);
    const { layers } = await runAnalysis('parking-shortage', inputs, {}, () => {});
    // 50 m to the street, 111 m along it, and 101 m across to p.
    expect(layers['demand-units'].features[0].properties['nearestDistance']).toBeCloseTo(261.7, 0);
  }
});
