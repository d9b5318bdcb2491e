import { afterAll, describe, expect, it } from 'vitest';
import { crsByCode, mapPositions, say, type Geometry } from '../../../geo/index.ts';
import { CHORD } from '../../../geo/io/formats/dxf/curve.ts';
import { dxf } from '../../../geo/io/formats/dxf/index.ts';
import { textOfMtext, textOfText } from '../../../geo/io/formats/dxf/text.ts';
import type { RawLayer } from '../../../geo/io/formats/types.ts';
import { gbkLetter } from '../../../geo/io/gbk.ts';
import { farthest } from '../../support/compare.ts';
import { hasGdal, NO_GDAL } from '../../support/gdal.ts';
import { gdalFolder } from '../../support/gdal-folder.ts';
import { layerOf, SHAPES } from '../../support/layers.ts';
import { hasShared, sharedBytes } from '../../support/shared.ts';

const gbk = (text: string) => Uint8Array.from([...text].flatMap((letter) => gbkLetter(letter) ?? [0x3f]));
const pairs = (...rows: (string | number)[]) => rows.map((row) => `${row}\n`).join('');
const file = (entities: string, blocks = '', version = 'AC1021', page = 'ANSI_936') =>
  pairs(0, 'SECTION', 2, 'HEADER', 9, '$ACADVER', 1, version, 9, '$DWGCODEPAGE', 3, page, 0, 'ENDSEC', 0, 'SECTION', 2, 'BLOCKS') + blocks + pairs(0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES') + entities + pairs(0, 'ENDSEC', 0, 'EOF');
const read = (text: string | Uint8Array) => dxf.read!([{ name: 'a.dxf', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }], {});
const one = async (entities: string, blocks = '') => (await read(file(entities, blocks))).flatMap((layer) => layer.features);
const codes = (layers: RawLayer[]) => layers.flatMap(({ issues }) => issues.map(({ code, params }) => [code, params['type'] ?? '', params['n']]));
const polyline = (layer: string, closed: number, ...corners: (string | number)[][]) => pairs(0, 'LWPOLYLINE', 8, layer, 90, corners.length, 70, closed) + corners.map(([x, y, bulge]) => pairs(10, x, 20, y) + (bulge === undefined ? '' : pairs(42, bulge))).join('');
const SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]];

