import { describe, expect, it } from 'vitest';
import { geodesicDistance } from '../../geo/crs/index.ts';
import { FrameView } from '../../geo/layout/frame.ts';
import type { MapFrame } from '../../geo/layout/sheet.ts';

const frame = (rest: Partial<MapFrame>): MapFrame => ({ id: 'map', kind: 'map', box: { x: 30, y: 20, width: 200, height: 150 }, centre: [114, 30], scale: 1000, rotation: 0, crs: null, layers: null, grid: null, labels: false, ...rest });

/** The place that lies so many metres east and north on the ellipsoid, by bisection of the geodesic. */
function away(lon: number, lat: number, axis: 'lon' | 'lat', metres: number): [number, number] {
  let low = 0, high = 0.01;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    const place: [number, number] = axis === 'lon' ? [lon + middle, lat] : [lon, lat + middle];
    if (geodesicDistance(lon, lat, ...place) < metres) low = middle;
    else high = middle;
  }
  return axis === 'lon' ? [lon + low, lat] : [lon, lat + low];
}

describe('true scale', () => {
  // At the central meridian, and at the edge of the zone where it is worst.
  for (const lat of [20, 30, 45]) for (const lon of [114, 115.4]) {
    it(`draws 100 m of ground at 1:1000 as 100.0 mm, latitude ${lat}, longitude ${lon}`, () => {
      const view = new FrameView(frame({ centre: [lon, lat] }));
      for (const axis of ['lon', 'lat'] as const) {
        const [ax, ay] = view.fromDegrees(lon, lat), [bx, by] = view.fromDegrees(...away(lon, lat, axis, 100));
        expect(Math.abs(Math.hypot(bx - ax, by - ay) - 100)).toBeLessThan(0.1);
      }
    });
  }
  it('puts the centre into the middle, north upwards', () => {
    const view = new FrameView(frame({}));
    expect(view.fromDegrees(114, 30)).toEqual([130, 95]);
    const [x, y] = view.fromDegrees(114, 30.0005);
    expect(x).toBeCloseTo(130, 6);
    expect(y).toBeLessThan(95);
  });
  it('turns the map clockwise and finds the way back', () => {
    const view = new FrameView(frame({ rotation: 90 }));
    const [x, y] = view.fromDegrees(114, 30.0005);
    expect(x).toBeGreaterThan(130);
    expect(y).toBeCloseTo(95, 6);
    for (const rotation of [0, 13, 90, 200]) {
      const turned = new FrameView(frame({ rotation }));
      const back = turned.fromPlane(...turned.toPlane(44.4, 33.3));
      expect(back[0]).toBeCloseTo(44.4, 9);
      expect(back[1]).toBeCloseTo(33.3, 9);
    }
  });
  it('holds its corners in its extent', () => {
    const view = new FrameView(frame({ rotation: 30, scale: 50_000 }));
    const [w, s, e, n] = view.extent();
    for (const { lon, lat } of view.georeference().corners) {
      expect(lon > w && lon < e).toBe(true);
      expect(lat > s && lat < n).toBe(true);
    }
  });
});
