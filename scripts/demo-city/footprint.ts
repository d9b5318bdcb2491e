import { areaOf, between, centroid, distance, inside, insetBy, minus, unit, along, left, type XY } from './plane.ts';

/** A footprint of about the wanted area within a parcel, clear of its limits; null where the parcel is too small. */
export function footprint(ring: readonly XY[], wanted: number, clear: number, least: number): XY[] | null {
  const inner = insetBy(ring, clear);
  if (!inner || areaOf(inner) < least) return null;
  const shrink = Math.min(1, Math.sqrt(wanted / areaOf(inner)));
  const centre = centroid(inner);
  if (!inside(inner, centre)) return null;
  return inner.map((corner) => between(centre, corner, shrink));
}

/** The longest side of a ring as a line moved outwards, without its ends; null where it is too short. */
export function kerbside(ring: readonly XY[], share: [number, number], out: number, least: number): XY[] | null {
  let best = 0;
  ring.forEach((corner, i) => { if (distance(corner, ring[(i + 1) % ring.length]) > distance(ring[best], ring[(best + 1) % ring.length])) best = i; });
  const a = ring[best], b = ring[(best + 1) % ring.length];
  if (distance(a, b) * (share[1] - share[0]) < least) return null;
  const away = left(unit(minus(b, a)));
  return [along(between(a, b, share[0]), away, -out), along(between(a, b, share[1]), away, -out)];
}
