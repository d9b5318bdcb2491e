import type { Geometry, Position } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { mapPositions } from '../model/index.ts';

/** Vertices nearer to each other than this many metres are one: a cut beside a vertex that was meant to go through it. */
const SAME = 1e-5;

/**
 * Into the plane and back, where vertices that an operation takes over get the very degrees that they came from: going
 * there and back costs the last digits, and shared edges of neighbours would come apart.
 */
export class Degrees {
  private readonly known = new Map<string, Position>();
  constructor(private readonly plane: Plane) {}

  toPlane<G extends Geometry>(geometry: G): G {
    return mapPositions(geometry, (position) => {
      const planar = this.plane.forward(position[0], position[1]);
      this.known.set(`${planar[0]},${planar[1]}`, position);
      return planar;
    });
  }
  back<G extends Geometry>(geometry: G): G {
    return mapPositions(geometry, ([x, y]) => this.known.get(`${x},${y}`) ?? this.plane.inverse(x, y));
  }
  /** A ring in the plane without vertices that are one with their neighbour; those that were there before stay. */
  tidy(ring: readonly Position[]): Position[] {
    const kept: Position[] = [];
    for (const position of ring.slice(0, -1)) {
      const before = kept[kept.length - 1];
      if (!before || !near(before, position)) kept.push(position);
      else if (this.knows(position)) kept[kept.length - 1] = position;
    }
    while (kept.length > 1 && near(kept[0], kept[kept.length - 1])) {
      if (this.knows(kept[kept.length - 1])) kept[0] = kept[kept.length - 1];
      kept.pop();
    }
    return kept.length === 0 ? [] : [...kept, kept[0]];
  }
  private knows([x, y]: Position): boolean {
    return this.known.has(`${x},${y}`);
  }
}
const near = (a: Position, b: Position): boolean => Math.abs(a[0] - b[0]) < SAME && Math.abs(a[1] - b[1]) < SAME;
