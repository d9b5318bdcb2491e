import { expect, test } from 'vitest';
import { readControlPoints } from '../../app/files/import/control-points.ts';
import { crsByCode, fitLocalGrid, openSource, readLayer } from '../../geo/index.ts';

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
