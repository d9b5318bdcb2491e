import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../scripts/cli/main.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';

const folder = folderWith({
  'units.geojson': points([['a', 0, 0, { households: 10 }]]), 'parking.geojson': points([['p', 0, 0, { stalls: 5 }]]), 'cut.geojson': '{"type":"FeatureCollection","features":[{"type":"Fea', 'page.html': '<!doctype html><p>404',
  'nan.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,1]}}]}',
  'metres.geojson': { type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } }, features: [] }, 'empty.geojson': '',
});
beforeAll(() => {
  writeFileSync(join(folder.path, 'gbk.geojson'), Buffer.from([...Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"'), 0xd0, 0xa1, 0xc7, 0xf8, ...Buffer.from('"},"geometry":null}]}')]));
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
    ['a file of 300 MB', validate('large.geojson'), /300 MB/, /300 MB/],
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
  });

  test('as a process: one line on stderr, nothing on stdout, exit 2', async () => {
    const { code, out, err } = await undercroft(['rnu'], folder.path);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
  });
  test('no such language', async () => expect(await undercroft(['analyses', '--lang', 'fr'], folder.path)).toMatchObject({ code: 2, out: '' }));
});
