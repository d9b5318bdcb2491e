import type { LineString, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, planeArea, planeLength } from '../../geo/crs/index.ts';
import { addFeature, bufferFeatures, deleteFeatures, measureShape, mergeFeatures, moveFeatures, putBack, replaceGeometry, setAttributes, shareOut, splitFeatures, takePart } from '../../geo/edit/index.ts';
import { GEOMETRY_REFUSALS } from '../../geo/edit/sound.ts';
import { VALUE_REFUSALS } from '../../geo/edit/set-attributes.ts';
import { loadKernel, projectGeometry, unprojectGeometry } from '../../geo/geometry/index.ts';
import { messages } from '../../geo/messages/index.ts';
import { UserError, type Layer } from '../../geo/model/index.ts';
import { feature, layer, lineOf, plane, point, rectangle, shift } from '../sites/ground.ts';
import { numbers } from '../support/numbers.ts';

const kernel = await loadKernel();
const ground = { kernel, plane };
/** A line in degrees from local metres. */
const knife = (...positions: Position[]): LineString => unprojectGeometry(plane, { type: 'LineString', coordinates: positions.map(shift) });
const degrees = (polygon: Polygon): Polygon => unprojectGeometry(plane, { type: 'Polygon', coordinates: polygon.coordinates.map((ring) => ring.map(shift)) });
const area = (one: Layer, id: string) => planeArea(projectGeometry(plane, one.features.find((row) => row.id === id)!.geometry));
const codeOf = (work: () => unknown): string => { try { work(); return ''; } catch (error) { return (error as UserError).code; } };
const ids = (one: Layer) => one.features.map(({ id }) => id);
const at = (one: Layer, id: string) => one.features.find((row) => row.id === id)!.properties;

