import { describe, expect, it } from 'vitest';
import { geodesicDistance } from '../../geo/crs/index.ts';
import { sheetFiles, type Layer } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';
import { operators, places } from './pdf/page.ts';

const MM = 72 / 25.4;
/** Degrees for so many metres on the ellipsoid, by halving. */
function degreesFor(metres: number, lon: number, lat: number, axis: 0 | 1): number {
  let low = 0, high = 0.01;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (geodesicDistance(lon, lat, lon + (axis === 0 ? middle : 0), lat + (axis === 1 ? middle : 0)) < metres) low = middle;
    else high = middle;
  }
  return low;
}

/** Measured on the page of the PDF itself: the file is read back, and the road's line found in it by its width. */
describe('100 m of ground at 1:1000 is 100.0 mm on the page', () => {
  for (const lat of [20, 30, 45]) for (const lon of [114, 115.45]) for (const axis of [0, 1] as const) {
    it(`${axis === 0 ? 'eastwards' : 'northwards'} at ${lat}° N, ${lon}° E`, async () => {
      const by = degreesFor(100, lon, lat, axis);
      const coordinates = [[lon - (axis === 0 ? by / 2 : 0), lat - (axis === 1 ? by / 2 : 0)], [lon + (axis === 0 ? by / 2 : 0), lat + (axis === 1 ? by / 2 : 0)]];
      const road: Layer = { id: 'road', schema: 'road-project', name: '', features: [{ type: 'Feature', id: 'r', geometry: { type: 'LineString', coordinates }, properties: { id: 'r' } }] };
      const { files: [{ bytes }] } = await sheetFiles('pdf', { layouts: [blankSheet({ centre: [lon, lat] })], source: sheetSource([road]), faces: await testFaces(), author: '', dpi: 96, keywords: [] });
      const lines = await operators(bytes);
      const at = lines.findIndex((operator) => /^0\.8 w/.test(operator));
      const path = lines.slice(at).find((operator) => / m\b.* l\b/.test(operator))!;
      const [a, b] = places([lines.find((operator) => operator.endsWith(' cm'))!, path]);
      expect(Math.abs(Math.hypot(b[0] - a[0], b[1] - a[1]) / MM - 100)).toBeLessThan(0.1);
    });
  }
});
