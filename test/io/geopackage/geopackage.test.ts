import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geopackage } from '../../../geo/io/formats/geopackage.ts';
import { openDatabase, planeByCode, provideDatabases, readFeatures, schemaOf, type Layer, type PlanFeature, type RawLayer } from '../../../geo/index.ts';
import { nodeDatabases } from '../../../scripts/database.ts';
import { gdal, hasGdal, NO_GDAL } from '../../support/gdal.ts';

const square = (x: number, y: number, side: number) => [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]];
const feature = (id: string, geometry: PlanFeature['geometry'], properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id, geometry, properties: { id, ...properties } });
const SHELTERS: Layer = {
  id: 'shelter', schema: 'shelter', name: '人防工程',
  features: [
    feature('一号', { type: 'Polygon', coordinates: square(114.0571, 22.5431, 0.001) }, { name: '人民路地下室 🏗', completed: '2009-12-01', openForParking: true, stalls: 0, entrances: [[114.0572, 22.5432]], 备注列: '空格 与“引号”', 面积: 12.5 }),
    feature('2', { type: 'MultiPolygon', coordinates: [square(114.06, 22.54, 0.001), square(114.07, 22.54, 0.001)] }, { name: null, completed: null, openForParking: false, stalls: null, entrances: null, 备注列: '', 面积: null }),
  ],
};
let folder: string;
beforeAll(() => {
  provideDatabases(nodeDatabases);
  folder = mkdtempSync(join(tmpdir(), 'undercroft-gpkg-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = async (layers: Layer[], options = {}) => (await geopackage.write!(layers, options)).files[0];
const read = (bytes: Uint8Array, name = 'x.gpkg'): Promise<RawLayer[]> => geopackage.read!([{ name, bytes }], {});
const onDisk = async (layers: Layer[], options = {}) => {
  const { name, bytes } = await written(layers, options);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('layers as GeoPackage', () => {
  it('come back as they were, and the same bytes each time', async () => {
    const { name, bytes } = await written([SHELTERS]);
    expect(name).toBe('人防工程.gpkg');
    expect(geopackage.sniff({ name, bytes })).toBe(true);
    expect((await written([SHELTERS])).bytes).toEqual(bytes);
    const [layer] = await read(bytes);
    expect(layer).toMatchObject({ name: '人防工程', crs: { code: 'EPSG:4490', reason: 'stated' }, issues: [] });
    expect(layer.features.map(({ geometry }) => geometry)).toEqual(SHELTERS.features.map(({ geometry }) => geometry));
    expect(layer.features[0].properties).toMatchObject({ name: '人民路地下室 🏗', completed: '2009-12-01', openForParking: true, stalls: 0, 备注列: '空格 与“引号”', 面积: 12.5, entrances: '[[114.0572,22.5432]]' });
    expect(layer.features[1].properties).toMatchObject({ name: null, openForParking: false, stalls: null, 备注列: '' });
  });

  it('stand in the planning CRS where that is asked for', async () => {
    const { bytes } = await written([SHELTERS], { crs: 'EPSG:4547' });
    const [layer] = await read(bytes);
    expect(layer.crs?.code).toBe('EPSG:4547');
    const [x, y] = (layer.features[0].geometry as { coordinates: number[][][] }).coordinates[0][0];
    const [lon, lat] = planeByCode('4547').inverse(x, y);
    expect([lon, lat].map((value) => value.toFixed(9))).toEqual(['114.057100000', '22.543100000']);
  });

  it('a column whose name would change what objects are is left out and told', async () => {
    const db = await openDatabase((await written([SHELTERS])).bytes);
    db.exec('ALTER TABLE 人防工程 RENAME COLUMN 备注列 TO __proto__');
    const [layer] = await read(db.bytes());
    expect(layer.columns).not.toContain('__proto__');
    expect(layer.features.map(({ properties }) => Object.getPrototypeOf(properties) === Object.prototype)).toEqual([true, true]);
    expect(layer.issues).toMatchObject([{ code: 'geopackage.column-name', params: { n: 2, field: '__proto__' } }]);
  });

  it('tables that QGIS keeps beside the layers are none of them', async () => {
    const db = await openDatabase((await written([SHELTERS])).bytes);
    db.exec("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT); INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('layer_styles', 'attributes', 'layer_styles', 0)");
    expect((await read(db.bytes())).map(({ name }) => name)).toEqual(['人防工程']);
  });

  it(`are listed by ogrinfo with type, CRS, count and Chinese text${NO_GDAL}`, async ({ skip }) => {
    if (!hasGdal) skip();
    const path = await onDisk([SHELTERS, { id: 'roads', schema: 'road-project', name: '道路', features: [feature('r', { type: 'LineString', coordinates: [[114, 22.5], [114.01, 22.51]] }, { name: '深南大道' })] }]);
    const text = gdal('ogrinfo', '-al', path)!;
    expect(text).not.toMatch(/warning|error/i);
    expect(text).toMatch(/Layer name: 人防工程\nGeometry: Unknown \(any\)\nFeature Count: 2/);
    expect(text).toMatch(/Layer name: 道路\nGeometry: Line String\nFeature Count: 1/);
    expect(text.match(/ID\["EPSG",4490\]/g)).toHaveLength(2);
    for (const line of ['name (String) = 人民路地下室 🏗', '备注列 (String) = 空格 与“引号”', 'completed (Date) = 2009/12/01', 'openForParking (Integer(Boolean)) = 1', 'stalls (Real) = 0', '面积 (Real) = 12.5']) expect(text).toContain(line);
    expect(text).toContain('name (String) = 深南大道');
  });

  it(`of GDAL are read: heights left out and told, views, CRS, Chinese names${NO_GDAL}`, async ({ skip }) => {
    if (!hasGdal) skip();
    const source = join(folder, 'in.geojson'), path = join(folder, 'gdal.gpkg');
    writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features: [
      { type: 'Feature', properties: { 名称: '甲', 数量: 3, 开放: true }, geometry: { type: 'Point', coordinates: [114.05, 22.54, 12] } },
      { type: 'Feature', properties: { 名称: '乙', 数量: null, 开放: false }, geometry: { type: 'Point', coordinates: [114.06, 22.55, 13] } },
    ] }));
    gdal('ogr2ogr', '-f', 'GPKG', path, source, '-nln', '停车场', '-t_srs', 'EPSG:4547', '-dim', 'XYZ');
    gdal('ogrinfo', path, '-sql', 'CREATE VIEW 大停车场 AS SELECT * FROM 停车场 WHERE 数量 > 1');
    gdal('ogrinfo', path, '-sql', "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('大停车场', '大停车场', 'features', 4547)");
    gdal('ogrinfo', path, '-sql', "INSERT INTO gpkg_geometry_columns VALUES ('大停车场', 'geom', 'POINT', 4547, 1, 0)");
    const layers = await read(readFileSync(path));
    expect(layers.map(({ name, features, crs }) => [name, features.length, crs?.code])).toEqual([['停车场', 2, 'EPSG:4547'], ['大停车场', 1, 'EPSG:4547']]);
    expect(layers[0].issues).toMatchObject([{ code: 'geopackage.heights', severity: 'info', params: { n: 2, what: 'Z' } }]);
    expect(layers[0].features[0]).toMatchObject({ id: 1, properties: { 名称: '甲', 数量: 3, 开放: true } });
    const [x, y] = (layers[0].features[0].geometry as { coordinates: number[] }).coordinates;
    expect(planeByCode('4547').inverse(x, y).map((value) => value.toFixed(7))).toEqual(['114.0500000', '22.5400000']);
  });

  it(`with curves are read but for the curves${NO_GDAL}`, async ({ skip }) => {
    if (!hasGdal) skip();
    const source = join(folder, 'curves.csv'), path = join(folder, 'curves.gpkg');
    writeFileSync(source, 'name,WKT\n弧,"CIRCULARSTRING(0 0,1 1,2 0)"\n直,"LINESTRING(0 0,1 1)"\n空,"LINESTRING EMPTY"\n');
    gdal('ogr2ogr', '-f', 'GPKG', path, source, '-oo', 'GEOM_POSSIBLE_NAMES=WKT', '-oo', 'KEEP_GEOM_COLUMNS=NO', '-nlt', 'GEOMETRY', '-a_srs', 'EPSG:4490');
    const [{ features, issues }] = await read(readFileSync(path));
    expect(issues).toMatchObject([{ code: 'geopackage.curve', severity: 'error', rows: [1], params: { what: 'CircularString' } }]);
    expect(features.map(({ properties }) => properties['name'])).toEqual(['弧', '直', '空']);
    const { features: kept, rejected } = readFeatures(features, schemaOf('walking-network'), 'x');
    expect([kept.length, rejected.length]).toEqual([1, 2]);
  });
});
