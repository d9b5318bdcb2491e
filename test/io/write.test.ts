import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { columnsOfLayer, csvCell, readGeoJson, writeCsv, writeGeoJson, writeLayers, type FormatId } from '../../geo/io/index.ts';
import { eachPosition, type Layer, type PlanFeature, type Properties } from '../../geo/model/index.ts';
import { numbers } from '../support/numbers.ts';
import { bitsOf } from '../support/ulps.ts';
import { point } from './reading.ts';

const feature = (id: string, properties: Properties, geometry: unknown = point()): PlanFeature => ({ type: 'Feature', id, geometry: geometry as Geometry, properties: { id, ...properties } });
const units = (...features: PlanFeature[]): Layer => ({ id: 'demand-unit', schema: 'demand-unit', name: '', features });

describe('GeoJSON', () => {
  it('has one feature a line and ends with a line', () => {
    const lines = writeGeoJson(units(feature('a', { name: '甲\n乙' }), feature('b', {}))).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('{"type":"Feature","id":"a","properties":{"id":"a","name":"甲\\n乙"},"geometry":{"type":"Point","coordinates":[113.57,22.27]}},');
    expect(writeGeoJson(units())).toBe('{"type":"FeatureCollection","name":"demand-unit","schema":"demand-unit","features":[]}\n');
  });
  it('keeps every double bit for bit through writing and reading', () => {
    const random = numbers(12);
    const odd = [5e-324, 2 ** -1022, 0.1 + 0.2, 1 / 3, 1e21, 123456789.12345679, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE];
    const features = Array.from({ length: 400 }, (_, i) => feature(`u${i}`, { households: odd[i] ?? random() * 1e6, floorArea: random() * 10 ** (random() * 20 - 10), extra: random() }, point(360 * random() - 180, (180 * random() - 90) * random())));
    const { layer } = readGeoJson(writeGeoJson(units(...features)), { schema: 'demand-unit' });
    layer.features.forEach((read, i) => {
      for (const key of ['households', 'floorArea', 'extra']) expect(bitsOf(read.properties[key] as number)).toBe(bitsOf(features[i].properties[key] as number));
      const [there, back]: string[][] = [[], []];
      eachPosition(features[i].geometry, (position) => there.push(...position.map(bitsOf)));
      eachPosition(read.geometry, (position) => back.push(...position.map(bitsOf)));
      expect(back).toEqual(there);
    });
  });
  it('read and written again is the same text', () => {
    const once = readGeoJson(writeGeoJson(units(feature('a', { households: 3, colour: 'red', entrances: [[113.5, 22.5]] }), feature('b', { 'households.asDelivered': '?', remarks: '<&>"\u2028' }))), { schema: 'demand-unit' }).layer;
    const text = writeGeoJson(once);
    expect(writeGeoJson(readGeoJson(text, { schema: 'demand-unit' }).layer)).toBe(text);
  });
});

describe('a file a layer', () => {
  const namesOf = async (id: FormatId, ...names: string[]) => (await writeLayers(id, names.map((name) => ({ ...units(feature('a', {})), name })))).files.map(({ name }) => name);
  it.each(['geojson', 'geojson-lines', 'csv'] as const)('%s: names that lead elsewhere stay in the folder, and layers of one name are two files', async (id) => {
    const names = await namesOf(id, '../上', '/etc/x', '甲', '甲', 'C:\\x');
    expect(names.map((name) => name.replace(/\.[^.]*$/, ''))).toEqual(['_上', 'etc_x', '甲', '甲_2', 'C__x'].map((name) => expect.stringMatching(new RegExp(`^_?${name}$`)) as string));
  });
  it.each(['excel', 'kml', 'shapefile'] as const)('%s: as does the one name of them all', async (id) => {
    for (const name of await namesOf(id, '../上')) expect(name).not.toMatch(/[/\\]/);
  });
});

describe('a cell of a table', () => {
  it.each(['=1+2', '+86 756', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])('with text that a spreadsheet would compute (%j) is disarmed', (text) => {
    expect(csvCell(text).replace(/^"/, '')[0]).toBe("'");
    expect(csvCell(text)).toContain(text);
  });
  it('disarmed and quoted where it must be both', () => {
    expect(csvCell('=HYPERLINK("http://x","甲,乙")')).toBe('"\'=HYPERLINK(""http://x"",""甲,乙"")"');
  });
  it.each([['plain', 'plain'], ['甲,乙', '"甲,乙"'], ['say "so"', '"say ""so"""'], ['two\nlines', '"two\nlines"'], [-5, '-5'], [0.1, '0.1'], [true, 'true'], [null, ''], ['', ''], [[1, 2], '"[1,2]"'], ['1-2', '1-2']])('%j is written %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('a table', () => {
  it('begins with a byte-order mark, has CRLF and the columns that hold something', () => {
    const layer = units(feature('a', { name: '=甲', households: 3, extra: -1 }), feature('b', { name: '乙', households: null, population: null }));
    expect(columnsOfLayer(layer)).toEqual(['id', 'name', 'households', 'extra']);
    const lines = writeCsv(layer, 'zh').split('\r\n');
    expect(lines[0].startsWith('\ufeff')).toBe(true);
    expect(lines.slice(1)).toEqual(["a,'=甲,3,-1", 'b,乙,,', '']);
  });
  it('has headings in the language asked for, disarmed like any cell', () => {
    const layer = units(feature('a', { '=cmd|calc': 1, households: 2 }));
    const [zh, en] = (['zh', 'en'] as const).map((language) => writeCsv(layer, language).split('\r\n')[0]);
    expect(zh).toContain("'=cmd|calc");
    expect(en).toContain("'=cmd|calc");
    expect(zh).not.toBe(en);
  });
  it('says codes in words, units in headings, and numbers without the noise of binary fractions', () => {
    const sites: Layer = { id: 'candidate-sites', schema: 'candidate-site', name: 'candidate-sites', features: [feature('s', { score: 0.6894, status: 'ok', consult: 'metro,parks', cost: 0.1 + 0.2, locked: false })] };
    const [head, row] = writeCsv(sites, 'zh').slice(1).split('\r\n');
    expect(head).toBe('编号,综合得分（百分制）,状态,造价（万元）,禁挖中,需征求意见的部门');
    expect(row).toBe('s,68.94,可推进,0.3,否,轨道交通（地铁）公司、园林绿化部门');
    const areas: Layer = { id: 'shortage-areas', schema: 'shortage-area', name: '', features: [feature('a', { shortage: 7 })] };
    expect(writeCsv(areas, 'zh', 'person').split('\r\n')[0]).toContain('缺口（人）');
  });
});
