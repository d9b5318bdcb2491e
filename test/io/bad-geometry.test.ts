import { describe, expect, it } from 'vitest';
import type { Polygon } from 'geojson';
import { signedArea } from '../../geo/geometry/index.ts';
import { hasSpike } from '../../geo/io/geometry-checks.ts';
import { readGeoJson } from '../../geo/io/index.ts';
import { codes, point, polygon, read, square, textOf, told } from './reading.ts';

const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });

describe('a geometry that cannot be used is set aside with its row and place', () => {
  it('metres of a projected CRS', () => {
    const result = read('demand-unit', [point()], [point(456_372.291, 2_463_836.7364)], [point(38_456_372, 2_463_836)]);
    expect(told(result)).toEqual([{ code: 'geometry.projected', severity: 'error', layer: 'demand-unit', features: ['2', '3'], rows: [2, 3], params: { x: 456_372.291, y: 2_463_836.7364, row: 2, n: 2 } }]);
    expect(result.counts).toEqual({ read: 3, kept: 1, fixed: 0, setAside: 2 });
    expect(result.rejected.map(({ geometry }) => geometry)).toEqual([point(456_372.291, 2_463_836.7364), point(38_456_372, 2_463_836)]);
  });
  it('latitude before longitude, with a fix', () => {
    const result = read('demand-unit', [point(22.27, 113.57)]);
    expect(told(result)).toMatchObject([{ code: 'geometry.swapped', severity: 'error', rows: [1], fix: 'swap-axes', params: { x: 22.27, y: 113.57 } }]);
    expect(result.counts.setAside).toBe(1);
  });
  it('degrees that are none', () => {
    expect(told(read('demand-unit', [point(200, 100)]))).toMatchObject([{ code: 'geometry.out-of-range', rows: [1], params: { x: 200, y: 100 } }]);
    expect(read('demand-unit', [point(180, 90)], [point(-180, -90)]).counts.kept).toBe(2);
  });
  it('a number beyond what a double holds', () => {
    const result = readGeoJson(textOf([point(113, 22)], [point(114, 22)]).replace('114', '1e999'), { schema: 'demand-unit' });
    expect(told(result)).toMatchObject([{ code: 'geometry.not-finite', severity: 'error', rows: [2] }]);
    expect(result.counts.setAside).toBe(1);
    const height = readGeoJson(textOf([{ type: 'Point', coordinates: [113, 22, 114] }]).replace('114', '1e999'), { schema: 'demand-unit' });
    expect(told(height)).toMatchObject([{ code: 'geometry.not-finite', severity: 'error', rows: [1] }]);
  });
  it('none, or an empty one', () => {
    const result = read('demand-unit', [null], [undefined], [{ type: 'MultiPoint', coordinates: [] }], [{ type: 'Polygon', coordinates: [] }], [{ type: 'GeometryCollection', geometries: [] }]);
    expect(told(result)).toMatchObject([{ code: 'geometry.missing', rows: [1, 2], severity: 'error' }, { code: 'geometry.empty', rows: [3, 4, 5], severity: 'error' }]);
    expect(result.counts).toEqual({ read: 5, kept: 0, fixed: 0, setAside: 5 });
  });
  it('of a kind that the layer does not take', () => {
    const result = read('shelter', [point()], [line([113, 22], [113.1, 22])], [{ type: 'GeometryCollection', geometries: [point(), polygon(square())] }]);
    expect(told(result)).toMatchObject([{ code: 'geometry.kind', rows: [2, 3], place: [113, 22], params: { given: 'LineString', allowed: 'point/polygon', n: 2 } }]);
  });
  it('a polygon that crosses itself, at the crossing', () => {
    const result = read('demand-unit', [polygon([[113, 22], [113.02, 22.02], [113.02, 22], [113, 22.02], [113, 22]])]);
    const [crossing] = told(result);
    expect(crossing).toMatchObject({ code: 'geometry.self-crossing', severity: 'error', rows: [1], fix: 'unkink' });
    expect(crossing.place![0]).toBeCloseTo(113.01, 9);
    expect(crossing.place![1]).toBeCloseTo(22.01, 9);
  });
  it('a crossing among a thousand edges is found where it is', () => {
    const ring = Array.from({ length: 1000 }, (_, i) => [113 + 0.01 * Math.cos(i * Math.PI / 500), 22 + 0.01 * Math.sin(i * Math.PI / 500)]);
    expect(codes(read('demand-unit', [polygon([...ring, ring[0]])]))).toEqual([]);
    [ring[400], ring[401]] = [ring[401], ring[400]];
    const [crossing] = told(read('demand-unit', [polygon([...ring, ring[0]])]));
    expect(crossing.code).toBe('geometry.self-crossing');
    expect(Math.hypot(crossing.place![0] - ring[400][0], crossing.place![1] - ring[400][1])).toBeLessThan(1e-4);
  });
  it('a ring of fewer than three places, or one that encloses nothing', () => {
    const result = read('demand-unit', [polygon([[113, 22], [113.1, 22], [113, 22], [113.1, 22], [113, 22]])], [polygon([[113, 22], [113.1, 22]])], [polygon([[113, 22], [114, 22], [115, 22], [113, 22]])]);
    expect(told(result)).toMatchObject([{ code: 'geometry.too-few-points', rows: [1, 2], place: [113, 22] }, { code: 'geometry.empty', rows: [3], place: [113, 22] }]);
    expect(result.counts.setAside).toBe(3);
  });
  it('a hole outside its shell', () => {
    expect(told(read('demand-unit', [polygon(square(), square(114, 22))]))).toMatchObject([{ code: 'geometry.hole-outside', rows: [1], severity: 'error', place: [113, 22] }]);
  });
});

