import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { kml } from '../../../geo/io/formats/kml/index.ts';
import { kmz } from '../../../geo/io/formats/kml/kmz.ts';
import { wordsOf } from '../../../geo/io/formats/kml/markup.ts';
import { openSource } from '../../../geo/io/index.ts';
import { unzip } from '../../../geo/io/zip.ts';
import { farthest } from '../../support/compare.ts';
import { hasGdal, NO_GDAL } from '../../support/gdal.ts';
import { gdalFolder } from '../../support/gdal-folder.ts';
import { layerOf, SHAPES } from '../../support/layers.ts';
import { hasShared, sharedBytes } from '../../support/shared.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => kml.read!([{ name: 'a.kml', bytes: typeof text === 'string' ? bytes(text) : text }], {});
const document = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
const place = (name: string, inner = '', at = '114.1,22.5,0') => `<Placemark><name>${name}</name>${inner}<Point><coordinates>${at}</coordinates></Point></Placemark>`;
const refused = (text: string) => read(text).then(() => 'read', (error: { code?: string }) => error.code);

describe('a document', () => {
  it('has a layer a folder, with attributes in its own names', async () => {
    const data = '<ExtendedData><Data name="工程编号"><value>A-1</value></Data><Data name="面积"><value></value></Data></ExtendedData>';
    const layers = await read(document(place('散点') + `<Folder><name>人防</name>${place('一号', data)}<Folder><name>口部</name>${place('北口')}</Folder></Folder>`));
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([['KML', 1], ['人防', 1], ['人防/口部', 1]]);
    expect(layers[1].features[0]).toEqual({ geometry: { type: 'Point', coordinates: [114.1, 22.5] }, properties: { name: '一号', 工程编号: 'A-1', 面积: null } });
    expect(layers[1]).toMatchObject({ crs: { code: 'EPSG:4326', reason: 'stated' }, encoding: { encoding: 'utf-8' } });
  });
  it('never gives markup, only words', async () => {
    const [layer] = await read(document(place('a', '<description><![CDATA[<b onclick="x()">地下</b>车库<script>steal()</script><br/>二层 &lt;B2&gt;]]></description>')));
    expect(layer.features[0].properties['description']).toBe('地下车库\n二层 <B2>');
    expect(layer.issues.map(({ code }) => code)).toEqual(['kml.markup']);
    expect(wordsOf('<table><tr><td>层数</td><td>2</td></tr><tr><td>泊位</td><td>80</td></tr></table>')).toBe('层数: 2\n泊位: 80');
  });
  it('leads nowhere and shows no pictures', async () => {
    const [layer] = await read(document(`<NetworkLink><Link><href>http://example.com/a.kml</href></Link></NetworkLink><GroundOverlay><Icon><href>http://example.com/a.png</href></Icon><LatLonBox><north>1</north><south>0</south><east>1</east><west>0</west></LatLonBox></GroundOverlay>${place('a')}`));
    expect(layer.features).toHaveLength(1);
    expect(layer.issues.map(({ code, params }) => [code, params['n']])).toEqual([['kml.link', 1], ['kml.overlay', 1]]);
  });
  it('in GBK is read, also where it says UTF-8', async () => {
    const gbk = Uint8Array.from([...bytes('<?xml version="1.0" encoding="UTF-8"?><kml><Document><Placemark><name>'), 0xc8, 0xcb, 0xb7, 0xc0, 0xb9, 0xa4, 0xb3, 0xcc, ...bytes('</name><Point><coordinates>114,22</coordinates></Point></Placemark></Document></kml>')]);
    expect((await read(gbk))[0].features[0].properties['name']).toBe('人防工程');
  });
  it('may use prefixes that it does not declare, as programs do', async () => {
    expect((await read('<kml xsi:schemaLocation="x"><Placemark><gx:balloonVisibility>1</gx:balloonVisibility><name>a</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>'))[0].features).toHaveLength(1);
  });
  it('says what it left out of a feature', async () => {
    const [layer] = await read(document(place('a', '', '114,22,35') + place('b', '', 'x,y') + '<Placemark><name>c</name></Placemark>'));
    expect(layer.issues.map(({ code, rows }) => [code, rows])).toEqual([['kml.flattened', [1]], ['kml.geometry', [2, 3]]]);
  });
  it('has no name that changes what objects are', async () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const [layer] = await read(document(place('a', `<ExtendedData>${names.map((name) => `<Data name="${name}"><value>x</value></Data><SchemaData><SimpleData name="${name}">y</SimpleData></SchemaData>`).join('')}</ExtendedData>`)));
    expect(layer.features[0].properties).toMatchObject({ _constructor: 'y', _toString: 'y' });
    expect(Object.getPrototypeOf(layer.features[0].properties)).toBe(Object.prototype);
  });

  it.each([
    ['entities that multiply', '<!DOCTYPE k [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>', 'kml.doctype'],
    ['no KML', '<svg></svg>', 'kml.not'],
    ['an open element', '<kml><Document>', 'kml.unreadable'],
    ['a depth that no map has', document('<Folder>'.repeat(5000) + '</Folder>'.repeat(5000)), 'kml.depth'],
    ['nothing', '', 'file.empty'],
  ])('is refused for %s', async (_, text, code) => {
    expect(await refused(text)).toBe(code);
  });
});

