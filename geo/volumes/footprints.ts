import type { Geometry, Position } from 'geojson';
import { partsOf } from '../geometry/index.ts';
import type { Footprint, Ring, VolumeFrame } from './types.ts';

/** Half the side of the post that marks a point, m. */
const POST = 3;
/** A corner reaches out at most so many half widths. */
const LONGEST_MITRE = 2;

/** The ground of a geometry in the frame. `width` is that of lines, m; 0 makes walls of them. */
export function footprintsOf(geometry: Geometry, frame: VolumeFrame, width: number): Footprint[] {
  return partsOf(geometry).flatMap((part): Footprint[] => {
    switch (part.type) {
      case 'Polygon': return groundOf(part.coordinates, frame);
      case 'LineString': return stripsOf(placed(part.coordinates, frame), width);
      case 'Point': return [post(placed([part.coordinates], frame)[0])];
      default: return [];
    }
  });
}
/** None where the rim has no ground: a hole of it would be taken for the rim. */
function groundOf(rings: readonly Position[][], frame: VolumeFrame): Footprint[] {
  const [rim, ...holes] = rings.map((ring) => openRing(placed(ring, frame)));
  return rim !== undefined && rim.length > 2 ? [{ kind: 'ground', rings: [rim, ...holes.filter((hole) => hole.length > 2)] }] : [];
}

/** Positions in metres from the frame's origin; one that repeats the one before is left out. */
export function placed(positions: readonly Position[], { plane, origin }: VolumeFrame): Ring {
  const points = positions.map(([lon, lat]) => { const [x, y] = plane.forward(lon, lat); return [x - origin[0], y - origin[1]] as const; });
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}
function openRing(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)!];
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}
const post = ([x, y]: Ring[number]): Footprint => ({ kind: 'ground', rings: [[[x - POST, y - POST], [x + POST, y - POST], [x + POST, y + POST], [x - POST, y + POST]]] });

/** A line as a strip of ground of its width, or as a wall where it has none. */
export function stripsOf(line: Ring, width: number): Footprint[] {
  if (line.length < 2) return [];
  if (!(width > 0)) return [{ kind: 'wall', line }];
  const sides = line.map((_, i) => offset(line, i, width / 2));
  return [{ kind: 'ground', rings: [[...line.map(([x, y], i) => [x + sides[i][0], y + sides[i][1]] as const), ...line.map(([x, y], i) => [x - sides[i][0], y - sides[i][1]] as const).reverse()]] }];
}
/** From a vertex of a line to its left rim: along the bisector of its two segments. */
function offset(line: Ring, i: number, half: number): readonly [number, number] {
  const before = i > 0 ? left(line[i - 1], line[i]) : left(line[0], line[1]);
  const after = i < line.length - 1 ? left(line[i], line[i + 1]) : before;
  const [x, y] = [before[0] + after[0], before[1] + after[1]], length = Math.sqrt(x * x + y * y);
  // A line that turns back on itself has no bisector.
  if (length < 1e-6) return [after[0] * half, after[1] * half];
  const reach = Math.min(LONGEST_MITRE, 2 / length) * half;
  return [x / length * reach, y / length * reach];
}
function left([ax, ay]: Ring[number], [bx, by]: Ring[number]): readonly [number, number] {
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  return [-(by - ay) / length, (bx - ax) / length];
}
