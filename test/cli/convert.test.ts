import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderWith, points, undercroft } from '../support/cli.ts';

const placemark = (name: string) => `<Placemark><name>${name}</name><Point><coordinates>114,22</coordinates></Point></Placemark>`;
const folder = folderWith({
  'two.kml': `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>甲</name>${placemark('a')}${placemark('b')}</Folder><Folder><name>乙</name>${placemark('c')}</Folder></Document></kml>`,
  'parks.geojson': points([['p1', 0, 0, { 名称: '云雀街停车场', 泊位: 120 }], ['p2', 1, 2, { 名称: '海门路', 泊位: 60 }]]),
  '台账.csv': '某市停车场台账,,,\n编号,名称,X坐标,Y坐标,泊位数\nP1,甲,2463836.7364,38456372.291,12\n合计,,,,12\n',
  'local.csv': 'name,x,y\n甲,1234,5678\n',
});
afterAll(() => folder.remove());
const convert = (...args: string[]) => undercroft(['convert', ...args, '--lang', 'en'], folder.path);
interface Collection {
  features: { properties: Record<string, unknown>; geometry: { coordinates: [number, number] } }[];
}
const read = (name: string) => (JSON.parse(folder.read(name)) as Collection).features;

test.each(['zip', 'gpkg', 'kml', 'kmz', 'ndjson'])('there and back through .%s keeps places to a millimetre, names and numbers', async (ending) => {
  expect(await convert('parks.geojson', `parks.${ending}`)).toMatchObject({ code: 0, err: '' });
  expect(await convert(`parks.${ending}`, `back-${ending}.geojson`)).toMatchObject({ code: 0, err: '' });
  const [before, after] = [read('parks.geojson'), read(`back-${ending}.geojson`)];
  expect(after.map(({ properties }) => [properties['名称'] ?? properties['name'], Number(properties['泊位'])])).toEqual(before.map(({ properties }) => [properties['名称'], properties['泊位']]));
  after.forEach(({ geometry }, i) => geometry.coordinates.forEach((value, axis) => expect(Math.abs(value - before[i].geometry.coordinates[axis])).toBeLessThan(1e-8)));
});
test('a survey ledger becomes GeoJSON in degrees, with the rows that are none told', async () => {
  const { code, out } = await convert('台账.csv', 'ledger.geojson');
  expect([code, out]).toEqual([0, expect.stringContaining('2 rows are no data')]);
  expect(read('ledger.geojson').map(({ geometry }) => geometry.coordinates.map((value) => value.toFixed(7)))).toEqual([['113.5767000', '22.2707000']]);
});
test('of a file with several layers each has its file, with the features that are in it', async () => {
  const { code, out } = await convert('two.kml', 'two.geojson');
  expect([code, out]).toEqual([0, expect.stringMatching(/甲\.geojson \(2 features\)[^]*乙\.geojson \(1 feature/)]);
});
test('files that are called after their layers take the place of no other unless that is said', async () => {
  mkdirSync(join(folder.path, 'there'));
  writeFileSync(join(folder.path, 'there/乙.geojson'), 'mine');
  expect(await convert('two.kml', 'there/two.geojson')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^[^\n]*乙\.geojson[^\n]*--force[^\n]*\n$/) as string });
  expect([folder.names('there'), folder.read('there/乙.geojson')]).toEqual([['乙.geojson'], 'mine']);
  expect(await convert('two.kml', 'there/two.geojson', '--force')).toMatchObject({ code: 0, err: '' });
  expect([folder.names('there'), read('there/乙.geojson').length]).toEqual([['乙.geojson', '甲.geojson'], 1]);
});
test('what cannot be known is asked for by the option that answers it', async () => {
  expect(await convert('local.csv', 'local.geojson')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--set-crs') as string });
  expect(await convert('local.csv', 'local.geojson', '--set-crs', 'EPSG:4547')).toMatchObject({ code: 0 });
});
test('a file is not written over itself, nor in a format that nobody knows', async () => {
  const before = folder.read('parks.geojson');
  expect(await convert('parks.geojson', './parks.geojson')).toMatchObject({ code: 2, err: expect.stringContaining('same file') as string });
  expect(folder.read('parks.geojson')).toBe(before);
  expect(await convert('parks.geojson', 'parks.dwg')).toMatchObject({ code: 2, err: expect.stringContaining('.dwg') as string });
});