//   +-----60-----+--40--+
//   |            |      |
//   |     P-1    | P-1-2|   100 m
//   |            |      |
//   +------------+------+
describe('splitting a polygon', () => {
  const lots = layer('parking-facility', feature('P-1', rectangle(0, 0, 100, 100), { stalls: 101, kind: 'lot', 'stalls.asDelivered': '101个' }), feature('P-1-3', rectangle(200, 0, 10, 10), { stalls: 7 }));

  it('leaves pieces whose areas add up and whose stalls are shared out, not doubled', () => {
    const before = JSON.stringify(lots);
    const { layer: after, issues, touched } = splitFeatures(lots, ['P-1'], knife([60, -10], [60, 110]), ground);
    expect(ids(after)).toEqual(['P-1', 'P-1-2', 'P-1-3']);
    expect(touched).toEqual(['P-1', 'P-1-2']);
    expect(area(after, 'P-1')).toBeCloseTo(6000, 4);
    expect(area(after, 'P-1-2')).toBeCloseTo(4000, 4);
    expect([at(after, 'P-1')['stalls'], at(after, 'P-1-2')['stalls']]).toEqual([61, 40]);
    expect([at(after, 'P-1')['kind'], at(after, 'P-1-2')['kind'], at(after, 'P-1-2')['id']]).toEqual(['lot', 'lot', 'P-1-2']);
    expect(issues).toMatchObject([{ code: 'edit.shared-out', features: ['P-1', 'P-1-2'], params: { fields: 'stalls' } }]);
    expect(JSON.stringify(lots)).toBe(before);
  });
  it('takes no id that there is, also when only a part of the layer is at hand', () => {
    const cut = knife([30, -10], [30, 110], [60, 110], [60, -10]);
    expect(ids(splitFeatures(lots, ['P-1'], cut, ground).layer)).toEqual(['P-1', 'P-1-2', 'P-1-4', 'P-1-3']);
    const part = takePart(lots, ['P-1']);
    const edited = splitFeatures(part.layer, ['P-1'], cut, { ...ground, taken: part.taken });
    expect(putBack(lots, ['P-1'], edited.layer.features)).toEqual(splitFeatures(lots, ['P-1'], cut, ground).layer);
  });
  it('keeps the vertices that it takes over to the last digit', () => {
    const { layer: after } = splitFeatures(lots, ['P-1'], knife([60, -10], [60, 110]), ground);
    const given = (lots.features[0].geometry as Polygon).coordinates[0];
    const left = [after.features[0], after.features[1]].flatMap(({ geometry }) => (geometry as Polygon).coordinates[0]);
    for (const [x, y] of given) expect(left.some((position) => position[0] === x && position[1] === y)).toBe(true);
  });
  it('refuses a line that does not cut through, and points', () => {
    expect(codeOf(() => splitFeatures(lots, ['P-1'], knife([50, 50], [60, 60]), ground))).toBe('edit.split.misses');
    expect(codeOf(() => splitFeatures(lots, ['P-1'], knife([50, -10], [50, 50]), ground))).toBe('edit.split.misses');
    expect(codeOf(() => splitFeatures(layer('parking-facility', feature('p', point(0, 0))), ['p'], knife([0, 0], [1, 1]), ground))).toBe('edit.split.point');
    expect(codeOf(() => splitFeatures(lots, ['gone'], knife([60, -10], [60, 110]), ground))).toBe('edit.gone');
  });
  it('keeps holes holes, and uncut parts with the largest piece', () => {
    const ring = layer('land-parcel', feature('a', { type: 'Polygon', coordinates: [rectangle(0, 0, 100, 100).coordinates[0], [...rectangle(40, 40, 20, 20).coordinates[0]].reverse()] }, { area: 9600 }));
    const { layer: halves } = splitFeatures(ring, ['a'], knife([50, -1], [50, 101]), ground);
    expect(halves.features.map(({ id }) => area(halves, id)).map(Math.round)).toEqual([4800, 4800]);
    expect(halves.features.map(({ properties }) => properties['area'])).toEqual([4800, 4800].map((one) => expect.closeTo(one, 3)));
    const multi = layer('land-parcel', feature('m', { type: 'MultiPolygon', coordinates: [rectangle(0, 0, 100, 100).coordinates, rectangle(300, 0, 10, 10).coordinates] }));
    const { layer: parts } = splitFeatures(multi, ['m'], knife([70, -1], [70, 101]), ground);
    expect(parts.features.map(({ id }) => Math.round(area(parts, id)))).toEqual([7100, 3000]);
  });
  it('gives each entrance to the piece at which it lies, and unknown stays unknown', () => {
    const [west, east] = [[10, 0], [90, 0]].map((place) => plane.inverse(...shift(place) as [number, number]));
    const one = layer('parking-facility', feature('g', rectangle(0, 0, 100, 50), { stalls: null, entrances: [west, east] }));
    const { layer: after, issues } = splitFeatures(one, ['g'], knife([60, -1], [60, 51]), ground);
    expect(after.features.map(({ properties }) => [properties['stalls'], properties['entrances']])).toEqual([[null, [west]], [null, [east]]]);
    expect(issues).toEqual([]);
  });
  it('loses no ground and no count over random polygons and random lines', () => {
    const random = numbers(11);
    let cuts = 0;
    for (let run = 0; run < 300; run++) {
      // A star about a centre: simple, and concave more often than not.
      const corners = 3 + Math.floor(random() * 20);
      const ring = Array.from({ length: corners }, (_, i): Position => { const angle = 2 * Math.PI * (i + random() * 0.8) / corners, r = 20 + random() * 200; return [r * Math.cos(angle), r * Math.sin(angle)]; });
      const star = layer('demand-unit', feature('u', { type: 'Polygon', coordinates: [[...ring, ring[0]]] }, { households: Math.floor(random() * 5000), floorArea: random() * 1e5 }));
      const line = knife(...Array.from({ length: 2 + Math.floor(random() * 4) }, (): Position => [random() * 600 - 300, random() * 600 - 300]));
      const edited = (() => { try { return splitFeatures(star, ['u'], line, ground); } catch (error) { if (error instanceof UserError && error.code === 'edit.split.misses') return null; throw error; } })();
      if (!edited) continue;
      cuts++;
      const whole = area(star, 'u'), pieces = edited.layer.features;
      const total = (key: string) => pieces.reduce((sum, { properties }) => sum + Number(properties[key]), 0);
      expect(pieces.reduce((sum, { id }) => sum + area(edited.layer, id), 0) / whole).toBeCloseTo(1, 7);
      expect(total('households')).toBe(star.features[0].properties['households']);
      expect(total('floorArea')).toBeCloseTo(Number(star.features[0].properties['floorArea']), 6);
      expect(pieces.every(({ id, geometry }) => area(edited.layer, id) > 0 && kernel.validity(projectGeometry(plane, geometry)).valid)).toBe(true);
    }
    expect(cuts).toBeGreaterThan(120);
  });
});

