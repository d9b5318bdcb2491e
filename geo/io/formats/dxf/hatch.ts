import type { Position } from 'geojson';
import { portable } from '../../../crs/index.ts';
import { bulged, circleArc, ellipseArc, spline } from './curve.ts';
import type { Entity } from './drawing.ts';
import type { Pair } from './pairs.ts';

/** Reads the pairs of a boundary one after the other: their meaning is in their order. */
class PairReader {
  private at = 0;
  constructor(private readonly pairs: readonly Pair[]) {}
  /** Goes on behind the next pair with this code; NaN where there is none. */
  next(code: number): number {
    while (this.at < this.pairs.length && this.pairs[this.at][0] !== code) this.at++;
    return this.at < this.pairs.length ? Number(this.pairs[this.at++][1]) : NaN;
  }
  /** The value where the pair that stands next has this code. */
  here(code: number): number | null {
    return this.pairs[this.at]?.[0] === code ? Number(this.pairs[this.at++][1]) : null;
  }
  position(x: number): Position {
    return [this.next(x), this.next(x + 10)];
  }
  get left(): number {
    return this.pairs.length - this.at;
  }
}

/** The closed paths of a hatch. Source: DXF Reference, HATCH, "boundary path data". Null where they cannot be followed. */
export function hatchRings(entity: Entity): Position[][] | null {
  const reader = new PairReader(entity.pairs);
  const paths = reader.next(91);
  if (!(paths >= 1 && paths <= reader.left)) return null;
  const rings: Position[][] = [];
  for (let i = 0; i < paths; i++) {
    const flags = reader.next(92);
    const ring = flags & 2 ? polylinePath(reader) : edgePath(reader);
    if (!ring || ring.length < 3) return null;
    rings.push(ring);
  }
  return rings;
}

function polylinePath(reader: PairReader): Position[] | null {
  const hasBulge = reader.next(72) === 1;
  reader.next(73);
  const count = reader.next(93);
  if (!(count >= 2 && count <= reader.left)) return null;
  const corners = Array.from({ length: count }, () => ({ at: reader.position(10), bulge: hasBulge ? reader.here(42) ?? 0 : 0 }));
  return corners.flatMap(({ at, bulge }, i) => bulged(at, corners[(i + 1) % count].at, bulge));
}

type Edge = (reader: PairReader) => Position[] | null;
const DEGREE = portable.RADIANS;
/** Edge types by number. Arcs that run clockwise count their angles clockwise. */
const EDGES: Readonly<Record<number, Edge>> = {
  1: (reader) => [reader.position(10), reader.position(11)],
  2: (reader) => {
    const centre = reader.position(10), radius = reader.next(40), from = reader.next(50) * DEGREE, to = reader.next(51) * DEGREE;
    return reader.next(73) === 0 ? circleArc(centre, radius, -from, -to) : circleArc(centre, radius, from, to);
  },
  3: (reader) => {
    const centre = reader.position(10), major = reader.position(11), ratio = reader.next(40), from = reader.next(50) * DEGREE, to = reader.next(51) * DEGREE;
    return reader.next(73) === 0 ? ellipseArc(centre, major, ratio, -from, -to) : ellipseArc(centre, major, ratio, from, to);
  },
  4: (reader) => {
    const degree = reader.next(94), isRational = reader.next(73) === 1, knots = (reader.next(74), reader.next(95)), points = reader.next(96);
    if (!(knots <= reader.left && points <= reader.left)) return null;
    const knotValues = Array.from({ length: knots }, () => reader.next(40));
    const weights: number[] = [];
    const controls = Array.from({ length: points }, () => { const at = reader.position(10); if (isRational) weights.push(reader.here(42) ?? 1); return at; });
    return spline(degree, knotValues, controls, weights);
  },
};
function edgePath(reader: PairReader): Position[] | null {
  const count = reader.next(93);
  if (!(count >= 1 && count <= reader.left)) return null;
  const ring: Position[] = [];
  for (let i = 0; i < count; i++) {
    const type = reader.next(72);
    const edge = Object.hasOwn(EDGES, type) ? EDGES[type](reader) : null;
    if (!edge) return null;
    ring.push(...edge);
  }
  return ring;
}
