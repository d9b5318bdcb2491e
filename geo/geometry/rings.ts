import type { Position } from 'geojson';

/** Whether a place lies in the ground between rings, by the even-odd rule: holes are left out. Rings closed or open, any unit; on an edge it may be either. */
export function inRings(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const ax = ring[j][0], ay = ring[j][1], bx = ring[i][0], by = ring[i][1];
      if ((ay > y) !== (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)) odd = !odd;
    }
  }
  return odd;
}

/** Of a closed ring, in the square of its unit: positive when it runs anticlockwise. From its first vertex, so that large coordinates cost no digits. */
export function signedArea(ring: readonly Position[]): number {
  const [ox, oy] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += (ring[i][0] - ox) * (ring[i + 1][1] - oy) - (ring[i + 1][0] - ox) * (ring[i][1] - oy);
  return twice / 2;
}