describe('an archive', () => {
  const archive = (files: Record<string, string>) => [{ name: 'a.kmz', bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)]))) }];
  it('is read by its main document, whatever it is called', async () => {
    const files = archive({ 'files/other.kml': document(''), 'doc.kml': document(place('a')), 'a.png': 'x' });
    expect([kmz, kml].map((format) => format.sniff(files[0]))).toEqual([true, false]);
    expect((await kmz.read!(files, {}))[0].features).toHaveLength(1);
    expect(await openSource([{ ...files[0], name: 'renamed.kml' }])).toMatchObject({ format: 'kmz', layers: [{ features: [{ properties: { name: 'a' } }] }] });
  });
  it('of a main document that links within the archive is read with what it links to; links elsewhere are told', async () => {
    const link = (href: string) => `<NetworkLink><Link><href>${href}</href></Link></NetworkLink>`;
    const folders = (name: string) => document(`<Folder><name>${name}</name>${place(name)}</Folder>`);
    const files = archive({ 'doc.kml': document(link('layers/a.kml') + link('./layers/b.kml') + link('https://example.org/c.kml')), 'layers/a.kml': folders('甲'), 'layers/b.kml': folders('乙'), 'layers/unlinked.kml': folders('丙') });
    const layers = await kmz.read!(files, {});
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([['甲', 1], ['乙', 1]]);
    expect(layers.flatMap(({ issues }) => issues)).toMatchObject([{ code: 'kml.link', params: { n: 1 } }]);
  });
  it('without one is refused', async () => {
    await expect(kmz.read!(archive({ 'a.png': 'x' }), {})).rejects.toMatchObject({ code: 'kml.empty-archive' });
  });
});

const written = layerOf('shelter', '人防', [[SHAPES.holed, { id: 'a', name: '中山路 <工程> & "口"', floorArea: 12.5, openForParking: true, remarks: 'x\u0001y' }], [SHAPES.line, { id: 'b', name: '连通道', floorArea: null }], [SHAPES.pair, { id: 'c', name: '双' }]]);
it('what was written comes back', async () => {
  const [layer] = await kml.read!((await kml.write!([written], { language: 'en' })).files, {});
  expect(layer.name).toBe('人防');
  expect(layer.features.map(({ id, geometry }) => [id, geometry])).toEqual(written.features.map(({ id, geometry }) => [id, geometry]));
  expect(layer.features[0].properties['name']).toBe('中山路 <工程> & "口"');
  expect(Object.values(layer.features[0].properties)).toEqual(expect.arrayContaining(['12.5', 'true', 'xy']));
});

it('what was written as an archive is one doc.kml, the same bytes each time, and comes back', async () => {
  const [first, second] = [await kmz.write!([written], {}), await kmz.write!([written], {})];
  expect(first.files.map(({ name }) => name)).toEqual(['人防.kmz']);
  expect(second).toEqual(first);
  expect((await unzip(first.files[0].bytes)).map(({ path }) => path)).toEqual(['doc.kml']);
  const [layer] = await kmz.read!(first.files, {});
  expect(layer.features.map(({ id, geometry }) => [id, geometry])).toEqual(written.features.map(({ id, geometry }) => [id, geometry]));
});

describe.skipIf(!hasGdal)(`KML and GDAL${NO_GDAL}`, () => {
  const folder = gdalFolder();
  afterAll(() => folder.remove());
  it('read each other', async () => {
    folder.put((await kml.write!([written], {})).files.map(({ bytes: content }) => ({ name: 'w.kml', bytes: content })));
    const { features } = folder.read('w.kml');
    features.forEach((feature, i) => {
      expect(feature.properties!['Name']).toBe(written.features[i].properties['name']);
      expect(farthest(feature.geometry, written.features[i].geometry)).toBeLessThan(1e-9);
    });
    folder.put((await kmz.write!([written], {})).files.map(({ bytes: content }) => ({ name: 'w.kmz', bytes: content })));
    expect(folder.summary('w.kmz')).toMatch(/using driver `LIBKML' successful[\s\S]*Layer name: 人防[\s\S]*Feature Count: 3/);
    folder.read('w.kmz').features.forEach((feature, i) => {
      expect(feature.properties!['Name']).toBe(written.features[i].properties['name']);
      expect(farthest(feature.geometry, written.features[i].geometry)).toBeLessThan(1e-9);
    });
    folder.put([{ name: 'in.json', bytes: bytes(JSON.stringify({ type: 'FeatureCollection', features: written.features })) }]);
    folder.make('KML', 'g.kml', 'in.json', '-dsco', 'NameField=name');
    const [layer] = await kml.read!(folder.take('g.kml'), {});
    layer.features.forEach(({ geometry, properties }, i) => {
      expect(properties['name']).toBe(written.features[i].properties['name']);
      expect(farthest(geometry, written.features[i].geometry)).toBeLessThan(1e-9);
    });
    expect(layer.features[0].properties).toMatchObject({ floorArea: 12.5 });
  });
});

const HONG_KONG = 'data/hong-kong-parking/parking.kml';
describe.skipIf(!hasShared(HONG_KONG))('the car parks of Hong Kong as KML', () => {
  it('are read whole', async () => {
    const [layer] = await read(sharedBytes(HONG_KONG));
    expect([layer.name, layer.features.length, layer.issues]).toEqual(['counted', 1150, []]);
    expect(layer.features[0].properties).toEqual({ name: '路旁泊車位 - 新娘潭路', 停车设施编号: 'P0001', 所属行政区: '大埔', 机动车泊位数: 18, 设施类型: '路旁泊車位 - 不收費' });
  });
});
