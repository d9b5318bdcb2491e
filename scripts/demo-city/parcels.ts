import { CLASS_RANK, type Block } from './city.ts';
import type { Street, StreetMap } from './cells.ts';
import { along, areaOf, between, centroid, crossing, distance, dot, inside, left, minus, nearest, perimeter, unit, type XY } from './plane.ts';
import type { Random } from './random.ts';

/** Cuts a ring along the straight line through a place inside it. Null where the line only grazes it. */
export function cutStraight(ring: readonly XY[], place: XY, direction: XY): [XY[], XY[]] | null {
  const ahead = rayHit(ring, place, direction), back = rayHit(ring, place, [-direction[0], -direction[1]]);
  if (!ahead || !back || ahead.edge === back.edge) return null;
  const walk = (from: { edge: number; place: XY }, to: { edge: number; place: XY }) => {
    const out: XY[] = [from.place];
    for (let i = from.edge; i !== to.edge; i = (i + 1) % ring.length) out.push(ring[(i + 1) % ring.length]);
    return [...out, to.place].filter((p, i, all) => distance(p, all[(i + 1) % all.length]) > 0.25);
  };
  return [walk(back, ahead), walk(ahead, back)];
}
function rayHit(ring: readonly XY[], from: XY, direction: XY): { edge: number; place: XY } | null {
  const far = along(from, direction, 20_000);
  let best: { edge: number; place: XY } | null = null, least = Infinity;
  for (let i = 0; i < ring.length; i++) {
    const met = crossing(from, far, ring[i], ring[(i + 1) % ring.length]);
    if (met && met.u < least) { least = met.u; best = { edge: i, place: between(ring[i], ring[(i + 1) % ring.length], met.v) }; }
  }
  return best;
}

/** Parcels of about the usual size: cut across the longer way until small enough, never into slivers. */
export function parcelRings(ring: readonly XY[], usual: number, random: Random): XY[][] {
  const area = areaOf(ring);
  if (area < usual * random.between(1.25, 1.75)) return [[...ring]];
  const parts = bestCut(ring, area, random);
  return parts ? parts.flatMap((part) => parcelRings(part, usual, random)) : [[...ring]];
}

function bestCut(ring: readonly XY[], area: number, random: Random): [XY[], XY[]] | null {
  const direction = longestSide(ring);
  const ways = [left(direction), direction].map((cutAlong) => ({ cutAlong, length: reach(ring, left(cutAlong)) })).sort((a, b) => b.length - a.length);
  const centre = centroid(ring);
  const jitter = random.between(-0.1, 0.1);
  for (const { cutAlong, length } of ways) for (const offset of [jitter, 0, 0.13, -0.13]) {
    const place = along(centre, left(cutAlong), offset * length);
    if (!inside(ring, place)) continue;
    const parts = cutStraight(ring, place, cutAlong);
    if (parts && parts.every((part) => part.length >= 3 && areaOf(part) > area * 0.22 && areaOf(part) / (perimeter(part) * perimeter(part)) > 0.028)) return parts;
  }
  return null;
}
function longestSide(ring: readonly XY[]): XY {
  let best: XY = [1, 0], longest = 0;
  ring.forEach((corner, i) => {
    const side = minus(ring[(i + 1) % ring.length], corner), length = dot(side, side);
    if (length > longest) { longest = length; best = unit(side); }
  });
  return best;
}
function reach(ring: readonly XY[], direction: XY): number {
  let low = Infinity, high = -Infinity;
  for (const point of ring) { const at = dot(point, direction); low = Math.min(low, at); high = Math.max(high, at); }
  return high - low;
}

/** The greatest street that a ring lies on, and its gates: the middle of the side towards it, and of a side towards another street. */
export function frontage(ring: readonly XY[], block: Block, map: StreetMap): { street: Street; gates: XY[] } {
  const sides = ring.map((corner, i) => {
    const next = ring[(i + 1) % ring.length], gate = between(corner, next, 0.5);
    const near = nearest(block.cell.ring, gate, true);
    const street = map.streets[block.cell.edges[near.segment].street];
    const gap = near.distance - street.width / 2;
    return { street, gate, front: gap < 2.5, worth: gap < 2.5 ? CLASS_RANK[street.roadClass] * 1000 + distance(corner, next) : -gap * 100 };
  });
  const order = sides.map((side, i) => ({ ...side, i })).sort((a, b) => b.worth - a.worth || a.i - b.i);
  const second = order.find((side) => side.front && side.street.id !== order[0].street.id);
  return { street: order[0].street, gates: [order[0].gate, ...(second ? [second.gate] : [])] };
}
