import type { GeometryCollection } from 'geojson';
import { expect, it } from 'vitest';
import { crsByCode, reprojectGeometry, reprojector, reprojectorTo } from '../../geo/crs/index.ts';

const crs = crsByCode('EPSG:4526');
const given: GeometryCollection = { type: 'GeometryCollection', geometries: [
  { type: 'Point', coordinates: [38456372.291, 2463836.7364, 12.5] },
  { type: 'MultiPolygon', coordinates: [[[[38456372, 2463836], [38456472, 2463836], [38456472, 2463936], [38456372, 2463836]]]] },
] };

it('moves every position by copy and keeps heights', () => {
  const before = structuredClone(given);
  const moved = reprojectGeometry(given, crs);
  expect(given).toEqual(before);
  const [point, area] = moved.geometries;
  if (point.type !== 'Point' || area.type !== 'MultiPolygon') throw new Error('another type came back');
  expect(point.coordinates[0]).toBeCloseTo(113.5767, 8);
  expect(point.coordinates[1]).toBeCloseTo(22.2707, 8);
  expect(point.coordinates[2]).toBe(12.5);
  expect(area.coordinates[0][0].length).toBe(4);
  expect(area.coordinates[0][0][0]).toEqual(area.coordinates[0][0][3]);
});

it('takes north before east where the file has it so, and writes it so again', () => {
  const [lon, lat] = reprojector(crs, true).position([2463836.7364, 38456372.291]);
  expect([lon, lat]).toEqual(reprojector(crs).position([38456372.291, 2463836.7364]));
  const [north, east, height] = reprojectorTo(crs, true).position([lon, lat, 3]);
  expect(north).toBeCloseTo(2463836.7364, 6);
  expect(east).toBeCloseTo(38456372.291, 6);
  expect(height).toBe(3);
});

it('leaves an empty geometry empty', () => {
  expect(reprojectGeometry({ type: 'MultiPoint', coordinates: [] }, crs)).toEqual({ type: 'MultiPoint', coordinates: [] });
});
