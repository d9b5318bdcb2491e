import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASK, crsByCode, detectCrs, UNKNOWN_GRID, type CrsGuess } from '../../geo/crs/index.ts';
import type { Extent } from '../../geo/model/index.ts';
import { ROOT } from '../support/imports.ts';

/** Fifty places from a corner to the north-east, about 5 km, as a file in this CRS has them. */
const file = (code: string, lon: number, lat: number, swapped = false): number[][] => Array.from({ length: 50 }, (_, i) => {
  const [x, y] = crsByCode(code).fromDegrees(lon + i / 1000, lat + i / 1500);
  return swapped ? [y, x] : [x, y];
});
const ZHUHAI: [number, number] = [113.53, 22.25];
const around = ([lon, lat]: [number, number]): Extent => [lon - 0.1, lat - 0.1, lon + 0.2, lat + 0.2];
const sure = (guesses: CrsGuess[]) => guesses[0].confidence >= ASK;

describe('what the numbers themselves tell', () => {
  it.each([
    ['degrees', 'EPSG:4490', ZHUHAI, 'EPSG:4490', 'range'],
    ['a 3-degree zone number', 'EPSG:4526', ZHUHAI, 'EPSG:4526', 'prefix'],
    ['the zone number of the next zone', 'EPSG:4525', ZHUHAI, 'EPSG:4525', 'prefix'],
    ['a 6-degree zone number', 'EPSG:4497', ZHUHAI, 'EPSG:4497', 'prefix'],
    ['web mercator', 'EPSG:3857', ZHUHAI, 'EPSG:3857', 'range'],
  ] as const)('%s, in either order', (_, code, [lon, lat], found, reason) => {
    for (const swapped of [false, true]) {
      const guesses = detectCrs(file(code, lon, lat, swapped));
      expect(guesses[0]).toMatchObject({ code: found, swapped, reason });
      expect(sure(guesses)).toBe(true);
    }
  });

  it('mentions GCJ-02 below degrees in China, and never more than that', () => {
    for (const near of [null, around(ZHUHAI)]) {
      const guesses = detectCrs(file('GCJ-02', ...ZHUHAI), { near });
      expect(guesses[0].code).toBe('EPSG:4490');
      expect(guesses.find(({ code }) => code === 'GCJ-02')!.confidence).toBeLessThan(0.05);
    }
  });

  it('takes degrees elsewhere as longitude, latitude', () => {
    const guesses = detectCrs(file('EPSG:4326', 7.42, 43.73));
    expect(guesses[0]).toMatchObject({ code: 'EPSG:4326', swapped: false });
    expect(sure(guesses)).toBe(true);
  });
});

describe('what has to be asked', () => {
  it('metres without a zone number: every zone of that latitude', () => {
    const guesses = detectCrs(file('EPSG:4547', ...ZHUHAI));
    expect(sure(guesses)).toBe(false);
    expect(guesses.map(({ code }) => code)).toEqual(expect.arrayContaining(['EPSG:4545', 'EPSG:4546', 'EPSG:4547', 'EPSG:32649', UNKNOWN_GRID]));
    expect(guesses.map(({ code }) => code)).not.toContain('EPSG:4554');
  });
  it('UTM beside CGCS2000 on the same meridian, a kilometre apart, though the project is there', () => {
    for (const code of ['EPSG:4548', 'EPSG:32650']) {
      const guesses = detectCrs(file(code, 117.2, 39), { near: [117.1, 38.9, 117.4, 39.2] });
      expect(guesses.slice(0, 2).map((guess) => guess.code)).toEqual(['EPSG:4548', 'EPSG:32650']);
      expect(sure(guesses)).toBe(false);
    }
  });
  it('a 6-degree zone number of the far west or web mercator of the north-east', () => {
    const guesses = detectCrs(file('EPSG:4492', 82, 44));
    expect(guesses.slice(0, 2).map(({ code }) => code).sort()).toEqual(['EPSG:3857', 'EPSG:4492']);
    expect(sure(guesses)).toBe(false);
  });
  it.each([
    ['a city grid', [[56372, 63836], [57000, 64000], [57210, 63120]]],
    ['a drawing in metres', [[120.3, 45.2], [300, 500], [12, 380]]],
    ['a drawing of some metres, which could be degrees', [[12.3, 45.2], [30, 50], [5, 63], [60, 60], [80, 10]]],
    ['numbers that are nothing known', [[1e9, 1e9], [1e9, 2e9]]],
  ])('%s', (_, positions) => {
    const guesses = detectCrs(positions);
    expect(sure(guesses)).toBe(false);
    expect(guesses.map(({ code }) => code)).toContain(UNKNOWN_GRID);
  });
});

describe('what the place of the project tells', () => {
  it.each([
    ['metres without a zone number', 'EPSG:4547', ZHUHAI], ['UTM of another meridian', 'EPSG:32649', ZHUHAI], ['UTM far away', 'EPSG:32632', [7.42, 43.73]], ['web mercator far away', 'EPSG:3857', [7.42, 43.73]],
  ] as const)('%s', (_, code, [lon, lat]) => {
    for (const swapped of [false, true]) {
      const guesses = detectCrs(file(code, lon, lat, swapped), { near: around([lon, lat]) });
      expect(guesses[0]).toMatchObject({ code, swapped, reason: 'near' });
      expect(sure(guesses)).toBe(true);
    }
  });
  it('latitude before longitude where both orders are degrees', () => {
    expect(detectCrs(file('EPSG:4326', 7.42, 43.73, true), { near: around([7.42, 43.73]) })[0]).toMatchObject({ swapped: true, reason: 'near' });
  });
  it('is not taken from a project elsewhere', () => {
    const guesses = detectCrs(file('EPSG:4547', ...ZHUHAI), { near: [7.4, 43.7, 7.5, 43.8] });
    expect(sure(guesses)).toBe(false);
  });
});

describe('bad rows', () => {
  it('no coordinates, no guess', () => {
    expect(detectCrs([])).toEqual([]);
    expect(detectCrs([[NaN, 1], [0, 0]])).toEqual([]);
  });
  it('a few rows with other numbers lower the confidence only', () => {
    const rows = file('EPSG:4526', ...ZHUHAI, true);
    const [clean] = detectCrs(rows), [soiled] = detectCrs([...rows, [0, 0], [1, 1], [113.5, 22.3]]);
    expect(soiled).toMatchObject({ code: 'EPSG:4526', swapped: true });
    expect(soiled.confidence).toBeLessThan(clean.confidence);
    expect(soiled.confidence).toBeGreaterThan(ASK);
  });
  it('gives the same answer in whatever order the rows are, up to the sample', () => {
    const rows = file('EPSG:4547', ...ZHUHAI);
    expect(detectCrs([...rows].reverse())).toEqual(detectCrs(rows));
  });
});

const ledger = join(ROOT, '../shared/data/hong-kong-parking/parking-ledger-gb18030.csv');
it.skipIf(!existsSync(ledger))('a real ledger: X is north, Y is east with zone number 38', () => {
  const rows = new TextDecoder('gb18030').decode(readFileSync(ledger)).split('\n').map((line) => line.split(','));
  const guesses = detectCrs(rows.map((cells) => [Number(cells[4]), Number(cells[5])]));
  expect(guesses[0]).toMatchObject({ code: 'EPSG:4526', swapped: true, reason: 'prefix' });
  expect(sure(guesses)).toBe(true);
});
