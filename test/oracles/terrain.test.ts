import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { heightAt, readTerrain } from '../../geo/io/index.ts';
import { numbers } from '../support/numbers.ts';

const folder = mkdtempSync(join(tmpdir(), 'undercroft-terrain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const has = !spawnSync('gdallocationinfo', ['--version']).error;
const run = (program: string, args: string[], input = ''): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
};

const COLUMNS = 70, ROWS = 45, WEST = 500_000, SOUTH = 2_490_000, CELL = 5;
const random = numbers(8);
const heights = Array.from({ length: COLUMNS * ROWS }, (_, i) => (i % 211 === 7 ? -9999 : Math.round((12 + 8 * Math.sin(i / 190) + 3 * random()) * 100) / 100));
const source = join(folder, 'ground.asc');
writeFileSync(source, [`ncols ${COLUMNS}`, `nrows ${ROWS}`, `xllcorner ${WEST}`, `yllcorner ${SOUTH}`, `cellsize ${CELL}`, 'NODATA_value -9999', ...Array.from({ length: ROWS }, (_, j) => heights.slice(j * COLUMNS, (j + 1) * COLUMNS).join(' '))].join('\n'));

/** Cells as GDAL's own program reads them; null for nothing. */
function valuesOf(file: string, cells: readonly (readonly [number, number])[]): (number | null)[] {
  const lines = run('gdallocationinfo', ['-valonly', file], cells.map((cell) => cell.join(' ')).join('\n')).split('\n').slice(0, cells.length);
  return lines.map((line) => (line.trim() === '' || Number(line) === -9999 ? null : Number(line)));
}

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['plain strips', []], ['LZW', ['-co', 'COMPRESS=LZW']], ['LZW with predictor 2, whole numbers', ['-ot', 'Int16', '-co', 'COMPRESS=LZW', '-co', 'PREDICTOR=2']], ['deflate with predictor 3', ['-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=3']],
  ['deflate in tiles', ['-co', 'COMPRESS=DEFLATE', '-co', 'TILED=YES', '-co', 'BLOCKXSIZE=32', '-co', 'BLOCKYSIZE=32']], ['floats of 64 bits, LZW, predictor 3, tiles', ['-ot', 'Float64', '-co', 'COMPRESS=LZW', '-co', 'PREDICTOR=3', '-co', 'TILED=YES', '-co', 'BLOCKXSIZE=16', '-co', 'BLOCKYSIZE=16']],
  ['whole numbers of 32 bits, deflate, predictor 2', ['-ot', 'Int32', '-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=2']], ['big-endian', ['-co', 'ENDIANNESS=BIG']], ['points in the middle of cells', ['-mo', 'AREA_OR_POINT=Point']],
];

describe.skipIf(!has)(`terrain as gdallocationinfo has it${has ? '' : ' (left out: gdal-bin is not installed)'}`, () => {
  test.each(KINDS)('GeoTIFF: %s', (_, options) => {
    const file = join(folder, `${KINDS.findIndex(([, own]) => own === options)}.tif`);
    run('gdal_translate', ['-q', '-a_srs', 'EPSG:4547', ...options, source, file]);
    check(file, 'EPSG:4547');
  });
  test('ASCII grid', () => check(source, null));
  test('in degrees', () => {
    const file = join(folder, 'degrees.tif');
    run('gdalwarp', ['-q', '-s_srs', 'EPSG:4547', '-t_srs', 'EPSG:4490', source, file]);
    expect(readTerrain(new Uint8Array(readFileSync(file))).crs).toBe('EPSG:4490');
  });
});

/** Every height in the middle of its cell, and between four middles their bilinear mean. */
function check(file: string, crs: string | null): void {
  const grid = readTerrain(new Uint8Array(readFileSync(file)));
  expect([grid.columns, grid.rows, grid.west, grid.north, grid.dx, grid.dy, grid.crs]).toEqual([COLUMNS, ROWS, WEST, SOUTH + ROWS * CELL, CELL, CELL, crs]);
  // Among them one of which nothing is known.
  const cells = [[7, 0] as const, ...Array.from({ length: 400 }, () => [Math.floor(random() * COLUMNS), Math.floor(random() * ROWS)] as const)];
  const middle = (column: number, row: number) => heightAt(grid, WEST + (column + 0.5) * CELL, SOUTH + (ROWS - row - 0.5) * CELL);
  let unknown = 0;
  valuesOf(file, cells).forEach((value, i) => {
    const found = middle(...cells[i]);
    if (value === null) { unknown++; expect(found).toBeNull(); } else expect(found).toBeCloseTo(value, 4);
  });
  expect(unknown).toBeGreaterThan(0);
  const corners = Array.from({ length: 100 }, () => [Math.floor(random() * (COLUMNS - 1)), Math.floor(random() * (ROWS - 1)), random(), random()] as const);
  const around = valuesOf(file, corners.flatMap(([i, j]) => [[i, j], [i + 1, j], [i, j + 1], [i + 1, j + 1]] as const));
  corners.forEach(([i, j, s, t], k) => {
    const [a, b, c, d] = around.slice(4 * k, 4 * k + 4), found = heightAt(grid, WEST + (i + 0.5 + s) * CELL, SOUTH + (ROWS - j - 0.5 - t) * CELL);
    if ([a, b, c, d].includes(null)) expect(found).toBeNull();
    else expect(found).toBeCloseTo((1 - t) * ((1 - s) * a! + s * b!) + t * ((1 - s) * c! + s * d!), 4);
  });
}
