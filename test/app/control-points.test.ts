import { beforeAll, expect, test } from 'vitest';
import { readControlPoints } from '../../app/files/import/control-points.ts';
import { forgetGrid, keepGrid, useLocalGrids } from '../../app/state/local-grids.ts';
import { crsByCode, fitLocalGrid, openSource, provideDatabases, readLayer, writeLayers, type FormatId, type PlanFeature } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';

beforeAll(() => provideDatabases(nodeDatabases));

test('four numbers a line, pasted with tabs, commas or full-width letters', () => {
  expect(readControlPoints('1\t2\t3\t4\n\n5, 6; 7，8')).toEqual([{ local: [1, 2], known: [3, 4] }, { local: [5, 6], known: [7, 8] }]);
  expect(readControlPoints('1 2 3\na b c d')).toEqual([null, null]);
});
test('a file in a local grid is read by the grid that its control points give', async () => {
  const plane = crsByCode('EPSG:4547');
  // A grid with its origin in the city, turned by nothing: easting less 400,000, northing less 2,400,000.
  const pairs = [[113.5, 22.2], [113.6, 22.3], [113.55, 22.1]].map(([lon, lat]) => { const [x, y] = plane.fromDegrees(lon, lat); return { local: [x - 400_000, y - 2_400_000], known: [x, y] }; });
  const { definition, rms } = fitLocalGrid(pairs, 'similarity', { name: '城市', base: 'EPSG:4547' });
  expect(rms).toBeLessThan(1e-6);
  const [x, y] = plane.fromDegrees(113.57, 22.27);
  const source = await openSource([{ name: 'a.csv', bytes: new TextEncoder().encode(`name,x,y\n甲,${x - 400_000},${y - 2_400_000}\n`) }]);
  const { layer } = readLayer(source.layers[0], { schema: 'parking-facility', crs: definition });
  const [lon, lat] = (layer.features[0].geometry as { coordinates: number[] }).coordinates;
  expect([Math.abs(lon - 113.57) < 1e-9, Math.abs(lat - 22.27) < 1e-9]).toEqual([true, true]);
});

const GRID = { kind: 'similarity', name: '城市', base: 'EPSG:4547', eastShift: 412_345.678, northShift: 2_412_345.678, rotation: 4321.987, scale: 1.0000123 } as const;
test.each(['shapefile', 'geopackage', 'dxf'] as const)('what came in a local grid is written back in it as %s, and the file tells no parameter', async (format: FormatId) => {
  const source = await openSource([{ name: 'a.csv', bytes: new TextEncoder().encode('name,x,y\n甲,51234.567,20345.678\n') }]);
  const { layer } = readLayer(source.layers[0], { schema: 'parking-facility', crs: GRID });
  const { files, issues } = await writeLayers(format, [layer], { crs: GRID });
  expect(issues.map(({ code, params }) => [code, params['name']])).toContainEqual(['write.local-grid', '城市']);
  const back = await openSource(files);
  const point = back.layers.flatMap(({ features }) => features).find(({ geometry }) => geometry?.type === 'Point') as PlanFeature;
  (point.geometry as { coordinates: number[] }).coordinates.forEach((value, axis) => expect(Math.abs(value - [51234.567, 20345.678][axis])).toBeLessThan(0.001));
  expect(back.layers[0].crs).toBeNull();
  const text = files.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('');
  for (const secret of ['412345', '4321.987', '1.0000123']) expect(text).not.toContain(secret);
});
test('grids are kept by their name, the later in the place of the earlier, until they are forgotten', () => {
  keepGrid(GRID);
  keepGrid({ ...GRID, name: '港区' });
  keepGrid({ ...GRID, scale: 1 });
  expect(useLocalGrids.getState().grids.map(({ name, ...grid }) => [name, 'scale' in grid && grid.scale])).toEqual([['港区', GRID.scale], ['城市', 1]]);
  forgetGrid('港区');
  expect(useLocalGrids.getState().grids.map(({ name }) => name)).toEqual(['城市']);
});
