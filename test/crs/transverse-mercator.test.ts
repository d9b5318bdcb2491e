import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, geodesicDistance, groundDistance, planeByCode, planeFor } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';

const GK = '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';

describe('transverse Mercator', () => {
  // PROJ 9, EPSG:4547 (easting, northing).
  it.each([[113.5767, 22.2707, 456372.291, 2463836.7364], [113, 22, 396734.0532, 2434138.0838], [114, 22.5, 500000, 2489167.3111]])('%d %d as PROJ has it', (lon, lat, x, y) => {
    const [e, n] = planeByCode('EPSG:4547').forward(lon, lat);
    expect(Math.abs(e - x)).toBeLessThan(1e-4);
    expect(Math.abs(n - y)).toBeLessThan(1e-4);
  });

  it('agrees with proj4 within 0.1 mm and comes back, on 10,000 places of the zone and beside it', () => {
    const plane = planeByCode('4547');
    const other = proj4(GK);
    const random = numbers(7);
    for (let i = 0; i < 10_000; i++) {
      const lon = 111.5 + 5 * random(), lat = 18 + 30 * random();
      const [x, y] = plane.forward(lon, lat);
      const [px, py] = other.forward([lon, lat]);
      expect(Math.abs(x - px) + Math.abs(y - py)).toBeLessThan(1e-4);
      const [backLon, backLat] = plane.inverse(x, y);
      expect(Math.abs(backLon - lon) + Math.abs(backLat - lat)).toBeLessThan(1e-11);
    }
  });

  it('puts the zone number before the easting where the code says so', () => {
    const [x] = planeByCode('EPSG:4526').forward(113.5767, 22.2707);
    expect(x).toBeCloseTo(38456372.291, 3);
  });

  it.each([[113.57, 22.27, 'EPSG:4547'], [121.47, 31.23, 'EPSG:4549'], [7.42, 43.74, 'EPSG:32632'], [-58.4, -34.6, 'EPSG:32721']])('chooses the zone of %d %d', (lon, lat, code) => {
    expect(planeFor(lon, lat).code).toBe(code);
  });

  it('refuses a code it does not have, as the user\'s mistake', () => {
    expect(() => planeByCode('EPSG:3857')).toThrow(expect.objectContaining({ name: 'UserError', code: 'crs.unknown' }));
  });
});

describe('measure', () => {
  it('gives ellipsoidal distances from the plane, also at the edge of the zone', () => {
    const plane = planeByCode('4547');
    const random = numbers(11);
    for (let i = 0; i < 2000; i++) {
      const lon = 112.5 + 3 * random(), lat = 20 + 25 * random();
      const far: [number, number] = [lon + (random() - 0.5) * 0.05, lat + (random() - 0.5) * 0.05];
      const there = groundDistance(plane, ...plane.forward(lon, lat), ...plane.forward(...far));
      const geodesic = geodesicDistance(lon, lat, ...far);
      expect(Math.abs(there - geodesic)).toBeLessThan(1e-8 * geodesic + 1e-6);
    }
  });

  it('knows a published geodesic: Flinders Peak to Buninyong, 54,972.271 m on GRS 80 (Geoscience Australia)', () => {
    const degrees = (d: number, m: number, s: number) => d + m / 60 + s / 3600;
    const from: [number, number] = [degrees(144, 25, 29.52440), -degrees(37, 57, 3.72030)];
    const to: [number, number] = [degrees(143, 55, 35.38390), -degrees(37, 39, 10.15610)];
    expect(Math.abs(geodesicDistance(...from, ...to) - 54972.271)).toBeLessThan(1e-3);
  });

  it('gives ellipsoidal area: a plane square of 1 km at the edge of a zone is 999,513 m²', () => {
    const plane = planeByCode('4549');
    const [x, y] = plane.forward(120 + 1.48, 31.2);
    const corner = (dx: number, dy: number) => plane.inverse(x + dx, y + dy);
    const ring = [corner(-500, -500), corner(500, -500), corner(500, 500), corner(-500, 500), corner(-500, -500)];
    expect(Math.abs(ellipsoidalArea({ type: 'Polygon', coordinates: [ring] }) - 999_513)).toBeLessThan(5);
  });
});
