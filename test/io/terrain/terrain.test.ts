import { describe, expect, test } from 'vitest';
import { heightAt, MOST_CELLS, packTerrain, readTerrain, unpackTerrain } from '../../../geo/io/index.ts';
import { numbers } from '../../support/numbers.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/*  rows from the north; cells of 10 m from 100, 230:
 *   1  2  3
 *   4  ·  6
 */
const GRID = 'ncols 3\nnrows 2\nxllcorner 100\nyllcorner 210\ncellsize 10\nNODATA_value -9999\n1 2 3\n4 -9999 6\n';

describe('an ASCII grid', () => {
  test('is read with its place, rows from the north', () => {
    const { values, ...frame } = readTerrain(bytes(GRID));
    expect(frame).toEqual({ columns: 3, rows: 2, west: 100, north: 230, dx: 10, dy: 10, crs: null });
    expect([...values]).toEqual([1, 2, 3, 4, NaN, 6]);
  });
  test('may name the middle of its first cell, have capitals, tabs and no value for nothing', () => {
    expect(readTerrain(bytes('NCOLS\t2\r\nNROWS 1\r\nXLLCENTER 105\r\nYLLCENTER 215\r\nCELLSIZE 10\r\n1.5\t-2e0'))).toMatchObject({ west: 100, north: 220, values: Float32Array.of(1.5, -2) });
  });
  test.each([
    ['cut short', GRID.replace('4 -9999 6', '4'), 'terrain.heights'], ['with words among the heights', GRID.replace('4', 'four'), 'terrain.heights'], ['without a place', GRID.replace('xllcorner 100\n', ''), 'terrain.header'],
    ['without cells', GRID.replace('ncols 3', 'ncols 0'), 'terrain.header'], ['with too many cells', GRID.replace('ncols 3', `ncols ${MOST_CELLS}`), 'terrain.too-large'], ['of nothing', GRID.replace(/\n1[^]*$/, '\n-9999 -9999 -9999 -9999 -9999 -9999'), 'terrain.empty'],
    ['that is none', 'hello', 'terrain.format'], ['that is no TIFF', 'II*\0', 'terrain.tiff-damaged'],
  ])('%s is refused with the reason', (_, text, code) => {
    expect(() => readTerrain(bytes(text))).toThrow(expect.objectContaining({ code }));
  });
});

describe('a height', () => {
  const grid = readTerrain(bytes('ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -1\n1 2 3\n4 5 6\n7 8 -1\n'));
  test('in the middle of a cell is the cell\'s, between middles it is shared out', () => {
    expect(heightAt(grid, 5, 25)).toBe(1);
    expect(heightAt(grid, 10, 20)).toBe(3);
    expect(heightAt(grid, 7.5, 22.5)).toBeCloseTo(1 + 0.25 + 0.75, 12);
  });
  test('in the outer half cell is that of the rim, beyond it there is none', () => {
    expect(heightAt(grid, 0, 30)).toBe(1);
    expect(heightAt(grid, 30, 25)).toBe(3);
    for (const [x, y] of [[-0.001, 15], [30.001, 15], [15, -0.001], [15, 30.001], [NaN, 1]]) expect(heightAt(grid, x, y)).toBeNull();
  });
  test('beside an unknown cell is unknown, but not where that cell has no share', () => {
    expect(heightAt(grid, 22, 8)).toBeNull();
    expect(heightAt(grid, 25, 15)).toBe(6);
    expect(heightAt(grid, 15, 5)).toBe(8);
  });
  test('of a grid of one cell is that cell\'s', () => {
    expect(heightAt(readTerrain(bytes('ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 10\n7')), 2, 9)).toBe(7);
  });
});

test('a terrain comes back from the project bit for bit, and smaller than it was', () => {
  const random = numbers(3), values = Float32Array.from({ length: 200 * 150 }, (_, i) => (i % 977 === 0 ? NaN : Math.round(10 * (5 + Math.sin(i / 900) * 3 + random() * 0.2)) / 10));
  const grid = { columns: 200, rows: 150, west: 1, north: 2, dx: 3, dy: 4, values, crs: null };
  const packed = packTerrain(grid, 'EPSG:4547');
  expect(unpackTerrain(packed)).toEqual({ ...grid, crs: 'EPSG:4547' });
  expect(packed.data.length).toBeLessThan(values.byteLength);
  for (const data of [packed.data.slice(0, -40), 'AAAA', '?']) expect(() => unpackTerrain({ ...packed, data })).toThrow(expect.objectContaining({ code: 'terrain.damaged' }));
  for (const rows of [151, 149, 1e9, NaN]) expect(() => unpackTerrain({ ...packed, rows })).toThrow(expect.objectContaining({ code: 'terrain.damaged' }));
});
