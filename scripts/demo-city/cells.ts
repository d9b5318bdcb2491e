import { along, areaOf, between, crossing, cross, distance, dot, inside, minus, unit, type XY } from './plane.ts';

/** Classes as in the road-project schema; `lane` is narrower than a branch street, `shore` the edge without a street. */
export type StreetClass = 'expressway' | 'arterial' | 'secondary' | 'branch' | 'lane';

export interface Street {
  id: number;
  roadClass: StreetClass;
  /** Between the red lines, m. */
  width: number;
  points: XY[];
  /** Distance of each point from the start, m. */
  at: number[];
  /** Where other streets meet it. A place is shared by identity with the street that meets it. */
  junctions: { at: number; place: XY }[];
  /** Set for streets that were drawn before the rest. */
  name: string | null;
}

/** The edge from one corner of a cell to the next: a piece of a street. */
export interface Edge { street: number; from: number; to: number }
/** Ground between streets; the ring runs anticlockwise, the middle lines of the streets are its sides. */
export interface Cell { ring: XY[]; edges: Edge[] }

export interface Hit { edge: number; place: XY; at: number }

export class StreetMap {
  readonly streets: Street[] = [];

  add(points: XY[], roadClass: StreetClass, width: number, name: string | null = null): Street {
    const at = [0];
    for (let i = 1; i < points.length; i++) at.push(at[i - 1] + distance(points[i - 1], points[i]));
    const street: Street = { id: this.streets.length, roadClass, width, points, at, name, junctions: [{ at: 0, place: points[0] }, { at: at[at.length - 1], place: points[points.length - 1] }] };
    this.streets.push(street);
    return street;
  }

  /** Cuts a cell along a path that runs inside it from one hit on its sides to another; the path becomes a street. */
  split(cell: Cell, path: XY[], start: Hit, end: Hit, roadClass: StreetClass, width: number, name: string | null = null): [Cell, Cell] {
    const street = this.add(path, roadClass, width, name);
    for (const hit of [start, end]) this.meet(cell, hit);
    const { ring, edges, at } = insertHits(cell, start, end);
    const forward: Edge[] = path.slice(1).map((_, i) => ({ street: street.id, from: street.at[i], to: street.at[i + 1] }));
    const backward: Edge[] = forward.map(({ street: id, from, to }) => ({ street: id, from: to, to: from })).reverse();
    const [a, b] = at;
    const walk = (from: number, to: number) => {
      const out: number[] = [];
      for (let i = from; i !== to; i = (i + 1) % ring.length) out.push(i);
      return out;
    };
    // Along the side from the start to the end, and back over the new street; and the other way round.
    const one = walk(a, b), two = walk(b, a);
    const inner = path.slice(1, -1);
    return [
      { ring: [...one.map((i) => ring[i]), ring[b], ...[...inner].reverse()], edges: [...one.map((i) => edges[i]), ...backward] },
      { ring: [...two.map((i) => ring[i]), ring[a], ...inner], edges: [...two.map((i) => edges[i]), ...forward] },
    ];
  }

  private meet(cell: Cell, hit: Hit): void {
    const street = this.streets[cell.edges[hit.edge].street];
    if (!street.junctions.some((junction) => junction.place === hit.place)) street.junctions.push({ at: hit.at, place: hit.place });
  }

  /** A hit drawn to a junction that is already there, so that streets cross instead of missing each other by a few metres. */
  snap(cell: Cell, hit: Hit, tolerance: number): Hit | null {
    const street = this.streets[cell.edges[hit.edge].street];
    let best: { at: number; place: XY } | null = null;
    for (const junction of street.junctions) {
      const off = Math.abs(junction.at - hit.at);
      if (off <= tolerance && (!best || off < Math.abs(best.at - hit.at))) best = junction;
    }
    if (!best) return hit;
    const { at, place } = best;
    if (cell.ring.includes(place)) return null;
    const edge = cell.edges.findIndex((side) => side.street === street.id && Math.min(side.from, side.to) < at && at < Math.max(side.from, side.to));
    return edge < 0 ? null : { edge, at, place };
  }
}

