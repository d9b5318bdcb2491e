import { expect, it } from 'vitest';
import { crsByCode } from '../../geo/crs/index.ts';
import { placesOf, PROJECTED } from '../crs/proj.ts';
import { hasGdaltransform, NO_GDALTRANSFORM, transformed } from '../support/gdal.ts';

/** All zones of CGCS2000; UTM is compared with PROJ itself in test/crs. */
const ZONES = PROJECTED.filter(({ code }) => /^EPSG:4[45]\d\d$/.test(code));

it.skipIf(!hasGdaltransform)(`10,000 places to the planes and back as GDAL has them, within 1 mm${NO_GDALTRANSFORM}`, () => {
  let there = 0, back = 0, count = 0;
  for (const [i, choice] of ZONES.entries()) {
    const places = placesOf(choice, Math.ceil(10_000 / ZONES.length), 1000 + i), crs = crsByCode(choice.code);
    const planes = transformed('EPSG:4490', choice.code, places);
    planes.forEach(([x, y], k) => { const [u, v] = crs.fromDegrees(...places[k]); there = Math.max(there, Math.abs(u - x), Math.abs(v - y)); });
    // A degree of longitude is 111.3 km at most.
    transformed(choice.code, 'EPSG:4490', planes).forEach(([lon, lat], k) => { const [u, v] = crs.toDegrees(...planes[k]); back = Math.max(back, Math.abs(u - lon) * 111_320, Math.abs(v - lat) * 111_320); });
    count += places.length;
  }
  expect(count).toBeGreaterThanOrEqual(10_000);
  if (process.env['SHOW']) console.log('worst', { there, back });
  expect(there).toBeLessThan(1e-3);
  expect(back).toBeLessThan(1e-3);
});
