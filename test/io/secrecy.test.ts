import { expect, test } from 'vitest';
import { withinLevel, type Layer } from '../../geo/index.ts';

const LAYER: Layer = { id: 'shelter', schema: 'shelter', name: '', features: ['public', 'internal', 'secret', null].map((secrecy, i) => ({ type: 'Feature', id: String(i), geometry: { type: 'Point', coordinates: [113, 22] }, properties: { id: String(i), secrecy } })) };

test.each([['public', ['0'], 3], ['internal', ['0', '1', '3'], 1], ['secret', ['0', '1', '2', '3'], 0]] as const)('up to %s', (level, ids, leftOut) => {
  const kept = withinLevel(LAYER, level);
  expect(kept.layer.features.map(({ id }) => id)).toEqual(ids);
  expect(kept.leftOut).toBe(leftOut);
});
test('a layer of which nothing is left out is the same object', () => expect(withinLevel(LAYER, 'secret').layer).toBe(LAYER));