function insertHits(cell: Cell, start: Hit, end: Hit): { ring: XY[]; edges: Edge[]; at: [number, number] } {
  const ring: XY[] = [], edges: Edge[] = [], at: [number, number] = [-1, -1];
  cell.ring.forEach((corner, i) => {
    const side = cell.edges[i];
    const hits = [start, end].map((hit, which) => ({ ...hit, which })).filter((hit) => hit.edge === i)
      .sort((p, q) => Math.abs(p.at - side.from) - Math.abs(q.at - side.from) || p.which - q.which);
    ring.push(corner);
    let from = side.from;
    for (const hit of hits) {
      edges.push({ street: side.street, from, to: hit.at });
      at[hit.which] = ring.length;
      ring.push(hit.place);
      from = hit.at;
    }
    edges.push({ street: side.street, from, to: side.to });
  });
  return { ring, edges, at };
}

/** Follows a direction from a place inside a cell until it meets a side. Null when it meets it too slantingly or never. */
export function traceToSide(cell: Cell, from: XY, heading: XY, step: number, directionAt: (point: XY, heading: XY) => XY): { path: XY[]; hit: Hit } | null {
  const path: XY[] = [from];
  let at = from, direction = heading;
  for (let k = 0; k < 4000; k++) {
    direction = directionAt(at, direction);
    const next = along(at, direction, step);
    const hit = firstHit(cell, at, next);
    if (hit) {
      const side = unit(minus(cell.ring[(hit.edge + 1) % cell.ring.length], cell.ring[hit.edge]));
      if (Math.abs(cross(side, direction)) < 0.64) return null;
      // A last step that is very short would leave a kink at the side.
      if (path.length > 1 && distance(at, hit.place) < step * 0.3) path.pop();
      return { path: [...path, hit.place], hit };
    }
    path.push(next);
    at = next;
  }
  return null;
}

function firstHit(cell: Cell, from: XY, to: XY): Hit | null {
  let best: Hit | null = null, least = Infinity;
  const n = cell.ring.length;
  const west = Math.min(from[0], to[0]), east = Math.max(from[0], to[0]), south = Math.min(from[1], to[1]), north = Math.max(from[1], to[1]);
  for (let i = 0; i < n; i++) {
    const a = cell.ring[i], b = cell.ring[i + 1 === n ? 0 : i + 1];
    if ((a[0] < west && b[0] < west) || (a[0] > east && b[0] > east) || (a[1] < south && b[1] < south) || (a[1] > north && b[1] > north)) continue;
    const met = crossing(from, to, a, b);
    if (!met || met.u >= least) continue;
    least = met.u;
    best = { edge: i, place: between(a, b, met.v), at: cell.edges[i].from + (cell.edges[i].to - cell.edges[i].from) * met.v };
  }
  return best;
}

/** Where a drawn line runs through a cell from side to side. */
export function passages(cell: Cell, line: readonly XY[]): { path: XY[]; start: Hit; end: Hit }[] {
  const hits: { key: number; hit: Hit }[] = [];
  for (let i = 0; i + 1 < line.length; i++) for (let j = 0; j < cell.ring.length; j++) {
    const [a, b] = [cell.ring[j], cell.ring[(j + 1) % cell.ring.length]];
    const met = crossing(line[i], line[i + 1], a, b);
    if (met) hits.push({ key: i + met.u, hit: { edge: j, place: between(a, b, met.v), at: cell.edges[j].from + (cell.edges[j].to - cell.edges[j].from) * met.v } });
  }
  hits.sort((p, q) => p.key - q.key);
  const out: { path: XY[]; start: Hit; end: Hit }[] = [];
  for (let k = 0; k + 1 < hits.length; k++) {
    const [p, q] = [hits[k], hits[k + 1]];
    const inner: XY[] = [];
    for (let i = Math.floor(p.key) + 1; i <= Math.floor(q.key); i++) if (distance(line[i], p.hit.place) > 15 && distance(line[i], q.hit.place) > 15) inner.push(line[i]);
    const path = [p.hit.place, ...inner, q.hit.place];
    const middle = between(path[Math.floor((path.length - 1) / 2)], path[Math.floor((path.length - 1) / 2) + 1], 0.5);
    if (inside(cell.ring, middle)) out.push({ path, start: p.hit, end: q.hit });
  }
  return out;
}

/** Ground a cell or block has, and how long it is across each way. */
export const cellArea = (cell: Cell): number => areaOf(cell.ring);
/** The one of the four directions of a cross that is nearest to a heading. */
export function alignTo(direction: XY, heading: XY): XY {
  const turned: XY = [-direction[1], direction[0]];
  const a = dot(direction, heading), b = dot(turned, heading);
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? direction : [-direction[0], -direction[1]];
  return b >= 0 ? turned : [-turned[0], -turned[1]];
}
