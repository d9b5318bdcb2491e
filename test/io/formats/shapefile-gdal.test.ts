import type { Feature } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { crsByCode, mapPositions, type Properties } from '../../../geo/index.ts';
import { shapefile } from '../../../geo/io/formats/shapefile/index.ts';
import { unzip } from '../../../geo/io/zip.ts';
import { farthest } from '../../support/compare.ts';
import { hasGdal, NO_GDAL } from '../../support/gdal.ts';
import { gdalFolder } from '../../support/gdal-folder.ts';
import { layerOf, SHAPES } from '../../support/layers.ts';

const MILLIMETRE = 0.001;
const NAMES = ['编号', '工程名', 'area_m2', 'levels_n', 'openNow', 'since'];
const rows: Properties[] = [
  { 编号: 'A-1', 工程名: '中山路地下車庫', area_m2: 3210.55, levels_n: 2, openNow: true, since: '2024-06-01' },
  { 编号: 'A-2', 工程名: '人民广场（二期）', area_m2: -0.125, levels_n: null, openNow: false, since: null },
  { 编号: 'A-3', 工程名: null, area_m2: null, levels_n: 120000, openNow: null, since: '1999-12-31' },
];
const layer = (name: string, ...shapes: (keyof typeof SHAPES)[]) => layerOf('boundary', name, shapes.map((shape, i) => [SHAPES[shape], rows[i]]));
const LAYERS = [layer('人防工程面', 'holed', 'pair', 'holed'), layer('道路', 'line', 'line'), layer('口部', 'point', 'point', 'point')];
/** GDAL 3.6 gives a logical as a number or a letter, a date with slashes, numbers as numbers. */
const plain = (value: unknown) => (value === 'T' || value === true || value === 1 ? true : value === 'F' || value === false || value === 0 ? false : typeof value === 'string' ? value.replaceAll('/', '-') : value ?? null);

describe.skipIf(!hasGdal)(`shapefiles and GDAL${NO_GDAL}`, () => {
  const folder = gdalFolder();
  afterAll(() => folder.remove());

  describe.each(['utf-8', 'gbk'])('written in %s', (encoding) => {
    it.each([['EPSG:4490', 'China Geodetic Coordinate System 2000', 1e-9], ['EPSG:4547', 'CGCS2000 / 3-degree Gauss-Kruger CM 114E', MILLIMETRE], ['EPSG:4526', 'CGCS2000 / 3-degree Gauss-Kruger zone 38', MILLIMETRE], ['EPSG:4508', 'CGCS2000 / Gauss-Kruger CM 111E', MILLIMETRE], ['EPSG:32650', 'WGS 84 / UTM zone 50N', MILLIMETRE]])('in %s is read by GDAL: CRS, places, attributes', async (code, crsName, tolerance) => {
      const { files } = await shapefile.write!(LAYERS, { encoding, crs: code, language: 'en' });
      folder.put((await unzip(files[0].bytes)).map(({ path, bytes }) => ({ name: path, bytes })));
      const crs = crsByCode(code);
      for (const one of LAYERS) {
        expect(folder.summary(`${one.name}.shp`)).toContain(`"${crsName}"`);
        const { features } = folder.read(`${one.name}.shp`);
        expect(features).toHaveLength(one.features.length);
        features.forEach((found: Feature, i) => {
          expect(farthest(found.geometry, mapPositions(one.features[i].geometry, ([x, y]) => crs.fromDegrees(x, y)))).toBeLessThan(tolerance);
          expect(NAMES.map((name) => plain(found.properties![name]))).toEqual(NAMES.map((name) => plain(one.features[i].properties[name])));
        });
      }
      expect(folder.summary('人防工程面.shp')).toContain('since: Date');
    });
  });

  it.each([['UTF-8', 'utf-8', 'EPSG:4547'], ['GBK', 'gb18030', 'EPSG:4526'], ['CP936', 'gb18030', 'EPSG:4490']])('written by GDAL in %s are read: letters, places, CRS', async (encoding, label, code) => {
    const typed = { 编号: 'String', 工程名: 'String', area_m2: 'Real', levels_n: 'Integer', since: 'Date' };
    for (const one of LAYERS) {
      const base = `${label}-${one.name}`;
      folder.put([{ name: 'in.json', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: one.features })) }]);
      folder.make('ESRI Shapefile', `${base}.shp`, 'in.json', '-lco', `ENCODING=${encoding}`, '-s_srs', 'EPSG:4490', '-t_srs', code, '-select', Object.keys(typed).join(','));
      for (const withCpg of [true, false]) {
        const endings = ['shp', 'shx', 'dbf', 'prj', ...(withCpg ? ['cpg'] : [])];
        const [read] = await shapefile.read!(folder.take(...endings.map((ending) => `${base}.${ending}`)), {});
        expect(read.encoding?.encoding).toBe(label);
        expect(read.crs?.code).toBe(code);
        const crs = crsByCode(code);
        read.features.forEach(({ geometry, properties }, i) => {
          expect(farthest(geometry, mapPositions(one.features[i].geometry, ([x, y]) => crs.fromDegrees(x, y)))).toBeLessThan(code === 'EPSG:4490' ? 1e-9 : MILLIMETRE);
          expect(Object.keys(typed).map((name) => properties[name])).toEqual(Object.keys(typed).map((name) => one.features[i].properties[name] ?? null));
        });
      }
    }
  });
});
