import { beforeEach, expect, it, vi } from 'vitest';
import { depthContextOf, depthOf, type PlanFeature, type SchemaId, type Underground } from '../../geo/index.ts';

const asked: number[] = [];
vi.mock('../../app/workers/engine.ts', () => ({ engine: { depths: async (features: PlanFeature[], schema: SchemaId, underground: Underground) => { asked.push(features.length); return features.map((one) => depthOf(one, schema, depthContextOf(underground))); } } }));
const { askDepth, knownDepth } = await import('../../app/panels/ask-depths.ts');
const { sayDepth } = await import('../../app/panels/use-depth.ts');

const NOTHING: Underground = { strata: [], grounds: [] };
const pipe = (topDepth: number): PlanFeature => ({ type: 'Feature', id: 'p', geometry: { type: 'Point', coordinates: [114, 22] }, properties: { topDepth, bottomDepth: topDepth + 1 } });
const hear = (feature: PlanFeature, underground: Underground) => new Promise((heard) => { askDepth(feature, 'constraint', underground, heard); });
beforeEach(() => { asked.length = 0; });

it('rows that are drawn together are one question, and known from then on', async () => {
  const rows = [pipe(1), pipe(2), pipe(3)];
  expect(await Promise.all(rows.map((row) => hear(row, NOTHING)))).toMatchObject([{ top: 1 }, { top: 2 }, { top: 3 }]);
  expect(asked).toEqual([3]);
  expect(knownDepth(rows[1], NOTHING)).toMatchObject({ top: 2, bottom: 3 });
});
it('another ground is another question, and what is known of the one is not taken for the other', async () => {
  const row: PlanFeature = { ...pipe(1), properties: { topElevation: 3, bottomElevation: 2 } };
  const level: Underground = { strata: [], grounds: [{ id: 'ground', kind: 'level', elevation: 5, source: 'a' }] };
  expect(await Promise.all([hear(row, NOTHING), hear(row, level)])).toMatchObject([{ basis: 'unknown' }, { top: 2, bottom: 3, basis: 'elevation' }]);
  expect(knownDepth(row, { ...NOTHING, strata: [] })).toBeNull();
});
it('is said with what it rests on, an assumed end marked, and unknown never as a number', () => {
  const say = ((key: string, params: Record<string, string> = {}) => `${key}${JSON.stringify(params)}`) as never, sayCode = ((key: string) => key) as never;
  expect(sayDepth({ top: 0, bottom: 4.256, basis: 'levels', assumed: ['bottom'] }, say, sayCode)).toBe('depth.between{"top":"0","bottom":"4.26depth.mark{}"} · depth.basis.levels');
  expect(sayDepth({ top: 1, bottom: null, basis: 'depth', assumed: [] }, say, sayCode)).toContain('depth.top');
  expect(sayDepth({ top: null, bottom: null, basis: 'unknown', assumed: [] }, say, sayCode)).toBe('depth.unknown{}');
});