describe('what an entity is on the plane', () => {
  it('closed polylines, and those that meet their beginning, are polygons; others lines', async () => {
    const features = await one(polyline('a', 1, ...SQUARE) + polyline('a', 0, ...SQUARE, [0.005, 0.005]) + polyline('a', 0, ...SQUARE, [0.5, 0]));
    expect(features.map(({ geometry }) => geometry!.type)).toEqual(['Polygon', 'Polygon', 'LineString']);
    expect(features[0].geometry).toEqual({ type: 'Polygon', coordinates: [[...SQUARE, [0, 0]]] });
  });
  it('arcs lie within the chord error', async () => {
    const features = await one(pairs(0, 'CIRCLE', 8, 'a', 10, 100, 20, 50, 40, 30) + pairs(0, 'ARC', 8, 'a', 10, 0, 20, 0, 40, 30, 50, 350, 51, 10) + polyline('a', 1, [0, 0, 1], [20, 0, 1]));
    const ringOf = (geometry: Geometry) => (geometry as { coordinates: number[][][] }).coordinates[0];
    const worst = (ring: number[][], cx: number, cy: number, r: number) => Math.max(...ring.slice(1).map(([x, y], i) => r - Math.hypot((x + ring[i][0]) / 2 - cx, (y + ring[i][1]) / 2 - cy)));
    expect(worst(ringOf(features[0].geometry!), 100, 50, 30)).toBeLessThan(CHORD * 1.01);
    expect(worst(ringOf(features[2].geometry!), 10, 0, 10)).toBeLessThan(CHORD * 1.01);
    const arc = (features[1].geometry as { coordinates: number[][] }).coordinates;
    expect([arc[0][1], arc.at(-1)![1]].map((y) => Math.round(y * 1e6) / 1e6)).toEqual([-5.209445, 5.209445]);
    expect(Math.max(...arc.map(([x]) => x))).toBeGreaterThan(30 - CHORD);
  });
  it('a spline of degree 1 is its frame, one of degree 2 touches the middle', async () => {
    const [line] = await one(pairs(0, 'SPLINE', 8, 'a', 70, 8, 71, 2, 72, 6, 73, 3, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 10, 0, 20, 0, 10, 1, 20, 2, 10, 2, 20, 0));
    expect((line.geometry as { coordinates: number[][] }).coordinates[8]).toEqual([1, 1]);
  });
  it('a hatch is an area with holes', async () => {
    const path = (x: number, y: number, size: number) => pairs(92, 2, 72, 0, 73, 1, 93, 4) + [[x, y], [x + size, y], [x + size, y + size], [x, y + size]].map(([a, b]) => pairs(10, a, 20, b)).join('') + pairs(97, 0);
    const [area] = await one(pairs(0, 'HATCH', 8, 'a', 10, 0, 20, 0, 30, 0, 2, 'SOLID', 70, 1, 71, 0, 91, 2) + path(0, 0, 10) + path(2, 2, 3) + pairs(75, 0, 76, 1));
    expect(area.geometry).toMatchObject({ type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] });
    const edges = pairs(0, 'HATCH', 8, 'a', 91, 1, 92, 1, 93, 2, 72, 2, 10, 0, 20, 0, 40, 5, 50, 0, 51, 180, 73, 1, 72, 1, 10, -5, 20, 0, 11, 5, 21, 0, 97, 0);
    expect((await one(edges))[0].geometry!.type).toBe('Polygon');
  });
  it('text inside a closed line is its label, whatever the layer; the smallest line has it', async () => {
    const layers = await read(file(polyline('地块', 1, ...SQUARE) + polyline('地块', 1, [2, 2], [6, 2], [6, 6], [2, 6]) + pairs(0, 'TEXT', 8, '注记', 10, 1, 20, 1, 40, 1, 1, '外') + pairs(0, 'MTEXT', 8, '注记', 10, 3, 20, 3, 40, 1, 1, '{\\fSimSun|b0;人防\\P工程}') + pairs(0, 'TEXT', 8, '注记', 10, 99, 20, 99, 40, 1, 1, '图名')));
    expect(layers.map(({ name, features }) => [name, features.map(({ properties }) => properties['label'] ?? properties['text'])])).toEqual([['地块', ['外', '人防\n工程']], ['注记', ['外', '人防\n工程', '图名']]]);
    expect(layers[0]).toMatchObject({ crs: null, encoding: { encoding: 'utf-8' } });
  });
  it('blocks are points with their attributes, and their content lies where they were put', async () => {
    const block = pairs(0, 'BLOCK', 2, 'gate', 10, 1, 20, 1) + pairs(0, 'LINE', 8, '0', 10, 1, 20, 1, 11, 2, 21, 1) + pairs(0, 'LINE', 8, 'own', 10, 1, 20, 1, 11, 1, 21, 2) + pairs(0, 'ENDBLK');
    const features = await one(pairs(0, 'INSERT', 8, '口部', 66, 1, 2, 'Gate', 10, 100, 20, 200, 41, 2, 42, 2, 50, 90) + pairs(0, 'ATTRIB', 8, '口部', 2, '编号', 1, 'K-1') + pairs(0, 'SEQEND'), block);
    expect(features.map(({ properties }) => [properties['layer'], properties['entity']])).toEqual([['口部', 'INSERT'], ['口部', 'LINE'], ['own', 'LINE']]);
    expect(features[0].properties).toMatchObject({ block: 'Gate', 编号: 'K-1' });
    expect(farthest(features[1].geometry, { type: 'LineString', coordinates: [[100, 200], [100, 202]] })).toBeLessThan(1e-9);
  });
});

