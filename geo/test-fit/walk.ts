import FlatQueue from 'flatqueue';
import type { Piece } from './aisles.ts';
import { distance } from './frame.ts';
import type { Ground } from './ground.ts';
import { middleOf, pathBetween, type Convex, type Point } from './shapes.ts';
import type { Taken } from './taken.ts';

/** Half of what a way needs, so that it can be tested as a shape, m. */
const HAND = 0.05;
/** Places nearer to each other than this, m, may be walked between: from lane to lane across two rows of stalls, from bay to bay. */
const NEAR = 18;

/**
 * Walks of people: over the aisles and between parked cars, but not through walls and ramps. A place a bay of each lane, and
 * straight ways between places that are near, so a walk is a little longer here than it is.
 */
export class Walks {
  readonly places: readonly Point[];
  private readonly ways: readonly (readonly number[])[];
  constructor(pieces: readonly Piece[], ground: Ground, ramps: Taken) {
    const seen = new Map<string, Piece>();
    pieces.forEach((piece, i) => seen.set(piece.kind === 'lane' ? `${piece.lane} ${piece.bay}` : `${i}`, piece));
    this.places = [...seen.values()].map(({ shape }) => middleOf(shape));
    const ways = this.places.map((): number[] => []);
    this.places.forEach((a, i) => {
      for (let j = i + 1; j < this.places.length; j++) {
        const b = this.places[j];
        if (Math.abs(a[0] - b[0]) > NEAR || Math.abs(a[1] - b[1]) > NEAR || distance(a, b) > NEAR) continue;
        const path = pathBetween(a, b, HAND);
        if (path && ground.covers(path) && !ramps.hit(path)) { ways[i].push(j); ways[j].push(i); }
      }
    });
    this.ways = ways;
  }

  /** The place nearest to a shape, and the metres to it. */
  nearest(shape: Convex): { place: number; metres: number } {
    const [x, y] = middleOf(shape);
    let place = -1, least = Infinity;
    for (let i = 0; i < this.places.length; i++) {
      const dx = this.places[i][0] - x, dy = this.places[i][1] - y, square = dx * dx + dy * dy;
      if (square < least) { least = square; place = i; }
    }
    return { place, metres: Math.sqrt(least) };
  }

  /** Lowers `metres`, the walk from each place to the nearest exit, by one more exit (Dijkstra, only as far as it helps). */
  addExit(metres: Float64Array, { place, metres: start }: { place: number; metres: number }): void {
    if (place < 0 || start >= metres[place]) return;
    const queue = new FlatQueue<number>();
    metres[place] = start;
    queue.push(place, start);
    for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
      for (const j of this.ways[i]) {
        const far = metres[i] + distance(this.places[i], this.places[j]);
        if (far < metres[j]) { metres[j] = far; queue.push(j, far); }
      }
    }
  }
}