describe('splitting a line', () => {
  it('cuts at every crossing, in the direction of the line, and lengths add up', () => {
    const roads = layer('road-project', feature('r', lineOf([0, 0], [100, 0], [100, 100]), { investment: 900, roadClass: 'branch' }));
    const { layer: after } = splitFeatures(roads, ['r'], knife([30, -10], [30, 50], [110, 50]), ground);
    expect(ids(after)).toEqual(['r', 'r-2', 'r-3']);
    const lengths = after.features.map(({ geometry }) => planeLength(projectGeometry(plane, geometry)));
    expect(lengths.map(Math.round)).toEqual([120, 30, 50]);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(200, 6);
    expect(after.features.reduce((sum, { properties }) => sum + Number(properties['investment']), 0)).toBeCloseTo(900, 9);
    expect(after.features.map(({ properties }) => properties['roadClass'])).toEqual(['branch', 'branch', 'branch']);
  });
  it('does not cut where the other line only touches an end', () => {
    const roads = layer('road-project', feature('r', lineOf([0, 0], [100, 0])));
    expect(codeOf(() => splitFeatures(roads, ['r'], knife([0, -10], [0, 10]), ground))).toBe('edit.split.misses');
  });
});

describe('sharing out', () => {
  it('gives whole things by largest remainders, amounts in proportion; the shares add up', () => {
    expect(shareOut(10, [1, 1, 1], true)).toEqual([4, 3, 3]);
    expect(shareOut(1, [1, 9], true)).toEqual([0, 1]);
    expect(shareOut(10, [1, 3], false)).toEqual([2.5, 7.5]);
    const random = numbers(5);
    for (let i = 0; i < 500; i++) {
      const value = Math.floor(random() * 1000), weights = Array.from({ length: 1 + Math.floor(random() * 9) }, random);
      const shares = shareOut(value, weights, true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(value);
      expect(shares.every((share, k) => Number.isInteger(share) && Math.abs(share - value * weights[k] / weights.reduce((a, b) => a + b, 0)) < 1)).toBe(true);
    }
  });
});

describe('merging', () => {
  const lots = layer('parking-facility',
    feature('a', rectangle(0, 0, 50, 100), { stalls: 40, kind: 'lot', access: 'public', name: '北' }),
    feature('x', rectangle(500, 0, 5, 5), { stalls: 1 }),
    feature('b', rectangle(50, 0, 50, 100), { stalls: 60, kind: 'lot', access: 'residents', name: '北' }),
    feature('c', rectangle(100, 0, 50, 100), { stalls: null, kind: 'lot' }));

  it('adds what belongs to the whole, keeps what agrees, and takes back a split exactly', () => {
    const { layer: after, issues } = mergeFeatures(lots, ['b', 'a'], ground);
    expect(ids(after)).toEqual(['a', 'x', 'c']);
    expect(at(after, 'a')).toMatchObject({ id: 'a', stalls: 100, kind: 'lot', name: '北', access: null });
    expect(area(after, 'a')).toBeCloseTo(10_000, 3);
    expect(issues.map(({ code, params }) => [code, params['fields']])).toEqual([['edit.added-up', 'stalls'], ['edit.differing', 'access']]);
    const split = splitFeatures(after, ['a'], knife([50, -1], [50, 101]), ground).layer;
    const again = mergeFeatures(split, ['a', 'a-2'], ground).layer;
    expect([at(again, 'a')['stalls'], Math.round(area(again, 'a'))]).toEqual([100, 10_000]);
    expect(putBack(lots, ['a', 'b'], mergeFeatures(takePart(lots, ['a', 'b']).layer, ['a', 'b'], ground).layer.features)).toEqual(after);
  });
  it('does not know a sum of which a part is unknown, and says so', () => {
    const { layer: after, issues } = mergeFeatures(lots, ['b', 'c'], ground);
    expect(at(after, 'b')['stalls']).toBeNull();
    expect(issues.map(({ code }) => code)).toContain('edit.sum-unknown');
  });
  it('warns where the ground overlaps, joins lines end to end, refuses what is of two kinds or alone', () => {
    const over = layer('land-parcel', feature('p', rectangle(0, 0, 10, 10)), feature('q', rectangle(5, 0, 10, 10)));
    expect(mergeFeatures(over, ['p', 'q'], ground).issues.map(({ code }) => code)).toContain('edit.overlap');
    const roads = layer('road-project', feature('r', lineOf([0, 0], [10, 0])), feature('s', lineOf([10, 0], [10, 10])), feature('t', rectangle(0, 0, 5, 5)));
    const joined = mergeFeatures(roads, ['r', 's'], ground).layer.features[0].geometry as LineString;
    expect([joined.type, joined.coordinates.length]).toEqual(['LineString', 3]);
    expect(joined.coordinates).toContainEqual((roads.features[0].geometry as LineString).coordinates[0]);
    expect(codeOf(() => mergeFeatures(roads, ['r', 't'], ground))).toBe('edit.merge.kinds');
    expect(codeOf(() => mergeFeatures(roads, ['r'], ground))).toBe('edit.merge.few');
    const dots = layer('parking-facility', feature('u', point(0, 0)), feature('v', point(5, 5)));
    expect(mergeFeatures(dots, ['u', 'v'], ground).layer.features[0].geometry).toEqual({ type: 'MultiPoint', coordinates: dots.features.map(({ geometry }) => (geometry as { coordinates: Position }).coordinates) });
  });
});

describe('buffers', () => {
  const wells = layer('constraint', feature('w', point(0, 0)), feature('z', rectangle(100, 100, 20, 20)));
  it('are true circles in the planning CRS, in a reference layer of their own', () => {
    const { layer: rings } = bufferFeatures(wells, ['w', 'z'], 500, { id: 'reference-2', name: '缓冲' }, ground);
    expect([rings.id, rings.schema, ids(rings)]).toEqual(['reference-2', 'reference', ['w', 'z']]);
    expect(area(rings, 'w') / (Math.PI * 500 ** 2)).toBeCloseTo(1, 3);
    const [x, y] = shift([0, 0]);
    for (const [lon, lat] of (rings.features[0].geometry as Polygon).coordinates[0]) { const [px, py] = plane.forward(lon, lat); expect(Math.hypot(px - x, py - y)).toBeCloseTo(500, 5); }
  });
  it('shrink below 0, tell what is gone, and refuse where nothing is left', () => {
    const { layer: inner, issues } = bufferFeatures(wells, ['w', 'z'], -5, { id: 'r', name: 'r' }, ground);
    expect([ids(inner), Math.round(area(inner, 'z'))]).toEqual([['z'], 100]);
    expect(issues).toMatchObject([{ code: 'edit.buffer-nothing', features: ['w'] }]);
    expect(codeOf(() => bufferFeatures(wells, ['w'], -5, { id: 'r', name: 'r' }, ground))).toBe('edit.buffer.nothing');
    for (const wrong of [0, NaN, Infinity, 1e9]) expect(codeOf(() => bufferFeatures(wells, ['w'], wrong, { id: 'r', name: 'r' }, ground))).toBe('edit.buffer.distance');
  });
});

describe('drawing, moving, deleting', () => {
  const parcels = layer('land-parcel', feature('a', rectangle(0, 0, 100, 100)), feature('new-1', rectangle(200, 0, 10, 10)));
  it('adds a sound feature with a free id and all attributes unknown', () => {
    const open = degrees(rectangle(0, 0, 10, 10)).coordinates[0].slice(0, 4).reverse();
    const { layer: after, touched } = addFeature(parcels, { type: 'Polygon', coordinates: [open] }, ground);
    expect(touched).toEqual(['new-2']);
    expect(Math.round(area(after, 'new-2'))).toBe(100);
    expect(at(after, 'new-2')).toMatchObject({ id: 'new-2', name: null, landUse: null });
    expect(parcels.features).toHaveLength(2);
  });
  it('refuses what crosses itself, touches itself, encloses nothing or is of the wrong kind', () => {
    const add = (geometry: Polygon | LineString) => codeOf(() => addFeature(parcels, geometry, ground));
    const shape = (...ring: Position[]): Polygon => degrees({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
    expect(add(shape([0, 0], [10, 10], [10, 0], [0, 10]))).toBe('edit.geometry.self-crossing');
    expect(add(shape([0, 0], [10, 0]))).toBe('edit.geometry.too-few-points');
    expect(add(knife([0, 0], [10, 10]))).toBe('edit.geometry.kind');
    expect(codeOf(() => addFeature(layer('road-project'), knife([3, 3], [3, 3]), ground))).toBe('edit.geometry.line-too-short');
    expect(codeOf(() => replaceGeometry(parcels, 'a', shape([0, 0], [10, 10], [10, 0], [0, 10]), ground))).toBe('edit.geometry.self-crossing');
  });
  it('moves by metres and deletes; the others are the same objects', () => {
    const { layer: moved } = moveFeatures(parcels, ['a'], 30, -20, ground);
    const [x, y] = plane.forward(...(moved.features[0].geometry as Polygon).coordinates[0][0] as [number, number]);
    expect([x, y].map((value, i) => value - shift([30, -20])[i]).every((off) => Math.abs(off) < 1e-6)).toBe(true);
    expect(moved.features[1]).toBe(parcels.features[1]);
    expect(ids(deleteFeatures(parcels, ['a']).layer)).toEqual(['new-1']);
    expect(codeOf(() => deleteFeatures(parcels, ['b']))).toBe('edit.gone');
  });
});

describe('setting attributes', () => {
  const lots = layer('parking-facility', feature('a', point(0, 0), { stalls: 1, kind: 'lot', fee: 5 }), feature('b', point(1, 1), { stalls: 2, fee: 7 }), feature('c', point(2, 2)));
  const set = (field: string, value: string | null, of = ['a', 'b']) => setAttributes(lots, of, field, value).layer.features.map(({ properties }) => properties[field] ?? null);
  it('reads a value as an import does, for many features at once', () => {
    expect(set('stalls', '1,200个')).toEqual([1200, 1200, null]);
    expect(set('kind', '地下')).toEqual(['basement', 'basement', null]);
    expect(set('sourceDate', '2026年3月')).toEqual(['2026-03-01', '2026-03-01', null]);
    expect(set('stalls', '')).toEqual([null, null, null]);
    expect(set('fee', '8')).toEqual([8, 8, null]);
    expect(set('note', '好')).toEqual(['好', '好', null]);
  });
  it('refuses what the field cannot hold, and changes nothing', () => {
    expect(['-5', 'many', '1e400'].map((raw) => codeOf(() => set('stalls', raw)))).toEqual(['edit.value.range', 'edit.value.type', 'edit.value.type']);
    expect(codeOf(() => set('kind', '天上'))).toBe('edit.value.choice');
    expect(codeOf(() => set('sourceDate', '2026-02-30'))).toBe('edit.value.date');
    expect(codeOf(() => setAttributes(layer('shelter', feature('s', point(0, 0))), ['s'], 'wartimeFunction', '指挥'))).toBe('edit.value.command');
  });
  it('renames one feature to a free id', () => {
    expect(ids(setAttributes(lots, ['a'], 'id', ' P-9 ').layer)).toEqual(['P-9', 'b', 'c']);
    expect(['b', ''].map((id) => codeOf(() => setAttributes(lots, ['a'], 'id', id)))).toEqual(['edit.value.id-taken', 'edit.value.id-empty']);
    expect(codeOf(() => setAttributes(lots, ['a', 'b'], 'id', 'z'))).toBe('edit.value.id-many');
  });
});

describe('measuring', () => {
  it('gives lengths on the ground and both areas', () => {
    const line = measureShape(knife([0, 0], [300, 400]));
    expect(line.length).toBeCloseTo(500, 2);
    expect(line.area).toBeNull();
    const square = measureShape(degrees(rectangle(0, 0, 1000, 1000)));
    expect(square.area).toBeCloseTo(1e6, 1);
    expect(square.ellipsoidalArea! / 1e6).toBeCloseTo(1, 5);
    expect(square.length).toBeCloseTo(4000, 1);
    expect(square.ellipsoidalArea).toBe(ellipsoidalArea(degrees(rectangle(0, 0, 1000, 1000))));
  });
});

it('every refusal has its sentence', () => {
  for (const key of [...GEOMETRY_REFUSALS.map((reason) => `error.edit.geometry.${reason}`), ...VALUE_REFUSALS.map((reason) => `error.edit.value.${reason}`)]) expect(messages[key]?.zh, key).toBeTruthy();
});