describe('limits and what is left out', () => {
  const holder = (name: string, inner: string, columns = 1) => pairs(0, 'BLOCK', 2, name, 10, 0, 20, 0) + pairs(0, 'INSERT', 8, '0', 2, inner, 10, 0, 20, 0, 70, columns, 71, 1, 44, 1) + pairs(0, 'POINT', 8, '0', 10, 0, 20, 0, 0, 'ENDBLK');
  it('blocks that hold themselves end', async () => {
    expect(codes(await read(file(pairs(0, 'INSERT', 8, '0', 2, 'a', 10, 0, 20, 0), holder('a', 'b') + holder('b', 'a'))))).toContainEqual(['dxf.blocks-deep', '', 1]);
  });
  it('blocks that multiply end', async () => {
    const layers = await read(file(pairs(0, 'INSERT', 8, '0', 2, 'a', 10, 0, 20, 0, 70, 1000, 71, 2, 44, 1), holder('a', 'b', 2000) + holder('b', 'c', 2000)));
    expect(codes(layers).map(([code]) => code)).toContain('dxf.blocks-limit');
    expect(codes(await read(file(pairs(0, 'INSERT', 8, '0', 2, 'a', 10, 0, 20, 0, 70, 30000, 71, 30000), holder('a', 'b')))).map(([code]) => code)).toContain('dxf.blocks-array');
  });
  it('what is not understood is counted by type', async () => {
    expect(codes(await read(file(pairs(0, '3DSOLID', 8, 'a') + pairs(0, 'WIPEOUT', 8, 'a') + pairs(0, '3DSOLID', 8, 'a') + pairs(0, 'LINE', 8, 'a', 10, 1, 20, 'x') + pairs(0, 'POINT', 8, 'a', 67, 1, 10, 0, 20, 0))))).toEqual([['dxf.unknown', '3DSOLID', 2], ['dxf.unknown', 'WIPEOUT', 1], ['dxf.broken', 'LINE', 1], ['dxf.paper', '', 1], ['dxf.empty', '', 1]]);
  });
  it('a drawing that was cut off anywhere is refused with the line, not read as far as it goes', async () => {
    const whole = file(polyline('a', 1, ...SQUARE) + polyline('a', 1, ...SQUARE)), lines = whole.trimEnd().split('\n');
    for (let n = 2; n < lines.length - 2; n++) await expect(read(`${lines.slice(0, n).join('\n')}\n`), `${n} lines`).rejects.toMatchObject({ code: 'dxf.cut' });
    await expect(read(lines.slice(0, 40).join('\n'))).rejects.toMatchObject({ code: 'dxf.cut', params: { line: 40 } });
    expect((await read(lines.slice(0, -2).join('\n'))).map(({ features }) => features.length)).toEqual([2]);
    expect((await read(`${whole}what a mail programme adds\n`)).map(({ features }) => features.length)).toEqual([2]);
  });
  it('a line too many or too few is refused with its place', async () => {
    const lines = file(polyline('a', 1, ...SQUARE)).split('\n'), at = lines.indexOf('LWPOLYLINE');
    await expect(read([...lines.slice(0, at + 1), 'stray', ...lines.slice(at + 1)].join('\n'))).rejects.toMatchObject({ code: 'dxf.damaged', params: { line: at + 2 } });
  });
  it.each([['{"type":"FeatureCollection"}', 'dxf.not'], ['', 'file.empty'], ['AutoCAD Binary DXF\r\n', 'dxf.binary']])('refuses %s', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'UserError', code });
  });
});

describe('letters', () => {
  it('before AutoCAD 2007 are in the code page, or what they are where the code page is that of the program', async () => {
    const text = (page: string) => gbk(file(pairs(0, 'TEXT', 8, '注记图层', 10, 0, 20, 0, 1, '地下车库入口'), '', 'AC1015', page));
    for (const page of ['ANSI_936', 'ANSI_1252']) {
      const [layer] = await read(text(page));
      expect([layer.name, layer.features[0].properties['text'], layer.encoding!.encoding]).toEqual(['注记图层', '地下车库入口', 'gb18030']);
    }
  });
  it('are freed of codes', () => {
    expect(textOfText('%%c50 \\U+5730\\U+4E0B %%p0.5%%%')).toBe('⌀50 地下 ±0.5%');
    expect(textOfMtext('\\A1;{\\fSimHei|b0|i0|c134|p2;\\H2.5x;\\C1;地下一层}\\P{\\W0.8;层高 3.6\\~m}')).toBe('地下一层\n层高 3.6 m');
  });
});

