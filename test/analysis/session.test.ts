import { describe, expect, it } from 'vitest';
import { analysisOf, fillParams, runAnalysis, ServiceSession, type Inputs, type Layer, type Params, type PlanFeature, type SchemaId, type ServiceId } from '../../geo/index.ts';
import { planeByCode } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';

const plane = planeByCode('4547');
const at = (x: number, y: number) => plane.inverse(499_000 + x, 2_463_000 + y);
const layer = (schema: SchemaId, features: PlanFeature[]): Layer => ({ id: schema, schema, name: schema, features });

/** 40 units and 10 facilities on a kilometre, rows in no order of ids; streets on a grid where `hasStreets`. */
function town(random: () => number, hasStreets: boolean): Inputs {
  const points = (n: number, prefix: string, properties: () => PlanFeature['properties']) => Array.from({ length: n }, (_, i): PlanFeature => {
    const id = `${prefix}${(i * 7) % n}`;
    return { type: 'Feature', id, properties: { id, ...properties() }, geometry: { type: 'Point', coordinates: at(random() * 1000, random() * 1000) } };
  });
  const line = (id: string, along: (k: number) => [number, number]): PlanFeature => ({ type: 'Feature', id, properties: { id }, geometry: { type: 'LineString', coordinates: Array.from({ length: 6 }, (_, k) => at(...along(k * 200))) } });
  const streets = Array.from({ length: 6 }, (_, i) => [line(`e${i}`, (k) => [k, i * 200]), line(`n${i}`, (k) => [i * 200, k])]).flat();
  return {
    'demand-units': layer('demand-unit', points(40, 'u', () => ({ demandNight: Math.floor(random() * 60), population: Math.floor(random() * 200) }))),
    ...(hasStreets ? { 'walking-network': layer('walking-network', streets) } : {}),
    'parking-facilities': layer('parking-facility', points(10, 'p', () => ({ stalls: Math.floor(random() * 150), access: 'public', openNight: true }))),
    shelters: layer('shelter', points(10, 's', () => ({ capacity: Math.floor(random() * 400), openForParking: random() < 0.3, stalls: 40 }))),
  };
}
const SLIDERS: Readonly<Record<string, readonly number[]>> = { catchmentRadius: [50, 150, 300, 310, 600, 1200, 3000], detourFactor: [1, 1.3, 2], usableShare: [0.1, 0.55, 1], shortageThreshold: [0.3, 0.7, 1], linkDistance: [0, 90, 150, 400], minShortage: [0, 20, 80] };
const close = (found: ArrayLike<number>, wanted: readonly number[]) => wanted.forEach((value, i) => expect(Math.abs(found[i] - value)).toBeLessThan(1e-9 * Math.max(1, value)));

describe.each<[ServiceId, string, boolean]>([['parking-night', 'parking-shortage', false], ['parking-night', 'parking-shortage', true], ['sheltering', 'shelter-coverage', false]])('the sliders of %s (%s, streets %s)', (service, id, hasStreets) => {
  it('show after any moves what a fresh run says', async () => {
    const random = numbers(3);
    const all = town(random, hasStreets);
    const inputs = Object.fromEntries(Object.entries(all).filter(([name]) => name in analysisOf(id).inputs));
    let params: Params = fillParams(analysisOf(id), {});
    const session = await ServiceSession.open(service, inputs, params);
    for (let move = 0; move < 25; move++) {
      const key = Object.keys(SLIDERS)[Math.floor(random() * 6)];
      params = { ...params, [key]: SLIDERS[key][Math.floor(random() * SLIDERS[key].length)] };
      const state = session.move(params);
      const { layers, indicators } = await runAnalysis(id, inputs, params, () => {});
      const units = layers['demand-units'].features;
      close(state.ratio, units.map(({ properties }) => Number(properties['servedRatio'])));
      close(state.shortage, units.map(({ properties }) => Number(properties['shortage'])));
      close([state.totalDemand, state.totalUnmet], ['totalDemand', 'totalUnmet'].map((wanted) => indicators.find((row) => row.key === wanted)!.value!));
      expect(state.areas.map((area) => [area.id, area.properties['unitIds'], area.geometry])).toEqual(layers['shortage-areas'].features.map((area) => [area.id, area.properties['unitIds'], area.geometry]));
    }
  });
  it('a site on trial is a car park or shelter more, and is gone when it is taken off', async () => {
    const random = numbers(4);
    const all = town(random, hasStreets);
    const inputs = Object.fromEntries(Object.entries(all).filter(([name]) => name in analysisOf(id).inputs));
    const params = fillParams(analysisOf(id), {});
    const session = await ServiceSession.open(service, inputs, params);
    const before = session.move(params);
    const feature: PlanFeature = { type: 'Feature', id: 'new', properties: { id: 'new', stalls: 90, capacity: 90, access: 'public', openNight: true }, geometry: { type: 'Point', coordinates: at(500, 480) } };
    const trial = session.move(params, { feature, capacity: 90 });
    const name = id === 'parking-shortage' ? 'parking-facilities' : 'shelters';
    const built = await runAnalysis(id, { ...inputs, [name]: { ...inputs[name]!, features: [...inputs[name]!.features, feature] } }, params, () => {});
    close(trial.ratio, built.layers['demand-units'].features.map(({ properties }) => Number(properties['servedRatio'])));
    expect(trial.totalUnmet).toBeLessThan(before.totalUnmet);
    expect(session.move(params)).toEqual(before);
  });
});