describe('rings against each other', () => {
  //  +-----+        the hole (h) leaves the shell on its east side
  //  |   hhhh
  //  +-----+
  it.each<[string, number[][][]]>([
    ['a hole that crosses its shell', [square(), square(113.006, 22.002, 0.006)]],
    ['two holes that cross', [square(113, 22, 0.02), square(113.002, 22.002, 0.008), square(113.006, 22.006, 0.008)]],
    ['a hole that leaves through a vertex of its shell', [square(), [[113.005, 22.005], [113.008, 22.005], [113.012, 22.012], [113.005, 22.005]]]],
  ])('%s is set aside', (_, rings) => {
    const result = read('demand-unit', [point()], [polygon(...rings)]);
    expect(told(result).find(({ severity }) => severity === 'error')).toMatchObject({ code: 'geometry.hole-crosses', rows: [2] });
    expect(result.counts.setAside).toBe(1);
  });
  it.each<[string, number[][]]>([
    ['along an edge', [[113.002, 22], [113.002, 22.004], [113.006, 22.004], [113.006, 22], [113.002, 22]]],
    ['at a vertex', [[113.005, 22.005], [113.007, 22.005], [113.01, 22.01], [113.005, 22.005]]],
    ['at an edge, and rounding moved it across', [[113.002, 22.002], [113.006, 22 - 1e-13], [113.006, 22.004], [113.002, 22.002]]],
  ])('a hole that touches its shell %s is kept', (_, hole) => {
    expect(read('demand-unit', [polygon(square(), hole)]).counts.setAside).toBe(0);
  });
});

describe('a spike, an edge walked out and back', () => {
  const [a, b, c, d] = square();
  const middle = [113.005, 22];
  it.each<[string, number[][]]>([
    ['beyond a corner', [a, [113.02, 22], b, c, d, a]],
    ['out of an edge, and back to where it began', [a, middle, [113.005, 21.99], middle, b, c, d, a]],
    ['of two edges', [a, b, [113.02, 22], [113.03, 22.01], [113.02, 22], b, c, d, a]],
    ['at the first vertex', [a, b, c, d, a, [112.99, 21.99], a]],
  ])('%s is taken off, and the area stays', (_, ring) => {
    const result = read('demand-unit', [polygon(ring)]);
    expect(codes(result)).toEqual(['geometry.spike.mended']);
    expect(result.counts).toMatchObject({ kept: 1, fixed: 1 });
    const [shell] = (result.layer.features[0].geometry as Polygon).coordinates;
    expect(signedArea(shell)).toBeCloseTo(signedArea(square()), 12);
    expect(hasSpike(shell)).toBe(false);
  });
  it('edges that lie on each other without a turn are a crossing: a slit into a hole', () => {
    // o → e along the slit and back, round the hole between.
    const slit = [a, middle, [113.005, 22.004], [113.003, 22.006], [113.007, 22.006], [113.005, 22.004], middle, b, c, d, a];
    const result = read('demand-unit', [polygon(slit)]);
    expect(told(result)).toMatchObject([{ code: 'geometry.self-crossing', severity: 'error', rows: [1] }]);
  });
});

describe('over half the globe', () => {
  it('what crosses the antimeridian is told, and not rewound', () => {
    const ring = [[179.999, -17], [-179.999, -17], [-179.999, -16.99], [179.999, -16.99], [179.999, -17]];
    const result = read('demand-unit', [polygon(ring)]);
    expect(told(result)).toMatchObject([{ code: 'geometry.round-the-globe', severity: 'warning', rows: [1] }]);
    expect(result.layer.features[0].geometry).toEqual(polygon(ring));
  });
});

