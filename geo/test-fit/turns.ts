import { neighboursOf, type Piece } from './aisles.ts';
import { at, distance, reach } from './frame.ts';
import { rowOf, WAYS } from './lanes.ts';
import type { Scheme } from './scheme.ts';
import { middleOf } from './shapes.ts';
import { rowShape } from './stalls.ts';
import type { Taken } from './taken.ts';

/**
 * Where a dead end is longer than allowed, a place to turn beside its last bay (a car drives in backwards and comes out
 * forwards). Measured back to where another way joins.
 */
export function turnsOf({ bays, lanes, ground, rules }: Scheme, pieces: readonly Piece[], barred: Taken): Piece[] {
  if (rules.oneWay) return [];
  const neighbours = neighboursOf(pieces);
  const middles = pieces.map(({ shape }) => middleOf(shape));
  return pieces.flatMap((piece, i): Piece[] => {
    if (piece.kind !== 'lane' || neighbours[i].length !== 1 || deadEndFrom(i, neighbours, middles) <= rules.deadEnd) return [];
    // The last bay with a whole row beside it, at its far end.
    const inward = neighbours[i][0];
    for (const b of [piece.bay, pieces[inward].bay, piece.bay + Math.sign(pieces[inward].bay - piece.bay)]) {
      const bay = bays[b];
      if (!bay) continue;
      for (const way of WAYS) {
        if (!lanes[piece.lane].sides[way]) continue;
        const [low, high] = rowOf(lanes[piece.lane], way);
        const [from, to] = reach(bay, low, high);
        const atEnd = distance(middles[i], at(bay, to, low)) < distance(middles[i], at(bay, from, low));
        for (const s of atEnd ? [to - rules.turning, from] : [from, to - rules.turning]) {
          const shape = rowShape({ bay: b, lane: piece.lane, way }, s, s + rules.turning, bays, lanes);
          if (shape && ground.covers(shape) && !barred.hit(shape)) return [{ shape, kind: 'turn', lane: piece.lane, bay: b }];
        }
      }
    }
    return [];
  });
}

/** Metres from a dead end back to the first piece where ways part. */
function deadEndFrom(end: number, neighbours: readonly (readonly number[])[], middles: readonly (readonly [number, number])[]): number {
  let [before, here, metres] = [-1, end, 0];
  while (neighbours[here].length <= 2) {
    const next = neighbours[here].find((j) => j !== before);
    if (next === undefined) break;
    metres += distance(middles[here], middles[next]);
    [before, here] = [here, next];
  }
  return metres;
}
