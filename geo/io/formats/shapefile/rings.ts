import type { Geometry, Position } from 'geojson';
import { signedArea } from '../../../geometry/index.ts';
import { ringIndex } from '../../ring-index.ts';

/**
 * Polygons from the rings of one record. The white paper winds shells clockwise and holes against it, in any order, and does not say
 * which hole is in which shell; a hole goes into the smallest shell around it. Holes outside of every shell, and all rings of a record
 * that has no shell, are shells of programs that wound them the wrong way. Result as RFC 7946 winds.
 */
export function polygonOf(rings: Position[][]): Geometry {
  if (rings.length === 1) return { type: 'Polygon', coordinates: [wound(rings[0], true)] };
  const areas = rings.map(signedArea);
  const shells = rings.flatMap((ring, i) => (areas[i] <= 0 ? [{ ring, size: -areas[i], holes: [] as Position[][] }] : []));
  const loose: Position[][] = [];
  const around = shellFinder(shells);
  rings.forEach((ring, i) => {
    if (areas[i] <= 0) return;
    const shell = around(ring, areas[i]);
    if (shell) shell.holes.push(ring);
    else loose.push(ring);
  });
  const polygons = [...shells, ...loose.map((ring) => ({ ring, holes: [] as Position[][] }))].map(({ ring, holes }) => [wound(ring, true), ...holes.map((hole) => wound(hole, false))]);
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

interface Shell {
  ring: Position[];
  size: number;
  holes: Position[][];
}
function shellFinder(shells: Shell[]): (hole: Position[], size: number) => Shell | null {
  if (shells.length === 0) return () => null;
  const around = ringIndex(shells.map(({ ring }) => ring));
  return (hole, size) => {
    const candidates = around(hole[0][0], hole[0][1]).map((i) => shells[i]).filter((shell) => shell.size >= size && contains(shell.ring, hole));
    return candidates.reduce<Shell | null>((best, shell) => (best === null || shell.size < best.size ? shell : best), null);
  };
}

/** By the first vertex of the hole that is not on the shell; a hole may touch it. */
function contains(shell: Position[], hole: Position[]): boolean {
  for (const position of hole.slice(0, 16)) {
    const side = sideOf(shell, position);
    if (side !== 0) return side > 0;
  }
  return true;
}
/** 1 inside, -1 outside, 0 on an edge. */
function sideOf(ring: Position[], [x, y]: Position): number {
  let odd = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (cross === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)) return 0;
    if ((ay > y) !== (by > y) && (cross > 0) === (by > ay)) odd = !odd;
  }
  return odd ? 1 : -1;
}

/** The ring in the sense that is asked for; a ring without area stays. */
export function wound(ring: Position[], anticlockwise: boolean): Position[] {
  const area = signedArea(ring);
  return area !== 0 && (area > 0) !== anticlockwise ? [...ring].reverse() : ring;
}
