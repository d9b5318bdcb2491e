import { describe, expect, test } from 'vitest';
import { number, placeColumns, placeOfRow } from '../../../geo/io/table/places.ts';
import { parseWkt } from '../../../geo/io/table/wkt.ts';
import type { Properties } from '../../../geo/index.ts';

describe('which columns tell a place', () => {
  const find = (row: Properties) => placeColumns(Object.keys(row), [row]);
  test.each<[Properties, ReturnType<typeof placeColumns>]>([
    [{ 经度: 113.5, 纬度: 22.2 }, { kind: 'degrees', columns: ['经度', '纬度'] }],
    [{ Lat: '22.2', Lng: '113.5' }, { kind: 'degrees', columns: ['Lng', 'Lat'] }],
    [{ X坐标: 2489440.167, Y坐标: 38524548.459 }, { kind: 'plane', columns: ['X坐标', 'Y坐标'], named: false }],
    [{ '纵坐标（m）': 2489440, '横坐标（m）': 524548 }, { kind: 'plane', columns: ['横坐标（m）', '纵坐标（m）'], named: true }],
    [{ 坐标: '113.5,22.2' }, { kind: 'pair', columns: ['坐标'] }],
    [{ wkt: 'POINT (1 2)' }, { kind: 'wkt', columns: ['wkt'] }],
    [{ 编号: 'R1', 建筑面积: 100 }, null],
    [{ X: 'east', Y: 'wing' }, null],
  ])('%o', (row, found) => expect(find(row)).toEqual(found));
});

test('a row without numbers has no place', () => {
  expect(placeOfRow({ x: 1, y: null }, { kind: 'plane', columns: ['x', 'y'], named: false })).toBeNull();
  expect(placeOfRow({ p: '(113.5, 22.2)' }, { kind: 'pair', columns: ['p'] })).toEqual({ type: 'Point', coordinates: [113.5, 22.2] });
});
test.each([['113.5', 113.5], ['2,489,440.167', 2489440.167], ['113°34′36.12″E', 113.5767], ['东经113°30\'', 113.5], ['１１３．５', 113.5], ['', null], ['a1', null], [NaN, null]])('%s is %s', (cell, value) => {
  const read = number(cell as string);
  if (value === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(value, 9);
});

describe('well-known text', () => {
  test.each([
    ['POINT (30 10)', { type: 'Point', coordinates: [30, 10] }],
    ['point z(30 10 5)', { type: 'Point', coordinates: [30, 10] }],
    ['LINESTRING(30 10,10 30)', { type: 'LineString', coordinates: [[30, 10], [10, 30]] }],
    ['POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))', { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] }],
    ['MULTIPOINT ((1 2), (3 4))', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['MULTIPOINT (1 2, 3 4)', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))', { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]] }],
    ['GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[0, 0], [1, 1]] }] }],
    ['POLYGON EMPTY', { type: 'Polygon', coordinates: [] }],
  ])('%s', (text, geometry) => expect(parseWkt(text)).toEqual({ geometry, srid: null }));
  test('an SRID is told apart', () => expect(parseWkt('SRID=4547;POINT(1 2)')?.srid).toBe(4547));
  test.each(['', 'POINT', 'POINT (1)', 'POINT (1 2', 'POINT (1 2) x', 'CIRCLE (1 2)', 'POINT (1e999 2)'])('%s is none', (text) => expect(parseWkt(text)).toBeNull());
  test('nor is what nests without end', () => expect(['('.repeat(5000), 'GEOMETRYCOLLECTION('.repeat(5000)].map(parseWkt)).toEqual([null, null]));
});
