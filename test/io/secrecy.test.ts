import { expect, test } from 'vitest';
import { mayCarryProject, withinLevel, type Layer } from '../../geo/index.ts';

const LAYER: Layer = { id: 'shelter', schema: 'shelter', name: '', features: ['public', 'internal', 'secret', null].map((secrecy, i) => ({ type: 'Feature', id: String(i), geometry: { type: 'Point', coordinates: [113, 22] }, properties: { id: String(i), secrecy } })) };

test.each([['public', ['0'], 3], ['internal', ['0', '1', '3'], 1], ['secret', ['0', '1', '2', '3'], 0]] as const)('up to %s', (level, ids, leftOut) => {
  const kept = withinLevel(LAYER, level);
  expect(kept.layer.features.map(({ id }) => id)).toEqual(ids);
  expect(kept.leftOut).toBe(leftOut);
});
test('a layer of which nothing is left out is the same object', () => expect(withinLevel(LAYER, 'secret').layer).toBe(LAYER));

test.each([
  ['public', ['public'], true], ['public', ['internal'], false], ['public', [null], false],
  ['internal', ['internal', null], true], ['internal', ['secret'], false],
  ['secret', ['internal', 'public'], true], ['secret', ['secret'], false],
] as const)('a sheet that is %s may carry a project that holds %j: %s', (level, held, may) => {
  const features = held.map((secrecy) => ({ properties: { secrecy } }));
  expect(mayCarryProject([features], level)).toBe(may);
  expect(mayCarryProject([[], features], level)).toBe(may);
});
