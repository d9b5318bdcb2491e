import type { Feature, Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crsByCode, mapPositions, openSource, plainLayer, provideDatabases, reprojectGeometry, writeLayers, type FormatId, type Properties } from '../../geo/index.ts';
import { unzip } from '../../geo/io/zip.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { farthest } from '../support/compare.ts';
import { hasGdal, NO_GDAL } from '../support/gdal.ts';
import { gdalFolder } from '../support/gdal-folder.ts';
import { layerOf, SHAPES } from '../support/layers.ts';

/** Degrees that are far below a millimetre, and the millimetre itself. */
const FINE = 1e-9, MILLIMETRE = 1e-3;
const ROWS: readonly Properties[] = [
  { id: 'A-1', 工程名: '中山路地下車庫', area_m2: 3210.55, levels_n: 2, openNow: true, since: '2024-06-01', note: '逗号, “引号” "q" 与分号;' },
  { id: 'A-2', 工程名: '人民广场（二期）', area_m2: -0.125, levels_n: null, openNow: false, since: null, note: '50%' },
  { id: 'A-3', 工程名: null, area_m2: null, levels_n: 120000, openNow: null, since: '1999-12-31', note: null },
];
const NAMES = Object.keys(ROWS[0]).filter((name) => name !== 'id');
const LAYERS = [layerOf('boundary', '人防工程面', (['holed', 'pair', 'holed'] as const).map((shape, i) => [SHAPES[shape], ROWS[i]])), layerOf('boundary', '道路', [[SHAPES.line, ROWS[0]], [SHAPES.line, ROWS[2]]]), layerOf('boundary', '口部', ROWS.map((row) => [SHAPES.point, row]))];

/** A value as every format can say it: text, or nothing. */
const plain = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : value === true || value === 'T' ? '1' : value === false || value === 'F' ? '0' : String(value).replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3'));

interface Format {
  id: FormatId;
  ending: string;
  driver: string;
  /** Where places are written, besides degrees. */
  planes?: readonly string[];
  /** Told to GDAL when it writes, and when it reads. */
  make?: readonly string[];
  open?: readonly string[];
  /** Formats that say numbers and logicals as words. */
  words?: (value: unknown) => string | null;
  /** A table: no geometry is written. */
  placeless?: boolean;
  /** What GDAL 3.6 makes of a column's name. */
  column?: (name: string) => string;
}
/** LIBKML puts an underscore for each byte beyond ASCII of a name. */
const launder = (name: string): string => [...new TextEncoder().encode(name)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : '_')).join('');
const truths = (yes: string, no: string) => (value: unknown) => (value === yes ? '1' : value === no ? '0' : plain(value));
const FORMATS: readonly Format[] = [
  { id: 'geojson', ending: 'geojson', driver: 'GeoJSON', make: ['-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=12'] },
  { id: 'geojson-lines', ending: 'ndjson', driver: 'GeoJSONSeq', make: ['-lco', 'COORDINATE_PRECISION=12'] },
  { id: 'geopackage', ending: 'gpkg', driver: 'GPKG', planes: ['EPSG:4547', 'EPSG:4526', 'EPSG:32650'] },
  { id: 'shapefile', ending: 'shp', driver: 'ESRI Shapefile', planes: ['EPSG:4547'], make: ['-lco', 'ENCODING=UTF-8'] },
  { id: 'kml', ending: 'kml', driver: 'LIBKML', words: truths('true', 'false'), column: launder },
  { id: 'kmz', ending: 'kmz', driver: 'LIBKML', words: truths('true', 'false'), column: launder },
  { id: 'csv', ending: 'csv', driver: 'CSV', make: ['-lco', 'GEOMETRY=AS_WKT', '-lco', 'CREATE_CSVT=NO'], open: ['-oo', 'EMPTY_STRING_AS_NULL=YES'], words: truths('是', '否'), placeless: true },
  { id: 'excel', ending: 'xlsx', driver: 'XLSX', placeless: true },
];

