import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../scripts/cli/main.ts';
import { execute, folderWith, points, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

const folder = folderWith({
  'units.geojson': points([['a', 0, 0, { households: 10 }]]), 'parking.geojson': points([['p', 0, 0, { stalls: 5 }]]), 'cut.geojson': '{"type":"FeatureCollection","features":[{"type":"Fea', 'page.html': '<!doctype html><p>404',
  'nan.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,1]}}]}',
  'metres.geojson': { type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } }, features: [] }, 'empty.geojson': '', 'projected.geojson': points([['a', 5e8, 2e9, { households: 10 }]]), 'deep.geojson': `{"type":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'string-crs.geojson': { type: 'FeatureCollection', crs: 'EPSG:4547', features: [] },
  'link-crs.geojson': { type: 'FeatureCollection', crs: { type: 'link', properties: { href: 'http://spatialreference.org/ref/epsg/4547/proj4/' } }, features: [] }, 'array.geojson': '[1]', 'ways.geojson': { type: 'FeatureCollection', features: [{ type: 'Feature', id: 'w1', properties: { highway: 'footway' }, geometry: { type: 'LineString', coordinates: [[113.57, 22.27], [113.6, 22.27]] } }] }, 'null.geojson': 'null', 'object.geojson': '{}',
});
beforeAll(() => {
  writeFileSync(join(folder.path, 'gbk.geojson'), Buffer.from([...Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"'), 0xd0, 0xa1, 0xc7, 0xf8, ...Buffer.from('"},"geometry":null}]}')]));
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
    ['a web page', validate('page.html'), /网页/, /web page/],
    ['NaN in the file', validate('nan.geojson'), /NaN/, /NaN/],
    ['a projected file', validate('metres.geojson'), /4547/, /4547/],
    ['an empty file', validate('empty.geojson'), /空/, /empty/],
    ['a GBK file', validate('gbk.geojson'), /UTF-8/, /UTF-8/],
    ['a file of 300 MB', validate('large.geojson'), /large\.geojson.*300 MB/, /large\.geojson.*300 MB/],
    ['a device that never ends', validate('/dev/zero'), /zero.*256 MB/, /zero.*256 MB/],
    ['UTF-16', validate('utf16.geojson'), /UTF-16/, /UTF-16/],
    ['a binary file', validate('map.osm.pbf'), /二进制/, /binary/],
    ['a file whose rows are all unusable', ['run', 'parking-shortage', '--layer', 'demand-units=projected.geojson', '--layer', 'parking-facilities=parking.geojson', '--out', 'out'], /projected\.geojson.*投影坐标.*第 1 行/, /projected\.geojson.*projected CRS.*row 1/],
    ['brackets without end', validate('deep.geojson'), /嵌套/, /nested/],
    ['a crs as a word', validate('string-crs.geojson'), /4547/, /4547/],
    ['a crs as a link', validate('link-crs.geojson'), /4547/, /4547/],
    ['a list', validate('array.geojson'), /\[…\]/, /\[…\]/],
    ['null', validate('null.geojson'), /null）/, /holds: null/],
    ['an object of nothing', validate('object.geojson'), /\{\}/, /\{\}/],
    ['an empty --out', [...run().slice(0, -1), ''], /--out 后面应有 <folder>/, /--out needs <folder>/],
    ['an empty --out=', [...run().slice(0, -2), '--out='], /--out 后面应有 <folder>/, /--out needs <folder>/],
    ['a layer without a file', run('--layer', 'boundary='), /input=file/, /input=file/],
    ['an empty operand', ['validate', '', '--schema', 'demand-unit'], /缺少 <file>/, /needs <file>/],
    ['a name that every object has', ['run', 'toString', '--layer', 'a=b', '--out', 'out'], /parking-shortage/, /parking-shortage/],
    ['a command like none', ['xyzzy'], /可用：analyses, run/, /use one of: analyses, run/],
    ['an option like none', run('--foo'), /可用：layer, project, param/, /use one of: layer, project, param/],
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
