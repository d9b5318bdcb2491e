import { describe, expect, it } from 'vitest';
import { crsByCode, fitLocalGrid, localGrid, OLD_ELLIPSOIDS, type ControlPoint, type DatumGrid, type FitMethod, type FitOptions, type LocalGrid, type SimilarityGrid } from '../../geo/crs/index.ts';
import { datumShift, geocentric, geodetic } from '../../geo/crs/datum.ts';
import { ELLIPSOIDS, transverseMercator } from '../../geo/crs/transverse-mercator.ts';
import { numbers } from '../support/numbers.ts';

const base = 'EPSG:4547';
const plane = crsByCode(base);
const options = { name: '独立坐标系', base };

/** A city grid: turned by half a degree, a little larger, its origin in the city. */
const CITY: SimilarityGrid = { kind: 'similarity', name: 'true', base, eastShift: 400_123.456, northShift: 2_431_987.654, rotation: 1800.5, scale: 1.00012345 };
const places: [number, number][] = [[50_000, 30_000], [72_000, 31_000], [64_000, 52_000], [51_500, 47_500], [60_123, 40_321]];
const pairsOf = (grid: LocalGrid, at = places): ControlPoint[] => { const crs = localGrid(grid); return at.map((local) => ({ local, known: plane.fromDegrees(...crs.toDegrees(...local)) })); };

describe('four parameters', () => {
  it('are the formula of the survey office: X = dX + k (x cos a - y sin a), x and X north', () => {
    // α of a quarter turn: what is north in the grid is east in the plane.
    const quarter = localGrid({ ...CITY, rotation: 90 * 3600, scale: 1, eastShift: 500_000, northShift: 2_400_000 });
    const [east, north] = plane.fromDegrees(...quarter.toDegrees(0, 100));
    expect(east).toBeCloseTo(500_100, 5);
    expect(north).toBeCloseTo(2_400_000, 5);
  });

  it.each([['two-point', 2], ['similarity', 2], ['similarity', 5]] as const)('%s from %d points gives back the grid', (method, n) => {
    const { definition, residuals, rms, redundant } = fitLocalGrid(pairsOf(CITY, places.slice(0, n)), method, options);
    const found = definition as SimilarityGrid;
    expect(Math.abs(found.eastShift - CITY.eastShift) + Math.abs(found.northShift - CITY.northShift)).toBeLessThan(1e-4);
    expect(found.rotation).toBeCloseTo(CITY.rotation, 4);
    expect(found.scale).toBeCloseTo(CITY.scale, 10);
    expect(residuals.length).toBe(n);
    expect(rms).toBeLessThan(1e-6);
    expect(redundant).toBe(2 * n - 4);
  });

  it('shows a wrong point in the residuals and the RMS', () => {
    const pairs = pairsOf(CITY);
    pairs[3] = { ...pairs[3], known: [pairs[3].known[0] + 0.5, pairs[3].known[1]] };
    const { residuals, rms } = fitLocalGrid(pairs, 'similarity', options);
    expect(residuals.map(({ distance }) => distance).indexOf(Math.max(...residuals.map(({ distance }) => distance)))).toBe(3);
    expect(residuals[3].east).toBeLessThan(-0.2);
    expect(rms).toBeCloseTo(Math.sqrt(residuals.reduce((sum, { east, north }) => sum + east * east + north * north, 0) / 5), 12);
    expect(rms).toBeGreaterThan(0.1);
  });

  it('finds no better grid beside the one of least squares', () => {
    const random = numbers(3);
    const pairs = pairsOf(CITY).map(({ local, known: [x, y] }) => ({ local, known: [x + random() - 0.5, y + random() - 0.5] }));
    const { definition, rms } = fitLocalGrid(pairs, 'similarity', options);
    const missOf = (grid: LocalGrid) => { const crs = localGrid(grid); return Math.sqrt(pairs.reduce((sum, { local: [x, y], known }) => { const [e, n] = plane.fromDegrees(...crs.toDegrees(x, y)); return sum + (e - known[0]) ** 2 + (n - known[1]) ** 2; }, 0) / 5); };
    expect(missOf(definition)).toBeCloseTo(rms, 9);
    const found = definition as SimilarityGrid;
    for (const [field, by] of [['eastShift', 0.05], ['northShift', 0.05], ['rotation', 0.2], ['scale', 1e-6]] as const) {
      for (const sign of [-1, 1]) expect(missOf({ ...found, [field]: found[field] + sign * by })).toBeGreaterThan(rms);
    }
  });

  it('is kept as JSON, made again to the bit, and leads there and back', () => {
    const { crs, definition } = fitLocalGrid(pairsOf(CITY), 'similarity', options);
    const again = localGrid(JSON.parse(JSON.stringify(definition)) as LocalGrid);
    expect(again).toMatchObject({ code: 'LOCAL:独立坐标系', kind: 'local', unit: 'metre' });
    const random = numbers(9);
    for (let i = 0; i < 200; i++) {
      const x = 100_000 * random(), y = 100_000 * random();
      const place = crs.toDegrees(x, y);
      expect(again.toDegrees(x, y)).toEqual(place);
      const [backX, backY] = again.fromDegrees(...place);
      expect(Math.max(Math.abs(backX - x), Math.abs(backY - y))).toBeLessThan(1e-6);
    }
  });
});

