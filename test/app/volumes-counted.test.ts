import { expect, it } from 'vitest';
import { countColours, countVolumes } from '../../app/map/volumes/visible.ts';
import { DEFAULT_STRATA, meshOf, type Volume } from '../../geo/index.ts';

const body = (id: string, top: number | null, bottom: number | null): Volume => ({
  id, top, bottom, footprints: [{ kind: 'ground', rings: [[[0, 0], [10, 0], [10, 10], [0, 10]]] }], flags: (top === null ? 2 : 0) | (bottom === null ? 4 : 0), color: [0, 0, 0], floors: [],
});
const meshes = [meshOf([body('shallow', 2, 6), body('deep', 20, 30), body('sheet', 12, null), body('unknown', null, null)])];
const colours = new Map([['shallow', 'red'], ['deep', 'red'], ['sheet', 'blue'], ['unknown', 'blue']]);
const all = { strata: DEFAULT_STRATA, hiddenStrata: [], only: null };
const WHOLE = [-1000, 1000] as const;

it('counts by the depths that are drawn: bodies that reach into them, sheets that lie in them, outlines on the ground', () => {
  expect(countVolumes(meshes, all, WHOLE)).toMatchObject({ shown: 4, half: 1, unknown: 1, unplaced: 0 });
  expect(countVolumes(meshes, all, [5, 12])).toMatchObject({ shown: 2, half: 1, unknown: 0, unplaced: 1 });
  expect(countVolumes(meshes, all, [6.5, 11])).toMatchObject({ shown: 0, unplaced: 1 });
  expect(countColours(meshes, all, WHOLE, colours)).toEqual(new Map([['red', 2], ['blue', 2]]));
  expect(countColours(meshes, all, [-1000, 8], colours)).toEqual(new Map([['red', 1], ['blue', 1]]));
});

it('counts by strata and by what is alone, and tells what has no depth of what is wanted only', () => {
  const none = { ...all, hiddenStrata: DEFAULT_STRATA.map(({ code }) => code) };
  expect(countVolumes(meshes, none, WHOLE)).toMatchObject({ shown: 0, unplaced: 1 });
  expect(countVolumes(meshes, { ...none, only: new Set(['deep']) }, WHOLE)).toMatchObject({ shown: 0, unplaced: 0 });
  const first = { ...all, hiddenStrata: DEFAULT_STRATA.slice(1).map(({ code }) => code) };
  expect(countColours(meshes, first, WHOLE, colours).get('red')).toBe(1);
});
