import type { Plane } from '../../crs/index.ts';
import type { Extent } from '../../model/index.ts';
import { gapAt } from './find.ts';
import { extentOfRings, grown, isIn, nearestOn, onEdge, outlineFrom, TOUCHING, type Outline, type Ring, type Vertex } from './outline.ts';

/** Moving a vertex brings others near; after so many rounds it is left. */
const ROUNDS = 6;

/** An outline laid onto those beside it, which stay. */
export function laidOnto(outline: Outline, beside: readonly Outline[], tolerance: number, plane: Plane): Outline {
  let now = outline;
  for (let round = 0; round < ROUNDS; round++) {
    const next = withPolygons(now, (ring, own) => cleaned(taken(ring.map((vertex) => target(vertex, own, beside, tolerance, plane)), beside, tolerance)));
    if (sameVertices(now, next)) return now;
    now = next;
  }
  return now;
}
function withPolygons(outline: Outline, change: (ring: Ring, own: Outline) => Ring): Outline {
  const polygons = outline.polygons.map((rings) => rings.map((ring) => change(ring, outline)));
  return outlineFrom(outline.id, polygons);
}
const sameVertices = (a: Outline, b: Outline): boolean => {
  const [one, other] = [a.vertices, b.vertices];
  return one.length === other.length && one.every((vertex, i) => vertex.x === other[i].x && vertex.y === other[i].y);
};

/** Where a vertex goes: to the nearest corner of a neighbour, else, unless it touches one already, onto the nearest edge. */
function target(vertex: Vertex, own: Outline, beside: readonly Outline[], tolerance: number, plane: Plane): Vertex {
  const near = beside.filter(({ extent }) => isIn(grown(extent, tolerance), vertex));
  const corners = near.flatMap(({ vertices }) => vertices).map((corner) => ({ corner, distance: distance(corner, vertex) })).filter((one) => one.distance <= tolerance);
  if (corners.length > 0) return corners.reduce((a, b) => (b.distance < a.distance ? b : a)).corner;
  if (near.some((other) => nearestOn(other, vertex, TOUCHING))) return vertex;
  const gaps = near.flatMap((other) => { const gap = gapAt(vertex, own, other, tolerance); return gap ? [gap] : []; });
  if (gaps.length === 0) return vertex;
  const { x, y } = gaps.reduce((a, b) => (b.distance < a.distance ? b : a));
  return { x, y, degrees: [...plane.inverse(x, y), ...vertex.degrees.slice(2)] };
}

/** The ring with the vertices of neighbours that lie beside its edges taken into them, in their order along each edge. */
function taken(ring: Ring, beside: readonly Outline[], tolerance: number): Ring {
  const extent = grown(extentOfRings([ring]), tolerance);
  const corners = beside.filter((other) => overlap(other.extent, extent)).flatMap((other) => other.vertices.filter((corner) => isIn(extent, corner) && gapAt(corner, other, { polygons: [[ring]] }, tolerance)));
  if (corners.length === 0) return ring;
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const between = corners.filter((corner) => isBeside(corner, a, b, ring, tolerance)).map((corner) => ({ corner, along: (corner.x - a.x) * (b.x - a.x) + (corner.y - a.y) * (b.y - a.y) }));
    return [a, ...between.sort((p, q) => p.along - q.along).map(({ corner }) => corner)];
  });
}
/** This edge is the one that the corner is nearest to, away from its ends. */
function isBeside(corner: Vertex, a: Vertex, b: Vertex, ring: Ring, tolerance: number): boolean {
  const near = onEdge(a, b, corner.x, corner.y);
  if (near.distance > tolerance || distance(near, a) <= TOUCHING || distance(near, b) <= TOUCHING) return false;
  return near.distance <= nearestOn({ polygons: [[ring]] }, corner, tolerance)!.distance;
}
const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));

/** Without vertices that are one with the next. */
const cleaned = (ring: Ring): Ring => ring.filter((vertex, i) => ring.length < 2 || !isSame(vertex, ring[(i + 1) % ring.length]));
const isSame = (a: Vertex, b: Vertex): boolean => a.degrees[0] === b.degrees[0] && a.degrees[1] === b.degrees[1];

const overlap = (a: Extent, b: Extent): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
