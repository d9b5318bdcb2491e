import type { Points } from '../drawing.ts';
import type { Canvas } from './canvas.ts';

/**
 * Rings in mm as edges. Each runs the same way round, which the even-odd rule does not mind: where rings that run opposite ways meet in a pixel,
 * their shares would take each other away.
 */
export function addRings({ coverage, scale, top }: Canvas, rings: readonly Points[]): void {
  for (const ring of rings) {
    const count = ring.length >> 1, isTurned = signedArea(ring) < 0;
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const x0 = ring[2 * j] * scale, y0 = ring[2 * j + 1] * scale - top, x1 = ring[2 * i] * scale, y1 = ring[2 * i + 1] * scale - top;
      if (isTurned) coverage.edge(x1, y1, x0, y0);
      else coverage.edge(x0, y0, x1, y1);
    }
  }
}

function signedArea(ring: Points): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) sum += (ring[i] - ring[j]) * (ring[i + 1] + ring[j + 1] - 2 * ring[1]);
  return sum;
}
