import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { provideDatabases, writeLayers } from '../../geo/index.ts';
import { main } from '../../scripts/cli/main.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { execute, folderWith, points, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';
import { layerOf } from '../support/layers.ts';

const folder = folderWith({
  'units.geojson': points([['a', 0, 0, { households: 10 }]]), 'parking.geojson': points([['p', 0, 0, { stalls: 5 }]]), 'cut.geojson': '{"type":"FeatureCollection","features":[{"type":"Fea', 'page.geojson': '<!doctype html><p>404', 'page.html': '<!doctype html><p>404',
  'nan.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,1]}}]}',
  'empty.geojson': '', 'projected.geojson': points([['a', 5e8, 2e9, { households: 10 }]]), 'deep.geojson': `{"type":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'ledger.csv': '编号,户数\na,10\n', 'nowhere-on-earth.geojson': { type: 'FeatureCollection', features: [{ type: 'Feature', id: 'a', properties: {}, geometry: null }] },
  'array.geojson': '[1]', 'ways.geojson': { type: 'FeatureCollection', features: [{ type: 'Feature', id: 'w1', properties: { highway: 'footway' }, geometry: { type: 'LineString', coordinates: [[113.57, 22.27], [113.6, 22.27]] } }] }, 'null.geojson': 'null', 'object.geojson': '{}',
});
beforeAll(async () => {
  provideDatabases(nodeDatabases);
  const square = { type: 'Polygon' as const, coordinates: [[[113.57, 22.27], [113.58, 22.27], [113.58, 22.28], [113.57, 22.27]]] };
  const layers = (['demand-unit', 'parking-facility'] as const).map((schema, i) => layerOf(schema, ['units', 'parking'][i], [[square, { id: 'a' }]]));
  writeFileSync(join(folder.path, 'two.gpkg'), (await writeLayers('geopackage', layers)).files[0].bytes);
  // Each line is sound in UTF-8 or in GBK, never both: rows that were pasted together.
  writeFileSync(join(folder.path, 'doubtful.csv'), Buffer.concat([Buffer.from('name,lon,lat\n中山路,113,22\n'), Buffer.from([0xd6, 0xd0, 0xc9, 0xbd, 0xc2, 0xb7]), Buffer.from(',113,22\n')]));
  writeFileSync(join(folder.path, 'utf16.geojson'), Buffer.from('\ufeff{"type":"FeatureCollection"}', 'utf16le'));
  writeFileSync(join(folder.path, 'map.osm.pbf'), Buffer.from([0, 0, 0, 13, 10, 9, ...Buffer.from('OSMHeader')]));
  symlinkSync('loop', join(folder.path, 'loop'));
  mkdirSync(join(folder.path, 'taken/run.json'), { recursive: true });
  // A file of 300 MB that takes no room on the disk: it must be refused before it is read.
  const large = openSync(join(folder.path, 'large.geojson'), 'w');
  ftruncateSync(large, 300 * 1024 * 1024);
  closeSync(large);
});
afterAll(() => folder.remove());

const run = (...more: string[]) => ['run', 'parking-shortage', '--layer', 'demand-units=units.geojson', '--layer', 'parking-facilities=parking.geojson', '--out', 'out', ...more];
const validate = (file: string) => ['validate', file, '--schema', 'demand-unit'];

/** The same as a process of its own, without its half second of starting. */
async function inProcess(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const spies = [
    vi.spyOn(process, 'cwd').mockReturnValue(folder.path),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => { written.out += String(text); return true; }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => { written.err += String(text); return true; }),
  ];
  try {
    const code = await main(args);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('every mistake is one clear line in both languages, exit 2, and nothing written', () => {
  test.each<[string, string[], RegExp, RegExp]>([
    ['no such command', ['rnu'], /没有命令“rnu”.*run/, /no command “rnu”.*run/],
    ['no such option', run('--lyer', 'a=b'), /--lyer.*--layer/, /--lyer.*--layer/],
    ['no such analysis', ['run', 'parking', '--layer', 'a=b', '--out', 'out'], /parking-shortage/, /parking-shortage/],
    ['no such input', run('--layer', 'shelter-units=units.geojson'), /shelter-units.*shelters/, /shelter-units.*shelters/],
    ['an input twice', run('--layer', 'demand-unit=units.geojson'), /两次/, /twice/],
    ['no such parameter', run('--param', 'catchmentRadus=300'), /catchmentRadius/, /catchmentRadius/],
    ['a parameter that is no number', run('--param', 'catchmentRadius=far'), /far/, /far/],
    ['a parameter out of range', run('--param', 'catchmentRadius=-5'), /-5/, /-5/],
    ['a parameter that is none of its choices', run('--param', 'period=noon'), /night.*day/, /night.*day/],
    ['a parameter without a value', run('--param', 'period'), /key=value/, /key=value/],
    ['an option twice', run('--out', 'again'), /两次/, /twice/],
    ['an option without a value', ['run', 'parking-shortage', '--out'], /--out/, /--out/],
    ['a missing option', ['run', 'parking-shortage', '--layer', 'demand-units=units.geojson'], /--out/, /--out/],
    ['a missing input', ['run', 'parking-shortage', '--layer', 'demand-units=units.geojson', '--out', 'out'], /parking-facilities/, /parking-facilities/],
    ['a missing file', validate('nowhere.geojson'), /nowhere/, /nowhere/],
    ['a folder for a file', validate('.'), /文件夹/, /folder/],
    ['no such schema', ['validate', 'units.geojson', '--schema', 'units'], /demand-unit/, /demand-unit/],
    ['a file cut off', validate('cut.geojson'), /cut\.geojson.*不完整/, /cut\.geojson.*cut off/],
    ['a web page', validate('page.geojson'), /page\.geojson.*网页/, /page\.geojson.*web page/],
    ['a file of no format', validate('page.html'), /page\.html.*可读取：.*\.gpkg/, /page\.html.*these are: .*\.gpkg/],
    ['NaN in the file', validate('nan.geojson'), /NaN/, /NaN/],
    ['an empty file', validate('empty.geojson'), /空/, /empty/],
    ['letters that may be anything', validate('doubtful.csv'), /doubtful\.csv.*--encoding/, /doubtful\.csv.*--encoding/],
    ['a file of 300 MB', validate('large.geojson'), /large\.geojson.*300 MB/, /large\.geojson.*300 MB/],
    ['a device that never ends', validate('/dev/zero'), /zero.*256 MB/, /zero.*256 MB/],
    ['no features in UTF-16', validate('utf16.geojson'), /utf16\.geojson.*features/, /utf16\.geojson.*features/],
    ['a binary file', validate('map.osm.pbf'), /map\.osm\.pbf.*不是可读取/, /map\.osm\.pbf.*not of a format/],
['a file whose rows are all unusable', ['run', 'parking-shortage', '--layer', 'demand-units=nowhere-on-earth.geojson', '--layer', 'parking-facilities=parking.geojson', '--out', 'out'], /nowhere-on-earth\.geojson.*第 1 行/, /nowhere-on-earth\.geojson.*row 1/],
    ['metres that may be of many zones', validate('projected.geojson'), /projected\.geojson.*--crs/, /projected\.geojson.*--crs/],
    ['a CRS that is none', [...validate('units.geojson'), '--crs', 'EPSG:99'], /EPSG:99/, /EPSG:99/],
    ['a file of several layers', validate('two.gpkg'), /two\.gpkg.*parking, units.*two\.gpkg#parking/, /two\.gpkg.*parking, units.*two\.gpkg#parking/],
    ['no such layer in a file', validate('two.gpkg#shelter'), /two\.gpkg.*shelter.*parking, units/, /two\.gpkg.*shelter.*parking, units/],
    ['a ledger without places', validate('ledger.csv'), /ledger\.csv.*坐标列/, /ledger\.csv.*no columns of coordinates/],
    ['brackets without end', validate('deep.geojson'), /嵌套/, /nested/],
    ['a list', validate('array.geojson'), /\[…\]/, /\[…\]/],
    ['null', validate('null.geojson'), /null）/, /holds: null/],
    ['an object of nothing', validate('object.geojson'), /\{\}/, /\{\}/],
    ['an empty --out', [...run().slice(0, -1), ''], /--out 后面应有 <folder>/, /--out needs <folder>/],
    ['an empty --out=', [...run().slice(0, -2), '--out='], /--out 后面应有 <folder>/, /--out needs <folder>/],
    ['a layer without a file', run('--layer', 'boundary='), /input=file/, /input=file/],
    ['an empty operand', ['validate', '', '--schema', 'demand-unit'], /缺少 <file>/, /needs <file>/],
    ['a name that every object has', ['run', 'toString', '--layer', 'a=b', '--out', 'out'], /parking-shortage/, /parking-shortage/],
    ['a command like none', ['xyzzy'], /可用：analyses, run/, /use one of: analyses, run/],
    ['an option like none', run('--foo'), /可用：layer, crs, encoding, project, scenario, param/, /use one of: layer, crs, encoding, project, scenario, param/],
    ['a parameter like none', run('--param', 'zzz=1'), /可用：period/, /use one of: period/],
    ['a number as programs write it', run('--param', 'catchmentRadius=0x100'), /0x100/, /0x100/],
    ['a folder that cannot be asked', ['from-osm', 'loop', '--out', 'out'], /loop.*ELOOP/, /loop.*ELOOP/],
    ['a folder that nobody can make', ['from-osm', 'parking.geojson', 'ways.geojson', '--out', '/proc/nowhere'], /proc/, /proc/],
    ['a folder where a result belongs', [...run().slice(0, -1), 'taken'], /taken\/run\.json/, /taken\/run\.json/],
    ['one operand too many', ['validate', 'units.geojson', 'more', '--schema', 'demand-unit'], /more/, /more/],
    ['a folder without OpenStreetMap', ['from-osm', 'parking.geojson', '--out', 'out'], /OpenStreetMap/, /OpenStreetMap/],
  ])('%s', async (_, args, zh, en) => {
    for (const [language, sentence] of [['zh', zh], ['en', en]] as const) {
      const { code, out, err } = await inProcess([...args, '--lang', language]);
      expect([code, out]).toEqual([2, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toMatch(sentence);
      expect(err).not.toMatch(/\{\w+\}|error\./);
    }
    expect(folder.names()).not.toContain('out');
    expect(folder.names('taken')).toEqual(['run.json']);
  });

  test('as a process: one line on stderr, nothing on stdout, exit 2', async () => {
    const { code, out, err } = await undercroft(['rnu'], folder.path);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
  });
  test('no such language is said in both', async () => {
    expect(await inProcess(['analyses', '--lang', 'fr'])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/只能.*--lang is/) as string });
  });
  test.skipIf(!existsSync('/dev/full'))('an output that is full is one line and 2; a reader who has gone changes no exit code', async () => {
    const shell = (line: string) => execute('bash', ['-c', line, 'undercroft', join(ROOT, 'scripts/undercroft.mjs')], folder.path);
    const full = await shell('node "$1" analyses --lang en > /dev/full');
    expect(full).toMatchObject({ code: 2, err: 'undercroft: The output cannot be written (ENOSPC)\n' });
    expect((await shell('node "$1" bogus 2>&1 | true; echo $PIPESTATUS')).out).toBe('2\n');
    expect((await shell('node "$1" analyses | head -c 1 > /dev/null; echo $PIPESTATUS')).out).toBe('0\n');
  });
});
