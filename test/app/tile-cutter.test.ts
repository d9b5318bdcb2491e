import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { packFeatures } from '../../app/workers/pack-features.ts';
import { cutTile } from '../../app/workers/tiles/cut-tile.ts';
import { PackedGround } from '../../app/workers/tiles/packed-ground.ts';
import { thin } from '../../app/workers/tiles/thin.ts';
import { TileFrame } from '../../app/workers/tiles/tile-frame.ts';
import { writeTile } from '../../app/workers/tiles/write-tile.ts';
import type { PlanFeature, Properties } from '../../geo/index.ts';

const EXTENT = 8192, BUFFER = 384, TOLERANCE = 1.6;
const feature = (geometry: Geometry, id = 'a', properties: Properties = {}): PlanFeature => ({ type: 'Feature', id, geometry, properties: { _id: id, ...properties } });
const ground = (features: readonly PlanFeature[]) => new PackedGround([packFeatures(features)]);

function cut(features: readonly PlanFeature[], z: number, x: number, y: number): Map<string, VectorTileFeature> {
  const tile = cutTile(ground(features), new TileFrame(z, x, y, EXTENT, BUFFER), TOLERANCE, 48);
  return featuresIn(new Uint8Array(writeTile([{ name: 'features', tiles: [tile] }], EXTENT)));
}
/** What the library that the map itself cuts tiles with makes of the same. */
function asLibrary(features: readonly PlanFeature[], z: number, x: number, y: number): Map<string, VectorTileFeature> {
  const tile = new GeoJSONVT({ type: 'FeatureCollection', features: features as never }, { extent: EXTENT, buffer: BUFFER, tolerance: TOLERANCE, maxZoom: 18, indexMaxZoom: 0 }).getTile(z, x, y);
  return tile ? featuresIn(fromGeojsonVt({ features: tile }, { version: 2, extent: EXTENT })) : new Map();
}
function featuresIn(bytes: Uint8Array): Map<string, VectorTileFeature> {
  const layer = new VectorTile(new PbfReader(bytes)).layers['features'], found = new Map<string, VectorTileFeature>();
  for (let i = 0; i < (layer?.length ?? 0); i++) found.set(String(layer.feature(i).properties['_id']), layer.feature(i));
  return found;
}
const partsOf = (one: VectorTileFeature | undefined) => one?.loadGeometry() ?? [];
/** Area (of polygons, holes less) or length (of lines), in units of the tile, with the length of all that was drawn for it. */
function measure(one: VectorTileFeature | undefined): { size: number; drawn: number; points: number } {
  let area = 0, drawn = 0, points = 0;
  for (const part of partsOf(one)) {
    points += part.length;
    for (let i = 1; i < part.length; i++) {
      area += (part[i - 1].x * part[i].y - part[i].x * part[i - 1].y) / 2;
      drawn += Math.hypot(part[i].x - part[i - 1].x, part[i].y - part[i - 1].y);
    }
  }
  return { size: one?.type === 3 ? area : drawn, drawn, points };
}

const [Z, X, Y] = [14, 13357, 7155];
/** Places round that tile (degrees): in it, at its edges, and beyond. */
const place = fc.tuple(fc.double({ min: 113.47, max: 113.52, noNaN: true }), fc.double({ min: 22.18, max: 22.23, noNaN: true })).map((one): Position => [...one]);
/** A star round a place: simple, whatever its reaches are. */
const ring = fc.record({ at: place, reaches: fc.array(fc.double({ min: 0.0002, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 12 }) }).map(({ at: [x, y], reaches }) => {
  const places = reaches.map((reach, i): Position => { const turn = 2 * Math.PI * i / reaches.length; return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)]; });
  return [...places, places[0]];
});
const withHole = ring.map((outer): Position[][] => {
  const [x, y] = outer.slice(1).reduce(([a, b], [c, d]) => [a + c / (outer.length - 1), b + d / (outer.length - 1)], [0, 0]);
  return [outer, outer.map(([a, b]): Position => [x + (a - x) * 0.01, y + (b - y) * 0.01])];
});
const shapes = fc.oneof<fc.Arbitrary<Geometry>[]>(
  ring.map((coordinates) => ({ type: 'Polygon', coordinates: [coordinates] })),
  withHole.map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(place, { minLength: 2, maxLength: 9 }).map((coordinates) => ({ type: 'LineString', coordinates })),
  fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  place.map((coordinates) => ({ type: 'Point', coordinates })),
  fc.array(place, { minLength: 1, maxLength: 5 }).map((coordinates) => ({ type: 'MultiPoint', coordinates })),
);

test('a tile holds what the library of the map cuts: areas, lengths and places', () => {
  let seen = 0;
  fc.assert(fc.property(fc.array(shapes, { minLength: 1, maxLength: 6 }), (geometries) => {
    const features = geometries.map((geometry, i) => feature(geometry, `f${i}`)), own = cut(features, Z, X, Y), other = asLibrary(features, Z, X, Y);
    seen += other.size;
    for (const { id, geometry } of features) {
      const one = measure(own.get(id)), two = measure(other.get(id));
      // Two ways to leave out places, each of them true to the tolerance, and to round.
      if (geometry.type.endsWith('Polygon')) expect(Math.abs(one.size - two.size)).toBeLessThanOrEqual(2 * (TOLERANCE + 1) * (Math.max(one.drawn, two.drawn) + 8));
      else if (geometry.type.endsWith('Point')) expect(partsOf(own.get(id))).toEqual(partsOf(other.get(id)));
      else expect(Math.abs(one.size - two.size)).toBeLessThanOrEqual(2 * (TOLERANCE + 1) * (one.points + two.points + 2));
    }
  }), { numRuns: 400 });
  // Most of them lie in the tile or across its edges.
  expect(seen).toBeGreaterThan(400);
});