const written = layerOf('shelter', '人防', [[SHAPES.holed, { id: 'a', name: '中山路工程' }], [SHAPES.line, { id: 'b', name: '连通道' }], [SHAPES.point, { id: 'c', name: '口部' }]]);
const plane = crsByCode('EPSG:4547');
const toPlane = (geometry: Geometry) => mapPositions(geometry, ([x, y]) => plane.fromDegrees(x, y));

describe('a layer that was written', () => {
  it('comes back within a millimetre, with its name as label', async () => {
    const { files, issues } = await dxf.write!([written], { crs: 'EPSG:4547' });
    expect(dxf.sniff(files[0])).toBe(true);
    const [layer] = await dxf.read!(files, {});
    expect(layer.name).toBe(say('schema.shelter', 'zh'));
    expect(layer.features.map(({ properties }) => properties['entity'])).toEqual(['LWPOLYLINE', 'LWPOLYLINE', 'TEXT', 'LWPOLYLINE', 'TEXT', 'POINT', 'TEXT']);
    expect(layer.features[0].properties['label']).toBe('中山路工程');
    expect(farthest(layer.features[3].geometry, toPlane(SHAPES.line))).toBeLessThan(0.001);
    expect(issues.map(({ code, params }) => [code, params['n']])).toEqual([['dxf.holes', 1]]);
  });
  it('needs metres', async () => {
    await expect(dxf.write!([written], {})).rejects.toMatchObject({ code: 'dxf.crs' });
    await expect(dxf.write!([written], { crs: 'EPSG:4490' })).rejects.toMatchObject({ code: 'dxf.crs' });
  });
});

describe.skipIf(!hasGdal)(`drawings and GDAL${NO_GDAL}`, () => {
  const folder = gdalFolder();
  afterAll(() => folder.remove());
  it.each([['utf-8', ['--config', 'DXF_ENCODING', 'UTF-8']], ['gbk', []]])('what is written here in %s is read there: layers, places, names', async (encoding, setting) => {
    folder.put((await dxf.write!([written], { crs: 'EPSG:4547', encoding })).files.map(({ bytes }) => ({ name: 'w.dxf', bytes })));
    const { features } = folder.read('w.dxf', ...setting);
    expect(features.map(({ properties }) => [properties!['Layer'], properties!['Text'] ?? null])).toEqual([['人防工程', null], ['人防工程', null], ['人防工程', '中山路工程'], ['人防工程', null], ['人防工程', '连通道'], ['人防工程', null], ['人防工程', '口部']].map(([, text]) => [say('schema.shelter', 'zh'), text]));
    expect(farthest(features[3].geometry, toPlane(SHAPES.line))).toBeLessThan(0.001);
    expect(farthest(features[5].geometry, toPlane(SHAPES.point))).toBeLessThan(0.001);
  });
  it('what is written there is read here', async () => {
    const shapes = [toPlane(SHAPES.pair), toPlane(SHAPES.line), toPlane(SHAPES.point)];
    folder.put([{ name: 'in.json', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: shapes.map((geometry) => ({ type: 'Feature', properties: { Layer: 'L1' }, geometry })) })) }]);
    folder.make('DXF', 'g.dxf', 'in.json');
    const features = (await dxf.read!(folder.take('g.dxf'), {})).flatMap((layer) => layer.features);
    const polygons = features.filter(({ geometry }) => geometry!.type === 'Polygon');
    expect([features.length, polygons.length]).toEqual([4, 2]);
    expect(farthest({ type: 'MultiPolygon', coordinates: polygons.map(({ geometry }) => (geometry as { coordinates: number[][][] }).coordinates) }, shapes[0])).toBeLessThan(0.001);
  });
});

const HONG_KONG = 'data/hong-kong-parking/parking-4547.dxf';
describe.skipIf(!hasShared(HONG_KONG))('the car parks of Hong Kong as a drawing', () => {
  it('are read whole', async () => {
    const layers = await read(sharedBytes(HONG_KONG));
    expect(layers.flatMap(({ features }) => features)).toHaveLength(1150);
    expect(codes(layers)).toEqual([]);
  });
});
