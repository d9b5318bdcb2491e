import { lanePieces, largestPart, linkPieces, withoutDeadEnds, type Piece } from './aisles.ts';
import type { Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Lane } from './lanes.ts';
import type { Rules } from './rules.ts';
import type { Convex, Point } from './shapes.ts';
import { columnsOf, rowPlaces, stallsIn, type Stall } from './stalls.ts';
import { Taken } from './taken.ts';

/** A plan before anything but cars has come in: aisles that hang together, columns, and all stalls that stand along them. */
export interface Scheme {
  rules: Rules;
  ground: Ground;
  bays: readonly Bay[];
  lanes: readonly Lane[];
  pieces: readonly Piece[];
  columns: readonly Convex[];
  stalls: readonly Stall[];
}

export function schemeOf(bays: readonly Bay[], lanes: readonly Lane[], ground: Ground, rules: Rules): Scheme {
  const inLanes = lanePieces(bays, lanes, ground);
  const links = lanes.length > 1 ? linkPieces(bays, lanes, inLanes, ground, rules) : [];
  const whole = largestPart([...inLanes, ...links]);
  // One way round needs loops. A single aisle is a way through, from one ramp to another; what lies beyond its ramps goes later.
  const pieces = rules.oneWay && lanes.length > 1 ? withoutDeadEnds(whole, () => false) : whole;
  const aisles = new Taken().addAll(pieces.map(({ shape }) => shape));
  const columns = columnsOf(bays, lanes, ground, rules).filter((column) => !aisles.hit(column));
  return { rules, ground, bays, lanes, pieces, columns, stalls: stallsAlong(bays, lanes, ground, rules, pieces, aisles, columns) };
}

function stallsAlong(bays: readonly Bay[], lanes: readonly Lane[], ground: Ground, rules: Rules, pieces: readonly Piece[], aisles: Taken, columns: readonly Convex[]): Stall[] {
  const taken = new Taken().addAll(aisles.shapes).addAll(columns);
  const served = new Set(pieces.map(({ bay }) => bay));
  const isAisle = (point: Point) => aisles.holding(point) >= 0;
  const site = { bays, lanes, ground, taken, isAisle, rules };
  const found: Stall[] = [];
  for (const place of rowPlaces(bays, lanes)) {
    if (!served.has(place.bay)) continue;
    for (const stall of stallsIn(place, site)) {
      found.push(stall);
      taken.add(stall.shape);
    }
  }
  return found;
}
