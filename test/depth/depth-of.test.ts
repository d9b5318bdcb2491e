import { describe, expect, test } from 'vitest';
import { DEFAULT_STRATA, DEPTH_ASSUMPTIONS, depthOf, levelGround, NO_GROUND, type DepthContext, type DepthInterval, type Ground } from '../../geo/depth/index.ts';
import { extentOf, type Properties, type SchemaId } from '../../geo/model/index.ts';
import { feature, rectangle } from '../sites/ground.ts';

const context = (ground: Ground = NO_GROUND): DepthContext => ({ ground, strata: DEFAULT_STRATA, assumptions: DEPTH_ASSUMPTIONS });
const deep = (schema: SchemaId, properties: Properties, ground?: Ground): DepthInterval => depthOf(feature('a', rectangle(0, 0, 10, 10), properties), schema, context(ground));
const LEVEL = DEPTH_ASSUMPTIONS.levelHeight.value, SLAB = DEPTH_ASSUMPTIONS.floorThickness.value;

describe('what is stated', () => {
  test('depths are taken as they stand, and beat elevations', () => {
    expect(deep('shelter', { topDepth: 2, bottomDepth: 6.5, topElevation: 99, bottomElevation: 98, levels: 9 }, levelGround(10))).toEqual({ top: 2, bottom: 6.5, basis: 'depth', assumed: [] });
  });
  test('elevations become depths under a known ground', () => {
    expect(deep('constraint', { kind: 'pipe', topElevation: 3.8, bottomElevation: 2.6 }, levelGround(5.1))).toEqual({ top: 1.3, bottom: 2.5, basis: 'elevation', assumed: [] });
  });
  test('the ground is asked at a place on the feature', () => {
    const asked: [number, number][] = [];
    const ground: Ground = { elevationAt: (lon, lat) => { asked.push([lon, lat]); return 8; }, basis: 'raster' };
    expect(deep('constraint', { topElevation: 3, bottomElevation: 1 }, ground)).toMatchObject({ top: 5, bottom: 7 });
    const [w, s, e, n] = extentOf([feature('a', rectangle(0, 0, 10, 10))])!;
    expect(asked.every(([lon, lat]) => lon > w && lon < e && lat > s && lat < n)).toBe(true);
    expect(asked).toHaveLength(1);
  });
  test('where the ground is not known an elevation says nothing', () => {
    const holes: Ground = { elevationAt: () => null, basis: 'raster' };
    for (const ground of [NO_GROUND, holes]) expect(deep('underground-zone', { topElevation: 3, bottomElevation: 1 }, ground)).toEqual({ top: null, bottom: null, basis: 'unknown', assumed: [] });
  });
  test('one end with depth and elevation tells the ground for the other, whatever the terrain says', () => {
    expect(deep('constraint', { topDepth: 1.5, topElevation: 4, bottomElevation: 3 }, levelGround(100))).toEqual({ top: 1.5, bottom: 2.5, basis: 'elevation', assumed: [] });
  });
  test('ends of different bases: the interval is as sure as the weaker', () => {
    expect(deep('constraint', { topDepth: 1.5, bottomElevation: 2 }, levelGround(5))).toEqual({ top: 1.5, bottom: 3, basis: 'elevation', assumed: [] });
  });
  test('0 is a depth', () => {
    expect(deep('constraint', { topDepth: 0, bottomDepth: 0 })).toEqual({ top: 0, bottom: 0, basis: 'depth', assumed: [] });
  });
  test('an interval that stands on its head is unknown', () => {
    expect(deep('shelter', { topDepth: 6, bottomDepth: 2 })).toMatchObject({ top: null, bottom: null, basis: 'unknown' });
    expect(deep('shelter', { topDepth: 6, bottomElevation: 2 }, levelGround(4))).toMatchObject({ basis: 'unknown' });
  });
  test('what is no finite number is not read', () => {
    expect(deep('underground-zone', { topDepth: '3', bottomDepth: Infinity, topElevation: NaN }, levelGround(4))).toMatchObject({ basis: 'unknown' });
  });
});

