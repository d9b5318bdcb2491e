import { describe, expect, it } from 'vitest';
import { crsByCode, localGrid, OLD_ELLIPSOIDS } from '../../geo/crs/index.ts';
import { hasProj, placesOf, PROJECTED, projForward } from './proj.ts';
import values from './proj-values.json' with { type: 'json' };

/** How far two planes are apart at most, metres. */
const apart = (a: readonly number[], b: readonly number[]) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));

describe('as PROJ has it', () => {
  it('a value kept for every zone of CGCS2000 and every fourth of UTM, within a tenth of a millimetre', () => {
    const rows = values.conversions as [string, number, number, number, number][];
    expect(rows.length).toBeGreaterThan(90);
    for (const [code, lon, lat, x, y] of rows) expect([code, apart(crsByCode(code).fromDegrees(lon, lat), [x, y]) < 1e-4]).toEqual([code, true]);
  });

  it.skipIf(!hasProj)(`10,000 random places over all zones, within 1 mm${hasProj ? '' : ' (skipped: cs2cs of proj-bin is not installed)'}`, () => {
    const each = Math.ceil(10_000 / PROJECTED.length);
    let worst = 0;
    PROJECTED.forEach((choice, i) => {
      const places = placesOf(choice, each, i + 1);
      const crs = crsByCode(choice.code);
      projForward(choice.code, places).forEach((there, k) => { worst = Math.max(worst, apart(crs.fromDegrees(...places[k]), there)); });
    });
    if (process.env['SHOW']) console.log('worst', worst);
    expect(worst).toBeLessThan(1e-3);
  });

  it.each(values.datum)('seven parameters, $convention, within a hundredth of a millimetre', ({ convention, rows }) => {
    const crs = localGrid({
      kind: 'datum', name: 'old', ellipsoid: OLD_ELLIPSOIDS['beijing-54'], projection: { centralMeridian: 114, scale: 1, falseEasting: 500_000, falseNorthing: 0 },
      shift: { dx: 15.8, dy: -154.4, dz: -82.3, rx: 0.51, ry: -1.12, rz: 2.34, ppm: -3.7, rotation: convention as 'coordinate-frame' | 'position-vector' },
    });
    for (const [x, y, lon, lat] of rows) {
      expect(apart(crs.toDegrees(x, y), [lon, lat])).toBeLessThan(1e-10);
      expect(apart(crs.fromDegrees(lon, lat), [x, y])).toBeLessThan(1e-5);
    }
  });
});
