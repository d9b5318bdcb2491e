import { describe, expect, it } from 'vitest';
import { readGeoJson, runAnalysis } from '../../geo/index.ts';
import type { Properties, SchemaId } from '../../geo/model/index.ts';

const read = (schema: SchemaId, ...rows: [lon: number, properties: Properties][]) => readGeoJson(JSON.stringify({
  type: 'FeatureCollection', features: rows.map(([lon, properties]) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, 22.27] }, properties })),
}), { schema }).layer;
const figure = ({ indicators }: Awaited<ReturnType<typeof runAnalysis>>, key: string) => indicators.find((row) => row.key === key)?.value;
const park = (parking: Properties, shelter: Properties, away = 0.03) => runAnalysis('parking-shortage', {
  'demand-units': read('demand-unit', [113.57, { households: 200 }]), 'parking-facilities': read('parking-facility', [113.57 + away, parking]), shelters: read('shelter', [113.571, shelter]),
}, {}, () => {});
const A = { name: '停车场甲', stalls: 30, access: 'public', openNight: true }, B = { name: '人防乙', stalls: 150, openForParking: true };

describe('a car park and a shelter', () => {
  it('of files without ids are two works, though both are row 1', async () => {
    const result = await park(A, B);
    expect([figure(result, 'totalCapacity'), figure(result, 'totalServed')]).toEqual([180, 150]);
    expect(result.issues.map(({ code }) => code)).not.toContain('supply.counted-once');
  });
  it('with one id at two places under two names are two works', async () => {
    expect(figure(await park({ id: 'x', ...A }, { id: 'x', ...B }), 'totalCapacity')).toBe(180);
  });
  it('are one where the car park names the shelter, or has its id and its name, or its id and its place', async () => {
    expect(figure(await park({ id: 'p', ...A, shelterRef: 's' }, { id: 's', ...B }), 'totalCapacity')).toBe(30);
    expect(figure(await park({ id: 'x', ...A, name: B.name }, { id: 'x', ...B }), 'totalCapacity')).toBe(30);
    expect(figure(await park({ id: 'x', ...A }, { id: 'x', ...B }, 0.001), 'totalCapacity')).toBe(30);
  });
  it('as candidate: a shelter that shares no more than a row number with a car park can be opened', async () => {
    const inputs = { 'demand-units': read('demand-unit', [113.57, { households: 200 }]), 'parking-facilities': read('parking-facility', [113.6, A]), shelters: read('shelter', [113.571, { ...B, openForParking: false }]) };
    const { layers } = await runAnalysis('candidate-sites', inputs, {}, () => {});
    expect(layers['candidate-sites'].features.map(({ id }) => id)).toEqual(['existing-shelter-1-1']);
  });
  it('share the stalls that only the shelter knows', async () => {
    const result = await park({ id: 'p', ...A, stalls: null, shelterRef: 's' }, { id: 's', ...B });
    expect(figure(result, 'totalCapacity')).toBe(150);
    expect(result.issues.map(({ code, layer, features }) => [code, layer, features])).toContainEqual(['supply.stalls-of-shelter', 'parking-facilities', ['p']]);
    expect(result.issues.map(({ code }) => code)).not.toContain('supply.unknown');
  });
  it('that contradict each other on being open count as nothing, and both are named', async () => {
    const result = await park({ id: 'p', ...A, access: 'closed', shelterRef: 's' }, { id: 's', ...B });
    expect(figure(result, 'totalCapacity')).toBe(0);
    expect(result.issues.find(({ code }) => code === 'supply.closed-listing')).toMatchObject({ severity: 'warning', layer: 'parking-facilities', features: ['p'], params: { n: 1, name: '停车场甲', shelter: '人防乙' } });
  });
  it('whose capacity nobody knows are told under the layer that they are in', async () => {
    const result = await park({ id: 'p', ...A, stalls: null }, { id: 's', ...B, stalls: null });
    expect(result.issues.filter(({ code }) => code === 'supply.unknown').map(({ layer, features }) => [layer, features])).toEqual([['parking-facilities', ['p']], ['shelters', ['s']]]);
    const sheltering = await runAnalysis('shelter-coverage', { 'demand-units': read('demand-unit', [113.57, { population: 5 }]), shelters: read('shelter', [113.571, { id: 's' }]) }, {}, () => {});
    expect(sheltering.issues.filter(({ code }) => code === 'supply.unknown').map(({ layer, features }) => [layer, features])).toEqual([['shelters', ['s']]]);
  });
});