const SHIFT = { dx: 15.8, dy: -154.4, dz: -82.3, rx: 0.51, ry: -1.12, rz: 2.34, ppm: -3.7, rotation: 'coordinate-frame' } as const;
const projection = { centralMeridian: 114, scale: 1, falseEasting: 500_000, falseNorthing: 0 };
const OLD: DatumGrid = { kind: 'datum', name: 'old', ellipsoid: OLD_ELLIPSOIDS['beijing-54'], projection, shift: SHIFT };
/** Points of a province with heights on both sides, moved by the seven parameters. */
function oldPairs(at: readonly [number, number, number][]): ControlPoint[] {
  const old = transverseMercator(OLD.ellipsoid, 114, 1, 500_000, 0);
  return at.map(([x, y, h]) => {
    const [lon, lat, height] = geodetic(ELLIPSOIDS.CGCS2000, datumShift(SHIFT).forward(geocentric(OLD.ellipsoid, ...old.inverse(x, y), h)));
    return { local: [x, y, h], known: [...plane.fromDegrees(lon, lat), height] };
  });
}
const PROVINCE: [number, number, number][] = [[380_000, 2_300_000, 30], [620_000, 2_320_000, 400], [500_000, 2_700_000, 900], [430_000, 2_550_000, 120], [590_000, 2_610_000, 5]];

