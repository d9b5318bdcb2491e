import { describe, expect, it } from 'vitest';
import { joined, lookAt, moved, scaleLength, stretched, VIEWPOINTS } from '../../app/map/volumes/camera.ts';

const PANE = { width: 1000, height: 600, covered: 200 };
describe('the camera of the volumes', () => {
  it('shows the whole of an extent in what is free of the pane, from above and from below the ground', () => {
    const camera = lookAt([-500, -300, 500, 300], 20, 'above', PANE);
    expect(1000 * 2 ** camera.zoom).toBeLessThanOrEqual(800);
    expect(600 * 2 ** camera.zoom).toBeLessThanOrEqual(600);
    expect(camera.target[2]).toBe(-20);
    expect(lookAt([0, 0, 1, 1], 0, 'below', PANE).rotationX).toBeLessThan(0);
    expect(VIEWPOINTS.below.rotationX).toBeLessThan(0);
  });
  it('goes around, under the ground and to its poles by keys, and knows no others', () => {
    let camera = lookAt([-50, -50, 50, 50], 0, 'side', PANE);
    for (let i = 0; i < 30; i++) camera = moved(camera, 'ArrowDown')!;
    expect(camera.rotationX).toBe(-90);
    expect(moved(camera, 'ArrowLeft')!.rotationOrbit).toBe(camera.rotationOrbit + 10);
    expect(moved(camera, '+')!.zoom).toBeGreaterThan(camera.zoom);
    expect(moved(camera, 'x')).toBeNull();
  });
  it('keeps what is in the middle where heights are drawn otherwise', () => expect(stretched(lookAt([0, 0, 9, 9], 30, 'side', PANE), 5, 10).target[2]).toBe(-60));
  it('states a round length that fits', () => {
    for (const zoom of [-7.3, -2, 0, 3.1]) {
      const { metres, pixels } = scaleLength(zoom, 90);
      expect([1, 2, 5]).toContain(Math.round(metres / 10 ** Math.floor(Math.log10(metres) + 1e-9)));
      expect(pixels).toBeLessThanOrEqual(90);
      expect(pixels).toBeGreaterThan(30);
    }
  });
  it('joins extents', () => expect([joined([]), joined([[0, 0, 1, 1], [-1, 2, 0, 3]])]).toEqual([null, [-1, 0, 1, 3]]));
});
