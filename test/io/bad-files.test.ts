import { describe, expect, it } from 'vitest';
import { parseJson, readGeoJson } from '../../geo/io/index.ts';
import type { UserError } from '../../geo/model/index.ts';
import { point, textOf, proposed } from './reading.ts';

/** Code and parameters of the user's mistake; anything else that is thrown fails the test. */
function mistake(work: () => unknown): { code: string; params: Record<string, string | number> } {
  try {
    work();
  } catch (error) {
    expect(error).toHaveProperty('name', 'UserError');
    const { code, params } = error as UserError;
    return { code, params };
  }
  return expect.fail('nothing was thrown');
}
const reading = (text: string) => mistake(() => readGeoJson(text, { schema: 'demand-unit' }));
const WHOLE = textOf([point(), { name: '甲' }], [point(), { name: '乙' }]);

describe('a file that cannot be read', () => {
  it('that is empty, or blank, says so', () => {
    for (const text of ['', ' \n\t', '\ufeff', '\ufeff \n']) expect(reading(text).code).toBe('file.empty');
  });
  it('that is a web page or XML says so', () => {
    for (const text of ['<!doctype html><title>404</title>', '\n<kml></kml>', '\ufeff<?xml version="1.0"?>']) expect(reading(text).code).toBe('file.markup');
  });
  it('of another format shows how it begins', () => {
    expect(reading('id,name\n1,甲')).toEqual({ code: 'file.not-json', params: { start: 'id,name·1,甲' } });
    expect(reading('SQLite format 3\u0000').params).toEqual({ start: 'SQLite forma' });
  });
  it('cut anywhere is called cut off, with its line and length', () => {
    const text = WHOLE.replace('},{', '},\n{');
    expect(reading(text.slice(0, -5))).toEqual({ code: 'file.truncated', params: { line: 2, size: text.length - 5 } });
    for (let length = 1; length < WHOLE.length; length++) expect(reading(WHOLE.slice(0, length)).code, WHOLE.slice(0, length)).toBe('file.truncated');
  });
  it('with a fault in the middle names line, column and what stands there', () => {
    expect(reading('{\n "type": "FeatureCollection",\n "features": [}\n}')).toEqual({ code: 'file.syntax', params: { line: 3, column: 15, near: '} }' } });
    expect(reading('{"type" "Feature"}').params).toMatchObject({ line: 1, column: 9 });
    expect(reading('{"a":[1,2,]}').params).toMatchObject({ line: 1, column: 11 });
    expect(reading('{"a":1} x').params).toMatchObject({ line: 1, column: 9, near: 'x' });
    expect(reading("{'type':'Feature'}").params).toMatchObject({ line: 1, column: 2 });
  });
  it('with NaN or Infinity names the word and its line', () => {
    expect(reading('{"type":"FeatureCollection",\n"features":[{"stalls":NaN}]}')).toEqual({ code: 'file.nan', params: { word: 'NaN', line: 2 } });
    expect(reading('{"features":[-Infinity]}').params).toEqual({ word: '-Infinity', line: 1 });
  });
  it('too large is refused before it is parsed, with its size and the most', () => {
    const most = 1024 * 1024;
    expect(mistake(() => parseJson('['.repeat(most + 1), most))).toEqual({ code: 'file.too-large', params: { size: 2, most: 1 } });
    expect(mistake(() => parseJson('['.repeat(most), most)).code).toBe('file.truncated');
  });
  it('nested beyond all sense is said to be so, and no crash', () => {
    for (const depth of [3000, 20_000]) expect(reading(`${'['.repeat(depth)}${']'.repeat(depth)}`).code).toMatch(depth > 10_000 ? /^file.too-deep$/ : /^(?:file.too-deep|geojson.not)$/);
  });
  it.each([['[]', 1], ['{}', 1], ['[1,2]', 1], ['[1]', 1], ['[[1,2],3]', 2], ['[3,[1,2],[{}]]', 3], ['{"a":[1,2]}', 2]])('a thousand levels are read, one more is not: %s innermost', (inner, levels) => {
    const within = (depth: number) => `${'['.repeat(depth - levels)}${inner}${']'.repeat(depth - levels)}`;
    expect(JSON.stringify(parseJson(within(1000)))).toBe(within(1000));
    expect(mistake(() => parseJson(within(1001)))).toEqual({ code: 'file.too-deep', params: {} });
  });
});

describe('JSON that is no GeoJSON', () => {
  it.each([['5', '5'], ['"text"', '"text"'], ['[1,2]', '[…]'], ['null', 'null'], ['{}', '{}'], ['{"a":1,"b":2}', '{a, b}'], ['{"type":"Topology","objects":{}}', 'Topology'], ['{"type":{"toString":1}}', '{type}']])('%s', (text, type) => {
    const { code, params } = reading(text);
    expect({ code, params }).toEqual({ code: 'geojson.not', params: { type } });
  });
  it('a collection without a list of features says so', () => {
    expect(reading('{"type":"FeatureCollection"}').code).toBe('geojson.no-features');
    expect(reading('{"type":"FeatureCollection","features":{}}').code).toBe('geojson.no-features');
  });
  it('a projected CRS in the file is refused by its name', () => {
    const crs = (name: unknown) => `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":${JSON.stringify(name)}}},"features":[]}`;
    expect(reading(crs('urn:ogc:def:crs:EPSG::4547'))).toEqual({ code: 'crs.projected-file', params: { name: 'urn:ogc:def:crs:EPSG::4547' } });
    expect(reading(crs({ toString: 1 })).code).toBe('crs.projected-file');
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490']) expect(readGeoJson(crs(name), { schema: 'shelter' }).counts.read).toBe(0);
  });
  it('the proposal refuses the same files', async () => {
    for (const text of ['', '<a>', WHOLE.slice(0, 50), '{}', '{"type":"FeatureCollection"}']) await expect(proposed(text, 'x.geojson')).rejects.toMatchObject(reading(text));
  });
});

describe('a sound file', () => {
  it('may begin with a byte-order mark', () => {
    expect(readGeoJson(`\ufeff${WHOLE}`, { schema: 'demand-unit' }).layer).toEqual(readGeoJson(WHOLE, { schema: 'demand-unit' }).layer);
  });
  it('may be one feature, one geometry or a collection of geometries', () => {
    for (const text of [JSON.stringify({ type: 'Feature', properties: null, geometry: point() }), JSON.stringify(point()), JSON.stringify({ type: 'GeometryCollection', geometries: [point()] })]) expect(readGeoJson(text, { schema: 'demand-unit' }).counts).toEqual({ read: 1, kept: 1, fixed: 0, setAside: 0 });
  });
  it.each(['__proto__', '__pr\\u006fto__', '\\u005F_proto__'])('cannot change what objects are (%s)', (key) => {
    const { layer } = readGeoJson(`{"type":"Feature","properties":{"${key}":{"admin":true},"name":"甲"},"geometry":{"type":"Point","coordinates":[113,22]}}`, { schema: 'demand-unit' });
    expect('admin' in layer.features[0].properties).toBe(false);
    expect(layer.features[0].properties['name']).toBe('甲');
  });
});