test('rings turn as the tile wants them, however they came', () => {
  const square = (x: number, y: number, side: number): Position[] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
  for (const turn of [(one: Position[]) => one, (one: Position[]) => [...one].reverse()]) {
    const block = feature({ type: 'MultiPolygon', coordinates: [[turn(square(113.49, 22.2, 0.002)), square(113.4905, 22.2005, 0.0005)], [square(113.494, 22.2, 0.001)]] });
    const areas = partsOf(cut([block], Z, X, Y).get('a')).map((part) => part.slice(1).reduce((sum, { x, y }, i) => sum + (part[i].x * y - x * part[i].y) / 2, 0));
    expect(areas.map(Math.sign)).toEqual([1, -1, 1]);
  }
});

test('a long strip is there as its outline where it is too narrow for an area', () => {
  const strip: Position[] = [[113.49, 22.2], [113.5, 22.2], [113.5, 22.2000001], [113.49, 22.2000001], [113.49, 22.2]], features = [feature({ type: 'Polygon', coordinates: [strip] })];
  expect(measure(cut(features, Z, X, Y).get('a')).drawn).toBeCloseTo(measure(asLibrary(features, Z, X, Y).get('a')).drawn, -1);
  expect(cutTile(ground(features), new TileFrame(Z, X, Y, EXTENT, BUFFER), TOLERANCE, 48).features[0].isWide).toBe(true);
});

test('a hole of ground that is not drawn is not drawn either, and what is nowhere or lies in a collection spoils nothing', () => {
  const speck: Position[] = [[113.49, 22.2], [113.4900001, 22.2], [113.4900001, 22.2000001], [113.49, 22.2]], wide: Position[] = [[113.48, 22.19], [113.5, 22.19], [113.5, 22.21], [113.48, 22.19]];
  const features = [
    feature({ type: 'Polygon', coordinates: [speck, wide] }, 'speck'), feature({ type: 'Polygon', coordinates: [] }, 'none'), feature({ type: 'Point', coordinates: [113.49, 22.2, 5] }, 'high'),
    feature({ type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: [[113.48, 22.2, 1], [113.5, 22.2]] }, { type: 'GeometryCollection', geometries: [] }] }, 'both'),
  ];
  const found = cut(features, Z, X, Y);
  expect([...found.keys()].sort()).toEqual(['both', 'high']);
  expect(measure(found.get('both')).size).toBeGreaterThan(EXTENT / 2);
});

test('columns come as they are, each list of them once in the tile', () => {
  const columns: Properties = { text: '人防 🏗', whole: 3, below: -7, half: 0.5, large: 2 ** 40, yes: true, no: false, nothing: null };
  const { nothing: _nothing, ...written } = columns;
  expect(cut([feature({ type: 'Point', coordinates: [113.49, 22.2] }, 'a', columns)], Z, X, Y).get('a')!.properties).toEqual({ _id: 'a', ...written });
});

test('what is left of a line is true to the tolerance, and its ends stay', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 40 });
  fc.assert(fc.property(places, fc.double({ min: 0.1, max: 12, noNaN: true }), (all, tolerance) => {
    const left = thin(Float64Array.from(all.flat()), all.length * 2, tolerance), kept: [number, number][] = [];
    for (let i = 0; i < left.length; i += 2) kept.push([left[i], left[i + 1]]);
    expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)]);
    const away = ([x, y]: [number, number]) => Math.min(...kept.slice(1).map(([bx, by], i) => { const [ax, ay] = kept[i]; return toStretch(x, y, ax, ay, bx, by); }), ...kept.map(([kx, ky]) => Math.hypot(x - kx, y - ky)));
    for (const one of all) expect(away(one)).toBeLessThanOrEqual(tolerance + 1e-9);
  }));
});
function toStretch(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const square = (bx - ax) ** 2 + (by - ay) ** 2, share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

test('the box of a tile in degrees has what its edges have in units', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 18 }).chain((z) => fc.tuple(fc.constant(z), fc.integer({ min: 0, max: 2 ** z - 1 }), fc.integer({ min: 0, max: 2 ** z - 1 }))), ([z, x, y]) => {
    const frame = new TileFrame(z, x, y, EXTENT, BUFFER), [west, south, east, north] = frame.box();
    expect(frame.x(west)).toBeCloseTo(-BUFFER, 3);
    expect(frame.x(east)).toBeCloseTo(EXTENT + BUFFER, 3);
    if (north < 85) expect(frame.y(north)).toBeCloseTo(-BUFFER, 3);
    if (south > -85) expect(frame.y(south)).toBeCloseTo(EXTENT + BUFFER, 3);
  }));
});
