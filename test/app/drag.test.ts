import { describe, expect, it } from 'vitest';
import { centredOn, dragged, panned, snapped } from '../../app/layout/drag.ts';
import type { MapFrame } from '../../geo/index.ts';
import { FrameView } from '../../geo/layout/frame.ts';
import { blankSheet } from '../support/blank-sheet.ts';

const box = { x: 10, y: 20, width: 40, height: 30 };

describe('elements of a sheet', () => {
  it('are moved, and sized by each corner with the opposite one at rest', () => {
    expect(dragged(box, 'move', 5, -5)).toEqual({ ...box, x: 15, y: 15 });
    expect(dragged(box, 'se', 5, 5)).toEqual({ ...box, width: 45, height: 35 });
    expect(dragged(box, 'nw', 5, 5)).toEqual({ x: 15, y: 25, width: 35, height: 25 });
    expect(dragged(box, 'ne', 5, 5)).toEqual({ x: 10, y: 25, width: 45, height: 25 });
    expect(dragged(box, 'nw', 100, 100)).toEqual({ x: 45, y: 45, width: 5, height: 5 });
  });
  it('snap to edges of others, else to half millimetres', () => {
    const sheet = blankSheet();
    const moved = snapped({ x: 229.2, y: 100.3, width: 30, height: 30 }, sheet, ['other'], 'move', 1);
    // The map's right edge lies at 230.
    expect(moved.x).toBeCloseTo(230, 9);
    expect(moved.y).toBeCloseTo(100.5, 9);
    expect(snapped({ x: 100, y: 100, width: 129.6, height: 30 }, sheet, ['other'], 'se', 1)).toMatchObject({ x: 100, width: 130 });
  });
  it('a map follows the hand: what was under the pointer stays under it', () => {
    for (const rotation of [0, 30, 200]) {
      const frame = { ...blankSheet().elements[0], rotation } as MapFrame;
      const next = panned(frame, 12, -7);
      const [before, after] = [frame, next].map((of) => new FrameView(of).fromDegrees(114.0003, 30.0002));
      expect(after[0] - before[0]).toBeCloseTo(12, 6);
      expect(after[1] - before[1]).toBeCloseTo(-7, 6);
    }
  });
  it('a map that is moved into another zone lies in it, unless its CRS was chosen', () => {
    const frame = (crs: string | null) => blankSheet({ crs, centre: [114, 30] }).elements[0] as MapFrame;
    // 114° E is the meridian of EPSG:4547, 117° of 4548.
    expect(centredOn(frame('EPSG:4547'), [115.4, 30]).crs).toBe('EPSG:4547');
    expect(centredOn(frame('EPSG:4547'), [117.1, 30]).crs).toBe('EPSG:4548');
    expect(centredOn(frame('EPSG:4509'), [117.1, 30]).crs).toBe('EPSG:4509');
    expect(centredOn(frame(null), [117.1, 30]).crs).toBeNull();
    expect(panned(frame(null), 5, 5).crs).toBeNull();
  });
});
