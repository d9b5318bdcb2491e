import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandChanges, layerChanges, type Layer, type PlanFeature } from '../../geo/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

const lot = (id: string, stalls: number, x = 0): PlanFeature => feature(id, point(x, 0), { stalls });
const shown = (features: readonly PlanFeature[]) => features.map(({ id, properties }) => [id, properties['change'], properties['fields']]);

describe('what differs between two states', () => {
  it('is told by schema and id, with the fields', () => {
    const before = [layer('parking-facility', lot('a', 1), lot('b', 2), lot('c', 3), lot('d', 4))], after = [layer('parking-facility', lot('a', 1), lot('b', 9), lot('d', 4, 5), lot('e', 5))];
    expect(shown(layerChanges(before, after))).toEqual([['parking-facility/b', 'changed', 'stalls'], ['parking-facility/c', 'removed', ''], ['parking-facility/d', 'changed', 'geometry'], ['parking-facility/e', 'added', '']]);
  });
  it('backwards, what was added is removed, and as much has changed', () => {
    const state = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), stalls: fc.nat(2) }), { selector: ({ id }) => id }).map((rows): Layer[] => [layer('parking-facility', ...rows.map(({ id, stalls }) => lot(id, stalls)))]);
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(fc.property(state, state, (a, b) => {
      expect(shown(layerChanges(a, b)).map(([id, kind]) => [id, turned[kind as keyof typeof turned]])).toEqual(shown(layerChanges(b, a)).map(([id, kind]) => [id, kind]));
      expect(layerChanges(a, a)).toEqual([]);
    }));
  });
  it('keeps the level of secrecy', () => expect(layerChanges([], [layer('shelter', feature('s', point(0, 0), { secrecy: 'secret' }))])[0].properties['secrecy']).toBe('secret'));
});

it('units whose shortage falls or grows are told with both states, others not', () => {
  const result = (rows: readonly [string, number, number | null][]) => layer('demand-result', ...rows.map(([id, shortage, servedRatio]) => feature(id, point(0, 0), { shortage, servedRatio })));
  const found = demandChanges(result([['u', 10, 0.5], ['v', 3, 0.9], ['w', 0, 1]]), result([['u', 4, 0.8], ['v', 3, 0.9], ['w', 2, null], ['x', 1, 0.1]]));
  expect(found.map(({ id, properties: { shortageBefore, shortageAfter, shortageFall, servedChange } }) => [id, shortageBefore, shortageAfter, shortageFall, servedChange])).toEqual([['u', 10, 4, 6, 0.8 - 0.5], ['w', 0, 2, -2, null]]);
});
