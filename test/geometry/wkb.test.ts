import { describe, expect, it } from 'vitest';
import { readWkb, toWkb, WkbError } from '../../geo/index.ts';

/** A line of two positions with as many numbers each, in either byte order. */
function line(type: number, little: boolean, stride: number, srid = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(9 + (srid ? 4 : 0) + 2 * stride * 8));
  view.setUint8(0, little ? 1 : 0);
  view.setUint32(1, type, little);
  const at = srid ? 9 : 5;
  view.setUint32(at, 2, little);
  for (let i = 0; i < 2 * stride; i++) view.setFloat64(at + 4 + i * 8, [114.5, 22.5, 7, 9][i % stride] + Math.floor(i / stride), little);
  return new Uint8Array(view.buffer);
}
const LINE = { type: 'LineString', coordinates: [[114.5, 22.5], [115.5, 23.5]] };

describe('well-known binary of other programs', () => {
  it.each([
    ['plain', 2, 2, ''], ['Z of ISO', 1002, 3, 'Z'], ['M of ISO', 2002, 3, 'M'], ['ZM of ISO', 3002, 4, 'ZM'], ['Z of PostGIS', 0x80000002, 3, 'Z'], ['M of PostGIS', 0x40000002, 3, 'M'], ['ZM of PostGIS', 0xc0000002, 4, 'ZM'],
  ])('%s, in both byte orders', (_, type, stride, dropped) => {
    for (const little of [true, false]) expect(readWkb(line(type, little, stride))).toEqual({ geometry: LINE, dropped });
  });
  it('with an SRID before the count', () => expect(readWkb(line(0x20000002, true, 2, true)).geometry).toEqual(LINE));

  it('says what is no GeoJSON, and never reads past the end', () => {
    const reason = (bytes: Uint8Array) => { try { readWkb(bytes); return 'read'; } catch (error) { return error instanceof WkbError ? error.reason : String(error); } };
    expect([8, 10, 1011, 2012, 3009].map((type) => reason(line(type, true, 2)))).toEqual(Array.from({ length: 5 }, () => 'curve'));
    expect([0, 99, 5002].map((type) => reason(line(type, true, 2)))).toEqual(Array.from({ length: 3 }, () => 'broken'));
    const whole = toWkb({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]] });
    for (let size = 0; size < whole.length; size++) expect([size, reason(whole.slice(0, size))]).toEqual([size, 'broken']);
    const nested = new Uint8Array(9 * 500);
    for (let i = 0; i < 500; i++) nested.set([1, 7, 0, 0, 0, 1, 0, 0, 0], i * 9);
    expect(reason(nested)).toBe('broken');
  });
});
