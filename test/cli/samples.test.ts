import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { undercroft } from '../support/cli.ts';
import { hasShared, sharedFile } from '../support/shared.ts';

const FOLDER = 'data/hong-kong-parking';
interface Report {
  format: string;
  crs: { code: string; swapped: boolean } | null;
  encoding: string | null;
  columns: { column: string; field: string | null }[];
  counts: { read: number; kept: number; setAside: number };
}

describe.skipIf(!hasShared(FOLDER))('the files of a planning office go in without a setting, or with exactly the question that had to be asked', () => {
  const here = mkdtempSync(join(tmpdir(), 'undercroft-samples-'));
  afterAll(() => rmSync(here, { recursive: true, force: true }));
  const validate = (file: string, ...more: string[]) => undercroft(['validate', sharedFile(join(FOLDER, file)), '--schema', 'parking-facility', '--json', '--lang', 'en', ...more], here);
  const fieldsOf = ({ columns }: Report) => columns.flatMap(({ field }) => field ?? []);

  test.each<[string, Partial<Report>]>([
    ['parking-gbk-4526.zip', { format: 'shapefile', crs: { code: 'EPSG:4526', swapped: false }, encoding: 'gb18030' }],
    ['parking-4547.gpkg', { format: 'geopackage', crs: { code: 'EPSG:4547', swapped: false } }],
    ['parking-ledger-gb18030.csv', { format: 'csv', crs: { code: 'EPSG:4526', swapped: true }, encoding: 'gb18030' }],
    ['parking-ledger.xlsx', { format: 'excel', crs: { code: 'EPSG:4526', swapped: true } }],
    ['parking.kml', { format: 'kml', crs: { code: 'EPSG:4326', swapped: false }, encoding: 'utf-8' }],
  ])('%s asks nothing: every row, its zone, its axes, its letters, its fields', async (file, expected) => {
    const { code, out, err } = await validate(file);
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out) as Report;
    expect({ ...report, crs: report.crs && { code: report.crs.code, swapped: report.crs.swapped } }).toMatchObject({ ...expected, counts: { read: 1150, kept: 1150, setAside: 0 } });
    expect(fieldsOf(report)).toEqual(expect.arrayContaining(['name', 'stalls', 'kind']));
  });
  test('a drawing says nothing of its CRS: that, and only that, is asked, and one answer is enough', async () => {
    expect(await validate('parking-4547.dxf')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/CRS of “.*parking-4547\.dxf.*” is not certain; name it with --crs/) as string });
    const { code, out } = await validate('parking-4547.dxf', '--crs', 'EPSG:4547');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'dxf', crs: { code: 'EPSG:4547' }, counts: { read: 1150, kept: 1150 } });
  });
  test('they are one and the same places, whichever file they came from', async () => {
    const out = async (file: string, ...more: string[]) => {
      const name = `${file}.geojson`;
      expect(await undercroft(['convert', sharedFile(join(FOLDER, file)), name, '--schema', 'parking-facility', ...more], here)).toMatchObject({ code: 0, err: '' });
      return name;
    };
    const places = (name: string) => (JSON.parse(readFileSync(join(here, name), 'utf8')) as { features: { geometry: { coordinates: [number, number] } }[] }).features.map(({ geometry }) => geometry.coordinates);
    const kml = places(await out('parking.kml'));
    for (const name of [await out('parking-gbk-4526.zip'), await out('parking-4547.gpkg'), await out('parking-ledger.xlsx'), await out('parking-4547.dxf', '--set-crs', 'EPSG:4547')]) {
      // The ledgers hold centimetres or less of a place; a degree is 111 km.
      places(name).forEach(([lon, lat], i) => expect(Math.max(Math.abs(lon - kml[i][0]), Math.abs(lat - kml[i][1])) * 111_320, `${name} ${i}`).toBeLessThan(0.02));
    }
  });
});
