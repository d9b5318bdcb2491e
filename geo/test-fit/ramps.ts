import { contact, middleOf, type Convex, type Point } from './shapes.ts';
import { GATE, type Piece } from './aisles.ts';
import { distance, reach } from './frame.ts';
import { rowOf } from './lanes.ts';
import { rampLength } from './rules.ts';
import type { Scheme } from './scheme.ts';
import { rowPlaces, type RowPlace } from './stalls.ts';
import { strip } from './strip.ts';
import { Taken } from './taken.ts';

/**
 * A ramp of one lane in a row of stalls. On every level it takes the same ground: each flight lies over the next, one level
 * apart, so that all have the height of a level between them. Cars arrive at the foot and go on down at the head.
 */
export interface Ramp extends RowPlace {
  /** The flight in plan. */
  body: readonly Convex[];
  /** Above the roof, on to the surface; it takes nothing from the level. */
  open: readonly Convex[];
  foot: readonly Convex[];
  head: readonly Convex[];
  length: number;
  /** From the floor of the first level to the surface, in all. */
  wholeLength: number;
  grade: number;
  isCurved: boolean;
  /** Whether it comes up within the ground. */
  isInside: boolean;
  /** Stalls of the scheme that it costs, by number. */
  costs: readonly number[];
  /** Where it comes up. */
  exit: Point;
}

/** Every ramp that the rows admit. */
function rampCandidates(scheme: Scheme, parked: Taken): Ramp[] {
  const { bays, lanes, ground, rules, pieces } = scheme;
  const aisles = new Taken().addAll(pieces.map(({ shape }) => shape));
  const isFree = (shapes: readonly Convex[]) => shapes.every((shape) => ground.covers(shape) && !aisles.hit(shape));
  const opens = (mouth: readonly Convex[]) => mouth.some((shape) => aisles.near(shape).some((i) => contact(shape, aisles.shapes[i]) >= GATE));
  return rowPlaces(bays, lanes).flatMap((place) => ([1, -1] as const).flatMap((way): Ramp[] => {
    // Most places fall out at the first look: what is dear to know is asked last.
    const flight = flightAt(place, way, scheme);
    if (!flight || !isFree(flight.body.shapes)) return [];
    const { foot, head } = mouthsAt(flight, place, way, scheme);
    if (!isFree(foot) || !isFree(head) || !opens(foot) || (rules.levels > 1 && !opens(head))) return [];
    const costs = [...new Set([...flight.body.shapes, ...foot, ...head].flatMap((shape) => parked.hits(shape)))];
    return [rampOf(flight, { foot, head }, costs, place, way, scheme)];
  }));
}

/** Where a flight begins, between which offsets it runs, and where it ends. */
interface Flight { from: { bay: number; s: number }; low: number; high: number; length: number; grade: number; isCurved: boolean; body: ReturnType<typeof strip> }

/** A flight down from a bay's grid line, forwards or backwards; bent ones are flatter and wider. */
function flightAt(place: RowPlace, way: 1 | -1, { bays, lanes, rules }: Scheme): Flight | null {
  const [low, high] = rowOf(lanes[place.lane], place.way);
  const [start, end] = reach(bays[place.bay], (low + high) / 2, (low + high) / 2);
  if (end <= start) return null;
  const from = { bay: place.bay, s: way === 1 ? start : end };
  let made: Flight | null = null;
  for (const isCurved of [false, true]) {
    const width = (isCurved ? rules.rampWidthCurved : rules.rampWidth) + 2 * rules.rampWall, grade = isCurved ? rules.rampGradeCurved : rules.rampGrade;
    if (width > high - low + 1e-9) return null;
    // Against the back of the row; the rest of its depth is the kerb between ramp and aisle.
    const [a, b] = place.way === 1 ? [high - width, high] : [low, low + width], length = rampLength(rules.levelHeight, grade, rules.rampTransition);
    made = { from, low: a, high: b, length, grade, isCurved, body: strip(bays, a, b, from, length, way) };
    if (!made.body.isBent) break;
  }
  return made?.body.isWhole ? made : null;
}

/** The ground before its foot and, where there is a level below, before its head: as deep as the row. */
function mouthsAt({ from, body }: Flight, place: RowPlace, way: 1 | -1, { bays, lanes, rules }: Scheme): Pick<Ramp, 'foot' | 'head'> {
  const [low, high] = rowOf(lanes[place.lane], place.way);
  return { foot: strip(bays, low, high, body, rules.rampMouth, way).shapes, head: rules.levels > 1 ? strip(bays, low, high, from, rules.rampMouth, way === 1 ? -1 : 1).shapes : [] };
}

function rampOf({ from, low, high, length, grade, isCurved, body }: Flight, mouths: Pick<Ramp, 'foot' | 'head'>, costs: readonly number[], place: RowPlace, way: 1 | -1, { bays, ground, rules }: Scheme): Ramp {
  const open = strip(bays, low, high, from, rules.cover / grade, way === 1 ? -1 : 1).shapes;
  return {
    bay: place.bay, lane: place.lane, way: place.way, foot: mouths.foot, head: mouths.head, body: body.shapes, open, length, wholeLength: rampLength(rules.levelHeight + rules.cover, grade, rules.rampTransition),
    grade, isCurved, costs, isInside: open.every((shape) => ground.covers(shape)), exit: middleOf(open[open.length - 1] ?? body.shapes[0]),
  };
}

/** What being at the far end of the garage, or coming up outside it, weighs, in stalls. */
const FAR = 3, OUTSIDE = 5;

/** So many ramps, one near the one end, one near the other, a third between, each where it costs fewest stalls, and apart as entrances have to be. */
export function chooseRamps(scheme: Scheme, parked: Taken, wanted: number): Ramp[] {
  const candidates = rampCandidates(scheme, parked);
  const { bays, rules } = scheme;
  const chosen: Ramp[] = [];
  for (let k = 0; k < wanted; k++) {
    const aim = wanted === 1 ? 0.5 : k === 0 ? 0 : k === 1 ? 1 : 0.5;
    const taken = new Taken().addAll(chosen.flatMap(({ body, foot, head }) => [...body, ...foot, ...head]));
    const before = new Set(chosen.flatMap(({ costs }) => costs));
    let best: Ramp | null = null, least = Infinity;
    for (const ramp of candidates) {
      const price = ramp.costs.filter((stall) => !before.has(stall)).length + FAR * Math.abs(ramp.bay / bays.length - aim) + (ramp.isInside ? 0 : OUTSIDE);
      if (price >= least || chosen.some(({ exit }) => distance(exit, ramp.exit) < rules.rampApart) || [...ramp.body, ...ramp.foot, ...ramp.head].some((shape) => taken.hit(shape))) continue;
      best = ramp;
      least = price;
    }
    if (best) chosen.push(best);
  }
  return chosen;
}

export const mouthPieces = (ramp: Ramp, mouth: 'foot' | 'head'): Piece[] => ramp[mouth].map((shape) => ({ shape, kind: 'mouth', lane: ramp.lane, bay: ramp.bay }));
