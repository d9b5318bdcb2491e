import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { snap } from '../../app/map/edit/snap.ts';
import { handlesOf, withVertex } from '../../app/map/edit/vertices.ts';
import { findRows, nextRow, pickedAfter } from '../../app/panels/table/find-rows.ts';
import { tableColumns } from '../../app/panels/table/columns.ts';
import type { SayCode } from '../../app/i18n/index.ts';
import { messages, say } from '../../geo/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

// A pixel for each hundredth of a degree.
const project = ([x, y]: readonly [number, number]) => ({ x: x * 100, y: y * 100 });

describe('snapping', () => {
  const square = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] as [number, number][][];
  test('takes the very degrees of a vertex, before an edge that is nearer', () => {
    expect(snap({ x: 6, y: 1 }, square, project)).toEqual({ at: [0, 0], to: 'vertex' });
    expect(snap({ x: 97, y: 103 }, square, project)).toEqual({ at: [1, 1], to: 'vertex' });
  });
  test('else the foot on the nearest edge, else nothing', () => {
    expect(snap({ x: 50, y: 4 }, square, project)).toEqual({ at: [0.5, 0], to: 'edge' });
    expect(snap({ x: 50, y: 50 }, square, project)).toBeNull();
    expect(snap({ x: 5, y: 5 }, [[[0.1, 0.1]]], project)).toEqual({ at: [0.1, 0.1], to: 'vertex' });
  });
});

describe('vertices', () => {
  const square: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]] };
  const handle = (geometry: Geometry, x: number, y: number) => handlesOf(geometry).find(({ at }) => at[0] === x && at[1] === y)!;
  test('a ring has a handle for each vertex once, and one for each edge', () => {
    expect(handlesOf(square).map(({ middle }) => middle)).toEqual([false, false, false, false, true, true, true, true]);
  });
  test('the first vertex of a ring is its last too', () => {
    expect(withVertex(square, handle(square, 0, 0), [-1, -1])).toEqual({ type: 'Polygon', coordinates: [[[-1, -1], [4, 0], [4, 4], [0, 4], [-1, -1]]] });
    expect(withVertex(square, handle(square, 0, 0), null)).toEqual({ type: 'Polygon', coordinates: [[[4, 0], [4, 4], [0, 4], [4, 0]]] });
  });
  test('the middle of an edge becomes a vertex; the last three stay', () => {
    expect(withVertex(square, handle(square, 0, 2), [-2, 2])).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [-2, 2], [0, 0]]] });
    const triangle: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [0, 4], [0, 0]]] };
    expect(withVertex(triangle, handle(triangle, 4, 0), null)).toBe(triangle);
  });
  test('holes, parts, lines and points are reached too, and the rest is the same', () => {
    const multi: MultiPolygon = { type: 'MultiPolygon', coordinates: [square.coordinates, [[[10, 10], [14, 10], [10, 14], [10, 10]]]] };
    const moved = withVertex(multi, handle(multi, 14, 10), [15, 10]) as MultiPolygon;
    expect(moved.coordinates[1]).toEqual([[[10, 10], [15, 10], [10, 14], [10, 10]]]);
    expect(moved.coordinates[0]).toBe(square.coordinates);
    expect(withVertex({ type: 'LineString', coordinates: [[0, 0], [2, 0]] }, handle({ type: 'LineString', coordinates: [[0, 0], [2, 0]] }, 2, 0), [3, 0])).toEqual({ type: 'LineString', coordinates: [[0, 0], [3, 0]] });
    expect(withVertex({ type: 'Point', coordinates: [0, 0] }, handle({ type: 'Point', coordinates: [0, 0] }, 0, 0), [3, 0])).toEqual({ type: 'Point', coordinates: [3, 0] });
  });
});

describe('the table', () => {
  const sayCode: SayCode = (key, params, fallback) => (key in messages ? say(key, 'zh', params) : fallback ?? key);
  const lots = layer('parking-facility', feature('a', point(0, 0), { stalls: 10, name: '西' }), feature('b', point(1, 1), { stalls: 200, name: '东' }), feature('c', point(2, 2), { name: '西二' }));
  const columns = tableColumns(lots, sayCode);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');
  test('shows the rows of which an expression is true, and all of them while it is wrong', () => {
    expect(ids(findRows(lots, columns, 'expression', '泊位数 > 5', null).rows)).toBe('ab');
    expect(findRows(lots, columns, 'expression', '泊位数 >', null)).toMatchObject({ rows: { length: 3 }, wrong: { code: 'expression.value-missing' } });
  });
  test('finds the next row around the end', () => {
    expect([null, 'a', 'c'].map((from) => nextRow(lots.features, columns, '西', from)?.id)).toEqual(['a', 'c', 'a']);
    expect(nextRow(lots.features, columns, '北', null)).toBeUndefined();
  });
  test('picks one, several or a range', () => {
    expect(pickedAfter(lots.features, ['a'], 'c', { ctrl: false, shift: false })).toEqual(['c']);
    expect(pickedAfter(lots.features, ['a'], 'c', { ctrl: true, shift: false })).toEqual(['a', 'c']);
    expect(pickedAfter(lots.features, ['a', 'c'], 'a', { ctrl: true, shift: false })).toEqual(['c']);
    expect(pickedAfter(lots.features, ['a'], 'c', { ctrl: false, shift: true })).toEqual(['a', 'b', 'c']);
    expect(pickedAfter(lots.features, ['c'], 'a', { ctrl: false, shift: true })).toEqual(['c', 'b', 'a']);
  });
  test('has empty fields too while the layer is edited', () => {
    expect(columns.map(({ key }) => key)).not.toContain('access');
    expect(tableColumns(lots, sayCode, true).map(({ key }) => key)).toContain('access');
  });
});
