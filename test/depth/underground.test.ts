import { describe, expect, test } from 'vitest';
import { checkGround, checkStrata, DEFAULT_STRATA, depthContextOf, depthOf, STRATA_PRESETS, undergroundKey, type Stratum } from '../../geo/depth/index.ts';
import { packTerrain } from '../../geo/io/index.ts';
import { feature, rectangle, shift } from '../sites/ground.ts';

const [x, y] = shift([0, 0]);
/** 20 m of ground to the west, rising by 1 m a cell of 10 m to the east. */
const terrain = packTerrain({ columns: 10, rows: 10, west: x - 50, north: y + 50, dx: 10, dy: 10, crs: null, values: Float32Array.from({ length: 100 }, (_, i) => 20 + (i % 10)) }, 'EPSG:4547');
const pipe = (at: number) => feature('p', rectangle(at - 1, -1, 2, 2), { topElevation: 20, bottomElevation: 18 });

describe('the underground of a project', () => {
  test('says nothing of its own: strata of the standard, no ground', () => {
    const context = depthContextOf({ strata: [], grounds: [] });
    expect(context.strata).toBe(DEFAULT_STRATA);
    expect(context.ground.basis).toBe('none');
  });
  test('a terrain is asked in its own CRS over each feature; beyond it nothing is known', () => {
    const context = depthContextOf({ strata: [], grounds: [{ id: 'ground', kind: 'terrain', name: 'dtm', terrain, source: '测绘院' }] });
    expect(context.ground.basis).toBe('raster');
    const top = (at: number) => depthOf(pipe(at), 'constraint', context).top;
    expect(top(0)).toBeCloseTo(4.5, 5);
    expect(top(20)).toBeCloseTo(6.5, 5);
    expect(top(200)).toBeNull();
  });
  test('a terrain that is read again with another CRS lies elsewhere', () => {
    const top = (crs: string) => depthOf(pipe(0), 'constraint', depthContextOf({ strata: [], grounds: [{ id: 'ground', kind: 'terrain', name: 'dtm', terrain: { ...terrain, crs }, source: '测绘院' }] })).top;
    expect(top('EPSG:4547')).toBeCloseTo(4.5, 5);
    expect(top('EPSG:4546')).toBeNull();
    expect(top('EPSG:4547')).toBeCloseTo(4.5, 5);
  });
  test('a level holds everywhere', () => {
    const context = depthContextOf({ strata: [], grounds: [{ id: 'ground', kind: 'level', elevation: 25, source: '图纸' }] });
    expect(depthOf(pipe(5000), 'constraint', context)).toEqual({ top: 5, bottom: 7, basis: 'elevation', assumed: [] });
  });
  test('has a key that follows strata and ground, and none where nothing is said', () => {
    const level = (elevation: number) => undergroundKey({ strata: [], grounds: [{ id: 'ground', kind: 'level', elevation, source: 'a' }] });
    expect(undergroundKey({ strata: [], grounds: [] })).toBe('');
    expect(new Set([level(1), level(2), undergroundKey({ strata: DEFAULT_STRATA, grounds: [] })]).size).toBe(3);
    expect(level(1)).toBe(level(1));
  });
  test('a level is a height that ground can have, and has its source', () => {
    const code = (elevation: number, source: string) => { try { checkGround({ id: 'ground', kind: 'level', elevation, source }); return null; } catch (error) { return (error as { code: string }).code; } };
    expect([code(5, 'a'), code(NaN, 'a'), code(9001, 'a'), code(5, ' ')]).toEqual([null, 'ground.level', 'ground.level', 'ground.source']);
  });
});

describe('strata', () => {
  const stratum = (code: string, from: number, to: number | null): Stratum => ({ code, name: null, from, to });
  test('of the presets are sound', () => {
    for (const { strata } of STRATA_PRESETS) expect(checkStrata(strata)).toBe(strata);
  });
  test.each<[string, Stratum[], Record<string, unknown>]>([
    ['none', [], { code: 'strata.none' }], ['not from the ground', [stratum('a', 1, null)], { code: 'strata.start' }], ['with a gap', [stratum('a', 0, 5), stratum('b', 6, null)], { code: 'strata.gap', params: { row: 2, from: 5 } }],
    ['that overlap', [stratum('a', 0, 5), stratum('b', 4, null)], { code: 'strata.gap' }], ['going up', [stratum('a', 0, 0), stratum('b', 0, null)], { code: 'strata.order' }], ['of no number', [stratum('a', 0, NaN), stratum('b', NaN, null)], { code: 'strata.order' }],
    ['that end', [stratum('a', 0, 5)], { code: 'strata.end' }], ['open in the middle', [stratum('a', 0, null), stratum('b', 5, null)], { code: 'strata.open', params: { row: 1 } }], ['alike', [stratum('a', 0, 5), stratum('a', 5, null)], { code: 'strata.code', params: { row: 1 } }],
    ['without a code', [stratum(' ', 0, null)], { code: 'strata.code' }],
  ])('%s are refused', (_, strata, told) => {
    expect(() => checkStrata(strata)).toThrow(expect.objectContaining(told));
  });
});