describe('seven parameters', () => {
  it('are recovered from points with heights', () => {
    const { definition, rms, redundant } = fitLocalGrid(oldPairs(PROVINCE), 'seven-parameter', { ...options, datum: OLD });
    const { shift } = definition as DatumGrid;
    for (const key of ['dx', 'dy', 'dz'] as const) expect(Math.abs(shift[key] - SHIFT[key])).toBeLessThan(1e-3);
    for (const key of ['rx', 'ry', 'rz', 'ppm'] as const) expect(Math.abs(shift[key] - SHIFT[key])).toBeLessThan(1e-4);
    expect(rms).toBeLessThan(0.02);
    expect(redundant).toBe(8);
  });
  it('fit a city without heights to a millimetre, whatever the single parameters are', () => {
    const pairs = oldPairs([[450_000, 2_450_000, 0], [470_000, 2_452_000, 0], [455_000, 2_475_000, 0], [468_000, 2_470_000, 0]]).map(({ local, known }) => ({ local: local.slice(0, 2), known: known.slice(0, 2) }));
    const { crs, rms } = fitLocalGrid(pairs, 'seven-parameter', { ...options, datum: OLD });
    expect(rms).toBeLessThan(1e-3);
    const [lon, lat] = localGrid(OLD).toDegrees(460_000, 2_460_000);
    const [x, y] = crs.fromDegrees(lon, lat);
    expect(Math.max(Math.abs(x - 460_000), Math.abs(y - 2_460_000))).toBeLessThan(2e-3);
  });
  it('lead there and back within a micrometre, also from degrees', () => {
    for (const grid of [localGrid(OLD), localGrid({ ...OLD, projection: null })]) {
      const random = numbers(21);
      for (let i = 0; i < 200; i++) {
        const [x, y] = grid.unit === 'metre' ? [400_000 + 200_000 * random(), 2_000_000 + 3_000_000 * random()] : [112 + 4 * random(), 18 + 30 * random()];
        const [backX, backY] = grid.fromDegrees(...grid.toDegrees(x, y));
        expect(Math.max(Math.abs(backX - x), Math.abs(backY - y))).toBeLessThan(grid.unit === 'metre' ? 1e-6 : 1e-10);
      }
    }
  });
  it('have an exact inverse', () => {
    const { forward, inverse } = datumShift({ ...SHIFT, rx: 3000, ry: -2000, rz: 5000 });
    inverse(forward([-2_300_000, 5_400_000, 2_400_000])).forEach((value, axis) => expect(value).toBeCloseTo([-2_300_000, 5_400_000, 2_400_000][axis], 7));
  });
});

describe('what cannot be fitted', () => {
  const good = pairsOf(CITY);
  const on = (pairs: ControlPoint[], axis: 'local' | 'known', position: number[]) => pairs.map((pair) => ({ ...pair, [axis]: position }));
  const line = oldPairs([[400_000, 2_400_000, 0], [410_000, 2_410_000, 0], [420_000, 2_420_000, 0], [430_000, 2_430_000, 0]]);
  it.each([
    ['one point', good.slice(0, 1), 'two-point', {}, 'crs.fit-count'], ['three for two', good.slice(0, 3), 'two-point', {}, 'crs.fit-count'], ['two for seven', good.slice(0, 2), 'seven-parameter', { datum: OLD }, 'crs.fit-count'],
    ['the same local point', on(good, 'local', [1, 2]), 'similarity', {}, 'crs.fit-same'], ['the same known point', on(good, 'known', [5e5, 2.4e6]), 'similarity', {}, 'crs.fit-same'],
    ['no number', [...good, { local: [NaN, 1], known: [1, 1] }], 'similarity', {}, 'crs.fit-number'], ['a base in degrees', good, 'similarity', { base: 'EPSG:4490' }, 'crs.fit-plane'], ['an unknown base', good, 'similarity', { base: 'EPSG:1' }, 'crs.unlisted'],
    ['local axes in the other order', good.map(({ local: [x, y], known }) => ({ local: [y, x], known })), 'similarity', {}, 'crs.fit-axes'],
    ['seven from points on a line', line, 'seven-parameter', { datum: OLD }, 'crs.fit-line'], ['seven without the datum', good, 'seven-parameter', {}, 'crs.fit-datum'],
  ] as [string, ControlPoint[], FitMethod, Partial<FitOptions>, string][])('%s', (_, pairs, method, more, code) => {
    expect(() => fitLocalGrid(pairs, method, { ...options, ...more })).toThrow(expect.objectContaining({ name: 'UserError', code }));
  });
  it.each([
    ['a scale of 0', { ...CITY, scale: 0 }, 'scale'], ['a text for a number', { ...CITY, eastShift: '4' as never }, 'eastShift'], ['another kind', { ...CITY, kind: 'affine' as never }, 'kind'],
    ['half of a shift', { ...OLD, shift: { dx: 1 } as never }, 'dy'], ['half of a projection', { ...OLD, projection: { scale: 1 } as never }, 'centralMeridian'],
  ] as [string, LocalGrid, string][])('a definition with %s', (_, definition, field) => {
    expect(() => localGrid(definition)).toThrow(expect.objectContaining({ code: 'crs.grid', params: expect.objectContaining({ field }) as object }));
  });
});