describe.skipIf(!hasGdal)(`round trips with GDAL, every attribute and every place${NO_GDAL}`, () => {
  const folder = gdalFolder();
  beforeAll(() => provideDatabases(nodeDatabases));
  afterAll(() => folder.remove());

  const compare = (found: readonly Pick<Feature, 'geometry' | 'properties'>[], layer: (typeof LAYERS)[number], { words = plain, placeless, column = (name) => name }: Format, tolerance: number, target = (geometry: Geometry) => geometry) => {
    expect(found).toHaveLength(layer.features.length);
    found.forEach(({ geometry, properties }, i) => {
      const { geometry: shape, properties: row } = layer.features[i];
      expect(NAMES.map((name) => words(properties![column(name)]))).toEqual(NAMES.map((name) => plain(row[name])));
      if (!placeless) expect(farthest(geometry, target(shape))).toBeLessThan(tolerance);
    });
  };

  describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
    it.each(['EPSG:4490', ...format.planes ?? []])('written here in %s is what GDAL reads', async (code) => {
      for (const layer of LAYERS) {
        const { files } = await writeLayers(format.id, [layer], format.planes ? { crs: code } : {});
        const parts = format.id === 'shapefile' ? (await unzip(files[0].bytes)).map(({ path, bytes }) => ({ name: path, bytes })) : [{ name: `here.${format.ending}`, bytes: files[0].bytes }];
        folder.put(parts);
        const crs = crsByCode(code), metres = crs.unit === 'metre';
        const { features } = folder.read(format.id === 'shapefile' ? `${layer.name}.shp` : `here.${format.ending}`, ...format.open ?? []);
        compare(features, layer, format, metres ? MILLIMETRE : FINE, (geometry) => (metres ? mapPositions(geometry, ([x, y]) => crs.fromDegrees(x, y)) : geometry));
      }
    });

    it.each(['EPSG:4490', ...format.planes ?? []])('written by GDAL in %s is what is read here', async (code) => {
      for (const [n, layer] of LAYERS.entries()) {
        folder.put([{ name: 'in.json', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: layer.features })) }]);
        const base = `gdal-${code.slice(5)}-${n}`, name = `${base}.${format.ending}`;
        folder.make(format.driver, name, 'in.json', ...format.make ?? [], ...(format.planes ? ['-s_srs', 'EPSG:4490', '-t_srs', code] : []));
        const source = await openSource(folder.take(...(format.id === 'shapefile' ? ['shp', 'shx', 'dbf', 'prj', 'cpg'].map((ending) => `${base}.${ending}`) : [name])));
        const [raw] = source.layers, metres = crsByCode(code).unit === 'metre';
        if (format.planes) expect(raw.crs?.code).toBe(code);
        // The KML of GDAL holds the name of a column as it is; tables of GDAL hold places as WKT.
        const crs = crsByCode(code);
        compare(raw.features as Feature[], layer, { ...format, column: (one) => one, placeless: format.id === 'excel' }, metres ? MILLIMETRE : FINE, (geometry) => (metres ? mapPositions(geometry, ([x, y]) => crs.fromDegrees(x, y)) : geometry));
      }
    });

    it('there and back, through the reading of an import, changes nothing', async () => {
      const layer = LAYERS[0];
      const { files } = await writeLayers(format.id, [layer], format.planes ? { crs: format.planes[0] } : {});
      const { layers: [raw] } = await openSource(files);
      const { layer: back } = plainLayer(raw, raw.crs?.code ?? null, { keepPlaceless: true });
      compare(back.features, layer, { ...format, column: (one) => one }, 1e-8);
    });
  });

  it('drawings hold every vertex to the millimetre', async () => {
    const crs = crsByCode('EPSG:4547'), layer = layerOf('boundary', '图', [[SHAPES.pair, {}], [SHAPES.line, {}], [SHAPES.point, {}]]);
    const { files } = await writeLayers('dxf', [layer], { crs: 'EPSG:4547' });
    folder.put([{ name: 'w.dxf', bytes: files[0].bytes }]);
    const { features } = folder.read('w.dxf', '--config', 'DXF_ENCODING', 'UTF-8');
    const ofGdal = features.filter(({ properties }) => properties!['Text'] === undefined || properties!['Text'] === null).map(({ geometry }) => geometry);
    const { layers } = await openSource(files);
    const ours = layers.flatMap((one) => one.features).map(({ geometry }) => geometry!);
    const [first, second, line, point] = ours;
    expect(farthest(reprojectGeometry({ type: 'GeometryCollection', geometries: [first, second] }, crs), SHAPES.pair)).toBeLessThan(1e-8);
    expect(farthest(reprojectGeometry(line, crs), SHAPES.line)).toBeLessThan(1e-8);
    expect(farthest(reprojectGeometry(point, crs), SHAPES.point)).toBeLessThan(1e-8);
    ours.forEach((geometry, i) => expect(farthest(geometry, ofGdal[i])).toBeLessThan(MILLIMETRE));
  });
});
