import { describe, expect, it } from 'vitest';
import { approximateIssue, CRS_CHOICES, crsByCode } from '../../geo/crs/index.ts';
import { say } from '../../geo/messages/index.ts';
import { numbers } from '../support/numbers.ts';
import { hasShared, readShared } from '../support/shared.ts';

/** A box that the Crs is made for: its zone and what lies beside it, else China. */
function boxOf({ id, params }: (typeof CRS_CHOICES)[number]): [west: number, south: number, east: number, north: number] {
  const half = id.startsWith('three') ? 2.5 : 4;
  if (id === 'utm-south') return [params['meridian'] - half, -79, params['meridian'] + half, 0];
  if (id === 'utm-north') return [params['meridian'] - half, 0, params['meridian'] + half, 83];
  return 'meridian' in params ? [params['meridian'] - half, 3, params['meridian'] + half, 54] : [73.5, 3.5, 135, 53.5];
}

describe('the table of CRS', () => {
  it('has every zone of CGCS2000 and UTM, each code once, with a name in both languages', () => {
    expect(CRS_CHOICES.length).toBe(2 + 2 * 21 + 2 * 11 + 2 * 60 + 3);
    expect(new Set(CRS_CHOICES.map(({ code }) => code)).size).toBe(CRS_CHOICES.length);
    const names = CRS_CHOICES.map(({ id, params }) => say(`crs.name.${id}`, 'zh', params));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /crs\.|[{}]/.test(name))).toEqual([]);
    for (const { kind } of CRS_CHOICES) expect(say(`crs.kind.${kind}`, 'en')).not.toBe(`crs.kind.${kind}`);
  });

  it.each(CRS_CHOICES.map((choice) => [choice.code, choice] as const))('%s leads there and back within 1e-9° and a micrometre', (code, choice) => {
    const crs = crsByCode(code);
    expect([crs.code, crs.kind, crs.importOnly ?? false]).toEqual([code, choice.kind, choice.importOnly]);
    const [west, south, east, north] = boxOf(choice);
    const random = numbers(choice.code.length + west);
    for (let i = 0; i < 200; i++) {
      const lon = west + (east - west) * random(), lat = south + (north - south) * random();
      const [x, y] = crs.fromDegrees(lon, lat);
      const [backLon, backLat] = crs.toDegrees(x, y);
      expect(Math.max(Math.abs(backLon - lon), Math.abs(backLat - lat))).toBeLessThan(1e-9);
      const [againX, againY] = crs.fromDegrees(backLon, backLat);
      expect(Math.max(Math.abs(againX - x), Math.abs(againY - y))).toBeLessThan(crs.unit === 'metre' ? 1e-6 : 1e-9);
    }
  });

  it.each([
    ['4547', 'EPSG:4547'], [' epsg:4526 ', 'EPSG:4526'], ['urn:ogc:def:crs:EPSG::4549', 'EPSG:4549'], ['urn:ogc:def:crs:EPSG:9.8.1:4549', 'EPSG:4549'],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', 'EPSG:4490'], ['http://www.opengis.net/gml/srs/epsg.xml#32650', 'EPSG:32650'], ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'], ['OGC:CRS84', 'EPSG:4326'], ['wgs84', 'EPSG:4326'], ['gcj02', 'GCJ-02'], ['bd09ll', 'BD-09'], ['ESRI:102100', 'EPSG:3857'],
  ])('reads %s as %s', (text, code) => expect(crsByCode(text).code).toBe(code));

  it.each(['EPSG:2437', 'EPSG:4610', 'LOCAL:', '', 'EPSG:', '4547x', 'EPSG:4555', 'constructor'])('refuses %s as the user\'s to put right', (text) => {
    expect(() => crsByCode(text)).toThrow(expect.objectContaining({ name: 'UserError', code: 'crs.unlisted' }));
  });

  it('lists an issue for what comes from the shifted systems of web maps, and for nothing else', () => {
    expect(approximateIssue(crsByCode('EPSG:4547'), ['a'])).toBeNull();
    expect(approximateIssue(crsByCode('GCJ-02'), ['a', 'b'])).toMatchObject({ code: 'crs.approximate', severity: 'warning', features: ['a', 'b'], params: { n: 2, crs: 'GCJ-02' } });
  });
});

describe('web maps', () => {
  it('has web mercator as PROJ 9.1.1 has it', () => {
    const [x, y] = crsByCode('EPSG:3857').fromDegrees(113.5767, 22.2707);
    expect(x).toBeCloseTo(12643300.41, 3);
    expect(y).toBeCloseTo(2544057.1821, 3);
  });
  it('shifts nothing outside of the box of GCJ-02', () => {
    for (const code of ['GCJ-02', 'BD-09']) expect(crsByCode(code).fromDegrees(7.42, 43.73)).toEqual([7.42, 43.73]);
  });
});

describe.skipIf(!hasShared('oracles.json'))('worked examples', () => {
  interface Oracles { crs: { 'EPSG:4547': number[][]; 'EPSG:4526_x_offset': number; gcj02: number[] } }
  const { crs: oracle } = hasShared('oracles.json') ? readShared<Oracles>('oracles.json') : { crs: { 'EPSG:4547': [], 'EPSG:4526_x_offset': 0, gcj02: [] } };
  it('CGCS2000 with and without the zone number', () => {
    for (const [lon, lat, x, y] of oracle['EPSG:4547']) {
      const [east, north] = crsByCode('EPSG:4547').fromDegrees(lon, lat);
      expect(Math.abs(east - x) + Math.abs(north - y)).toBeLessThan(2e-4);
      expect(crsByCode('EPSG:4526').fromDegrees(lon, lat)[0] - east).toBeCloseTo(oracle['EPSG:4526_x_offset'], 6);
    }
  });
  it('GCJ-02', () => {
    const [lon, lat, x, y] = oracle.gcj02;
    const [gLon, gLat] = crsByCode('GCJ-02').fromDegrees(lon, lat);
    expect(Math.abs(gLon - x) + Math.abs(gLat - y)).toBeLessThan(1e-12);
  });
});