describe('what is reckoned is marked', () => {
  test('levels from a stated top, and from a stated bottom', () => {
    expect(deep('shelter', { topDepth: 2, levels: 2 })).toEqual({ top: 2, bottom: 2 + 2 * LEVEL + SLAB, basis: 'levels', assumed: ['bottom'] });
    expect(deep('shelter', { bottomDepth: 12, levels: 1 })).toEqual({ top: 12 - LEVEL - SLAB, bottom: 12, basis: 'levels', assumed: ['top'] });
  });
  test('levels never reach up above the ground', () => {
    expect(deep('shelter', { bottomDepth: 3, levels: 1 })).toMatchObject({ top: 0, bottom: 3 });
    expect(deep('shelter', { bottomDepth: -1, levels: 1 })).toMatchObject({ top: -1, bottom: -1 });
  });
  test('levels below an assumed cover', () => {
    expect(deep('shelter', { levels: 1 })).toEqual({ top: 0.6, bottom: 0.6 + LEVEL + SLAB, basis: 'assumed', assumed: ['top', 'bottom'] });
  });
  test('a cover is assumed by kind and name; nothing says how far down the pipe lies', () => {
    expect(deep('constraint', { kind: 'pipe', name: '紫荆路DN800给水管' })).toEqual({ top: 0.65, bottom: null, basis: 'assumed', assumed: ['top'] });
    expect(deep('constraint', { kind: 'pipe', name: '通信管' })).toMatchObject({ top: 0.55, bottom: null });
    expect(deep('constraint', { kind: 'pipe', name: '管' })).toMatchObject({ top: 0.2, bottom: null });
    expect(deep('constraint', { kind: 'gas-main' })).toMatchObject({ top: 0.7, bottom: null });
  });
  test('a stated bottom is kept below an assumed top, and an assumption that contradicts it is dropped', () => {
    expect(deep('constraint', { kind: 'pipe', name: '给水', bottomDepth: 2 })).toEqual({ top: 0.65, bottom: 2, basis: 'assumed', assumed: ['top'] });
    expect(deep('constraint', { kind: 'pipe', name: '给水', bottomDepth: 0.5 })).toEqual({ top: null, bottom: 0.5, basis: 'depth', assumed: [] });
  });
  test('a stated top keeps its basis where the bottom is unknown', () => {
    expect(deep('constraint', { kind: 'pipe', topDepth: 2 })).toEqual({ top: 2, bottom: null, basis: 'depth', assumed: [] });
  });
  test('a plan zone reaches through the stratum that it names, the last without end', () => {
    expect(deep('underground-zone', { stratum: 'sub-shallow' })).toEqual({ top: 15, bottom: 30, basis: 'assumed', assumed: ['top', 'bottom'] });
    expect(deep('underground-zone', { stratum: 'deep' })).toEqual({ top: 50, bottom: null, basis: 'assumed', assumed: ['top'] });
    expect(deep('underground-zone', { stratum: 'elsewhere' })).toMatchObject({ basis: 'unknown' });
  });
  test('strata of the project, by code or by their own name', () => {
    const own = { ...context(), strata: [{ code: 'a', name: '上层', from: 0, to: 8 }, { code: 'b', name: null, from: 8, to: null }] };
    const zone = (stratum: string) => depthOf(feature('z', rectangle(0, 0, 10, 10), { stratum }), 'underground-zone', own);
    expect(zone('上层')).toMatchObject({ top: 0, bottom: 8 });
    expect(zone('b')).toMatchObject({ top: 8, bottom: null });
  });
});

describe('what is not under the ground', () => {
  test('the levels of a multi-storey car park are none of the underground, those of a basement are', () => {
    expect(deep('parking-facility', { kind: 'garage', levels: 5 })).toMatchObject({ basis: 'unknown' });
    expect(deep('parking-facility', { kind: 'basement', levels: 1 })).toMatchObject({ top: 0.6, bottom: 0.6 + LEVEL + SLAB });
  });
  test('roads, units and boundaries have no depth', () => {
    for (const schema of ['road-project', 'demand-unit', 'boundary', 'reference'] as const) expect(deep(schema, { kind: 'pipe' })).toMatchObject({ top: null, bottom: null, basis: 'unknown' });
  });
  test('a candidate site has its box', () => {
    expect(deep('candidate-site', { topDepth: 3, bottomDepth: 10.8, levels: 2 })).toEqual({ top: 3, bottom: 10.8, basis: 'depth', assumed: [] });
  });
});
