import { describe, expect, it } from 'vitest';
import { crsByCode, crsFromWkt, localGrid, type LocalGrid } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';
import { OLD_SAMPLES, WKT_SAMPLES } from './wkt-samples.ts';

const ESRI_4526 = WKT_SAMPLES.find(([by, code]) => by === 'ArcGIS' && code === 'EPSG:4526')![2];
const GEOGCS = 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const city = (parameters: string, name = '珠海独立坐标系', geogcs = GEOGCS) => `PROJCS["${name}",${geogcs},PROJECTION["Gauss_Kruger"],${parameters},UNIT["Meter",1.0]]`;
const CM = 'PARAMETER["False_Easting",100000.0],PARAMETER["False_Northing",-2400000.0],PARAMETER["Central_Meridian",113.35],PARAMETER["Scale_Factor",1.0]';

describe('well-known text of the table', () => {
  it.each(WKT_SAMPLES)('%s, %s', (_, code, wkt) => {
    const crs = crsFromWkt(wkt);
    expect(crs?.code).toBe(code);
    expect(crs).toBe(crsByCode(code));
  });
  it('goes by the parameters: a name without a meaning, round brackets, lines and a byte-order mark are no hindrance', () => {
    const odd = ESRI_4526.replace('CGCS2000_3_Degree_GK_Zone_38', 'myproj').replaceAll('[', '(').replaceAll(']', ')').replaceAll(',', ',\r\n  ');
    expect(crsFromWkt(`\uFEFF${odd}\n`)?.code).toBe('EPSG:4526');
  });
  it('takes the horizontal part of a compound CRS, and what a bound one is bound from', () => {
    const [, , wkt2] = WKT_SAMPLES.find(([by, code]) => by === 'QGIS' && code === 'EPSG:4547')!;
    expect(crsFromWkt(`COMPD_CS["x + 1985",${ESRI_4526},VERT_CS["1985 国家高程基准",VERT_DATUM["1985",2005],UNIT["metre",1],AXIS["H",UP]]]`)?.code).toBe('EPSG:4526');
    expect(crsFromWkt(`BOUNDCRS[SOURCECRS[${wkt2}],TARGETCRS[${wkt2}],ABRIDGEDTRANSFORMATION["none",METHOD["x"]]]`)?.code).toBe('EPSG:4547');
  });
});

describe('a projection of the city\'s own', () => {
  it('becomes a local CRS that can be kept as JSON and made again', () => {
    const crs = crsFromWkt(city(CM))!;
    expect(crs).toMatchObject({ code: 'LOCAL:珠海独立坐标系', kind: 'local', unit: 'metre' });
    expect(crs.fromDegrees(113.35, 22.2)[0]).toBeCloseTo(100_000, 6);
    const again = localGrid(JSON.parse(JSON.stringify(crs.definition)) as LocalGrid);
    expect(again.toDegrees(123_456, 60_000)).toEqual(crs.toDegrees(123_456, 60_000));
  });
  it('may have its origin beside the equator', () => {
    const crs = crsFromWkt(city(`${CM.replace('-2400000.0', '0')},PARAMETER["Latitude_Of_Origin",22.0]`))!;
    const [x, y] = crs.fromDegrees(113.35, 22);
    expect(x).toBeCloseTo(100_000, 6);
    expect(y).toBeCloseTo(0, 6);
  });
});

describe('older datums', () => {
  it.each(OLD_SAMPLES)('%s, %s: the user needs seven parameters', (_, datum, wkt) => {
    expect(() => crsFromWkt(wkt)).toThrow(expect.objectContaining({ name: 'UserError', code: 'crs.datum', params: { datum: expect.stringContaining(datum) as string } }));
  });
  it('are not shifted by what the file states in TOWGS84 either', () => {
    const bound = GEOGCS.replace('298.257222101]', '298.257222101],TOWGS84[12,-113,-41,0,0,0,0]');
    expect(() => crsFromWkt(city(CM, 'x', bound))).toThrow(expect.objectContaining({ code: 'crs.datum' }));
    expect(crsFromWkt(city(CM, 'x', bound.replace('12,-113,-41', '0,0,0')))?.code).toBe('LOCAL:x');
  });
  it('and others that only share an ellipsoid', () => {
    const other = GEOGCS.replace('GCS_China_Geodetic_Coordinate_System_2000', 'GCS_North_American_1983').replace('D_China_2000', 'D_North_American_1983');
    expect(() => crsFromWkt(other)).toThrow(expect.objectContaining({ code: 'crs.datum', params: { datum: 'North American 1983' } }));
  });
  it('are read with the parameters of the survey office', () => {
    const wkt = OLD_SAMPLES.find(([by, datum]) => by === 'ArcGIS' && datum === 'Xian')![2];
    const crs = crsFromWkt(wkt, { dx: -100, dy: 20, dz: 30, rx: 0, ry: 0, rz: 0, ppm: 0, rotation: 'coordinate-frame' })!;
    expect(crs.definition).toMatchObject({ kind: 'datum', ellipsoid: { a: 6378140 }, projection: { centralMeridian: 114, falseEasting: 500_000 } });
    const [lon, lat] = crs.toDegrees(456_372, 2_463_836);
    expect(Math.abs(lon - 113.5767)).toBeLessThan(0.003);
    const [x, y] = crs.fromDegrees(lon, lat);
    expect(Math.abs(x - 456_372) + Math.abs(y - 2_463_836)).toBeLessThan(1e-6);
  });
});

describe('what is no such CRS', () => {
  it.each([
    ['nothing', ''], ['a letter', 'hello'], ['half of a file', ESRI_4526.slice(0, 200)], ['two of them', `${ESRI_4526}${ESRI_4526}`], ['another projection', ESRI_4526.replace('Gauss_Kruger', 'Lambert_Conformal_Conic')],
    ['feet', ESRI_4526.replace('UNIT["Meter",1.0]', 'UNIT["Foot_US",0.304800609601219]')], ['another prime meridian', ESRI_4526.replace('["Greenwich",0.0]', '["Paris",2.33]')],
    ['no central meridian', ESRI_4526.replace('Central_Meridian', 'Somewhere')], ['a scale of 0', ESRI_4526.replace('"Scale_Factor",1.0', '"Scale_Factor",0')], ['no datum', 'GEOGCS["x",PRIMEM["Greenwich",0]]'],
    ['brackets without end', '['.repeat(1000)], ['a tree without end', 'A['.repeat(5000)], ['a vertical CRS', 'VERT_CS["x",VERT_DATUM["y",2005],UNIT["metre",1]]'], ['a compound of nothing', 'COMPD_CS["x"]'],
  ])('%s', (_, text) => expect(crsFromWkt(text)).toBeNull());

  it('never fails on text that was cut or soiled', () => {
    const random = numbers(5);
    for (let i = 0; i < 2000; i++) {
      const [, , wkt] = WKT_SAMPLES[i % WKT_SAMPLES.length];
      const at = Math.floor(random() * wkt.length);
      const soiled = wkt.slice(0, at) + '["],0(A\u0000'[Math.floor(random() * 8)] + wkt.slice(at + Math.floor(random() * 5));
      try {
        crsFromWkt(soiled);
      } catch (error) {
        expect(error).toMatchObject({ name: 'UserError' });
      }
    }
  });
});