describe('a geometry that is no GeoJSON', () => {
  it('each kind of fault is told with its own rows, and what stood for a feature is kept', () => {
    const text = `{"type":"FeatureCollection","features":[null,7,${JSON.stringify({ type: 'Feature', properties: {}, geometry: 'POINT (1 2)' })},${[['x', 1], ['y', 1], [1]].map((coordinates) => JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })).join(',')}]}`;
    const result = readGeoJson(text, { schema: 'demand-unit' });
    expect(told(result).map(({ code, rows }) => [code, rows])).toEqual([['geojson.invalid', [1, 2, 3]], ['geojson.invalid', [4, 5]], ['geojson.invalid', [6]]]);
    expect(told(result)[0].params['what']).toBe('null is no feature or geometry');
    expect(result.rejected.map(({ properties }) => properties['geometry.asDelivered']).slice(0, 3)).toEqual([null, 7, 'POINT (1 2)']);
  });
  it.each<[string, unknown]>([
    ['words for numbers', { type: 'Point', coordinates: ['113', '22'] }], ['words that look like complaints', { type: 'Point', coordinates: ['ring', 'closed'] }], ['a line of one position', line([113, 22])], ['no coordinates', { type: 'Polygon' }],
    ['an unknown type', { type: 'Circle', coordinates: [113, 22] }], ['a type that every object has', { type: 'constructor', coordinates: ['a'] }], ['a feature for a geometry', { type: 'Feature', properties: {}, geometry: null }],
    ['a collection of nothing', { type: 'GeometryCollection', geometries: [null] }], ['a ring of words', { type: 'Polygon', coordinates: ['ring'] }], ['an empty line among others', { type: 'MultiLineString', coordinates: [[], [[113, 22], [114, 22]]] }],
  ])('(%s) is set aside, kept as it was delivered', (_, geometry) => {
    const result = read('parking-facility', [point()], [geometry, { name: '乙' }]);
    expect(told(result)).toMatchObject([{ code: 'geojson.invalid', severity: 'error', rows: [2], params: { row: 2, n: 1 } }]);
    expect(result.counts).toEqual({ read: 2, kept: 1, fixed: 0, setAside: 1 });
    expect(result.rejected[0]).toMatchObject({ geometry: null, properties: { name: '乙', 'geometry.asDelivered': geometry } });
  });
});

describe('what can mean one thing only is mended on reading, and said', () => {
  it('an unclosed ring', () => {
    const result = read('demand-unit', [polygon(square().slice(0, -1))], [polygon([[113, 22], [113.01, 22], [113, 22.01]])]);
    expect(told(result)).toMatchObject([{ code: 'geometry.not-closed.mended', severity: 'info', rows: [1, 2], place: [113, 22] }]);
    expect(result.layer.features[0].geometry).toEqual(polygon(square()));
    expect(result.counts).toEqual({ read: 2, kept: 2, fixed: 2, setAside: 0 });
  });
  it('a clockwise shell, an anticlockwise hole', () => {
    const hole = square(113.002, 22.002, 0.004);
    const result = read('demand-unit', [polygon([...square()].reverse(), hole)], [polygon(square(), [...hole].reverse())]);
    expect(told(result)).toMatchObject([{ code: 'geometry.winding.mended', rows: [1] }]);
    expect(result.layer.features[0].geometry).toEqual(polygon(square(), [...hole].reverse()));
    expect(result.counts.fixed).toBe(1);
  });
  it('repeated vertices', () => {
    const [a, b, c, d] = square();
    const result = read('demand-unit', [polygon([a, a, b, c, c, c, d, a])]);
    expect(codes(result)).toEqual(['geometry.duplicate-vertices.mended']);
    expect(result.layer.features[0].geometry).toEqual(polygon(square()));
  });
  it('all of it at once, also inside a collection', () => {
    const [a, b, c, d] = square();
    const result = read('demand-unit', [{ type: 'GeometryCollection', geometries: [polygon([d, c, c, b, a])] }]);
    expect(codes(result)).toEqual(['geometry.not-closed.mended', 'geometry.duplicate-vertices.mended', 'geometry.winding.mended']);
    expect(result.layer.features[0].geometry).toEqual({ type: 'GeometryCollection', geometries: [polygon([d, a, b, c, d])] });
    expect(result.counts).toEqual({ read: 1, kept: 1, fixed: 1, setAside: 0 });
  });
  it('a hole without area turns no way round and stays', () => {
    const result = read('demand-unit', [polygon(square(), [[113.002, 22.002], [113.004, 22.002], [113.006, 22.002], [113.002, 22.002]])]);
    expect(codes(result)).toEqual([]);
    expect(result.counts.kept).toBe(1);
  });
});
