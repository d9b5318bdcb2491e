import { tesselate } from '@turf/turf';
import type { Footprint, Ring } from './types.ts';

/** The closed rings of ground, or the one line of a wall. */
export const ringsOf = (footprint: Footprint): readonly Ring[] => (footprint.kind === 'ground' ? footprint.rings : [footprint.line]);

/** Triangles of closed ground, as places in its rings one after another. */
export function trianglesOf(rings: readonly Ring[]): number[] {
  const places = new Map<string, number>();
  let count = 0;
  for (const ring of rings) for (const [x, y] of ring) places.set(`${x},${y}`, count++);
  const closed = rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [x, y]));
  const { features } = tesselate({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: closed } });
  return features.flatMap(({ geometry }) => geometry.coordinates[0].slice(0, 3).map(([x, y]) => places.get(`${x},${y}`)!));
}

/** Does it turn there by more than 20 degrees? By sin² of the turn; or it goes back. */
export function isCorner(ring: Ring, i: number): boolean {
  const [a, b, c] = [ring[(i + ring.length - 1) % ring.length], ring[i], ring[(i + 1) % ring.length]];
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  const cross = ux * vy - uy * vx, dot = ux * vx + uy * vy;
  return dot <= 0 || cross * cross > 0.117 * (ux * ux + uy * uy) * (vx * vx + vy * vy);
}

/** West, south, east, north, m. */
export function extentOf(footprints: readonly Footprint[]): [number, number, number, number] {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const footprint of footprints) for (const ring of ringsOf(footprint)) for (const [x, y] of ring) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
  }
  return extent;
}
