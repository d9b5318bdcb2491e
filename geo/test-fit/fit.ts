import type { Kernel, Polygonal } from '../geometry/index.ts';
import { neighboursOf, reached, withoutDeadEnds, type Piece } from './aisles.ts';
import { coresOf, type Core } from './cores.ts';
import type { Course } from './lanes.ts';
import { oneWayOf } from './one-way.ts';
import { chooseRamps, mouthPieces, type Ramp } from './ramps.ts';
import { roomsOf, type Room } from './rooms.ts';
import { leastShare } from './rules.ts';
import type { Plan } from './search.ts';
import { areaOf, middleOf, pathBetween, type Convex } from './shapes.ts';
import type { Stall } from './stalls.ts';
import { Taken } from './taken.ts';
import { turnsOf } from './turns.ts';
import { unitsOf, type Unit } from './units.ts';

/** What takes stalls away from bays and aisles alone, in the order in which it comes in; `unreached`: no car gets there any more. */
export const LOSSES = ['ramps', 'turns', 'stairs', 'rooms', 'unreached'] as const;
export type Losses = Readonly<Record<(typeof LOSSES)[number], number>>;

/** What is drawn on one level, 1 = the uppermost. */
export interface Level {
  level: number;
  stalls: readonly Stall[];
  aisles: readonly Piece[];
  /** Which way cars go on each of them; empty where they go both ways. */
  courses: readonly Course[];
  columns: readonly Convex[];
  /** Of the ground that no ramp, stair or room takes, over the least that a stall can take: no layout holds more. */
  bound: number;
  /** Stalls of bays and aisles alone that are not drawn, each counted once. */
  lost: Losses;
}
export interface Fit {
  levels: readonly Level[];
  ramps: readonly Ramp[];
  cores: readonly Core[];
  rooms: readonly Room[];
  units: readonly Unit[];
  stalls: number;
  /** Codes of what was found, for the reader. */
  notes: readonly string[];
}

/** Share of a plan's stalls that is left once it is furnished, before that is known. */
const LEFT = 0.75;

/**
 * Furnishes a plan: ramps, then protective units, their stairs, plant, turning places; then on each level the stalls that are
 * left and can be reached from a ramp by car. Ramps, stairs and rooms are the same on all levels, the heads of ramps are not.
 *
 * @param rampsWanted how many ramps so many stalls need
 */
export function furnish({ scheme, halfWidth }: Plan, polygon: Polygonal, area: number, kernel: Kernel, rampsWanted: (stalls: number) => number): Fit {
  const { rules, ground, bays, lanes } = scheme;
  if (rules.bare) return bareFit(scheme, area);
  // What ramps, stairs and rooms usually leave.
  const wanted = rampsWanted(Math.round(scheme.stalls.length * rules.levels * LEFT));
  const parked = new Taken().addAll(scheme.stalls.map(({ shape }) => shape));
  const ramps = chooseRamps(scheme, parked, wanted);
  if (ramps.length === 0) return { ...bareFit(scheme, area), levels: [], stalls: 0, notes: ['no-ramp'] };
  const bodies = ramps.flatMap(({ body }) => body);
  const feet = ramps.flatMap((ramp) => mouthPieces(ramp, 'foot')), heads = ramps.flatMap((ramp) => mouthPieces(ramp, 'head'));
  const ways = [...scheme.pieces, ...feet];
  const base = rules.oneWay ? withoutDeadEnds(ways, ({ kind }) => kind === 'mouth') : ways;
  const barred = new Taken().addAll([...base, ...heads].map(({ shape }) => shape)).addAll(bodies);
  const units = unitsOf(ground, polygon, bays, lanes, rules.unitArea, halfWidth, kernel);
  const turns = turnsOf(scheme, base, barred);
  barred.addAll(turns.map(({ shape }) => shape));
  const { cores, isFar } = coresOf({ ...scheme, pieces: base }, units, parked, barred, new Taken().addAll(bodies));
  barred.addAll(cores.map(({ shape }) => shape));
  const rooms = roomsOf(scheme, units, cores, parked, barred);
  const solid = [...bodies, ...cores.map(({ shape }) => shape), ...rooms.map(({ shape }) => shape)];
  // All levels are alike but the lowest, which no ramp leaves.
  const shapesOf = (parts: readonly { shape: Convex }[]) => parts.map(({ shape }) => shape);
  const inTheWay = (mouths: readonly Piece[]) => ({ ramps: [...bodies, ...shapesOf(mouths)], turns: shapesOf(turns), stairs: shapesOf(cores), rooms: shapesOf(rooms) });
  const lowest = levelOf(rules.levels, scheme, [...base, ...turns], solid, area, lossesOf(parked, inTheWay(feet)));
  const other = rules.levels > 1 ? levelOf(1, scheme, [...base, ...turns, ...heads], solid, area, lossesOf(parked, inTheWay([...feet, ...heads]))) : lowest;
  const levels = Array.from({ length: rules.levels }, (_, k): Level => (k + 1 === rules.levels ? lowest : { ...other, level: k + 1 }));
  const notes = [
    ...(ramps.length < wanted ? ['fewer-ramps'] : []), ...(ramps.some(({ isInside }) => !isInside) ? ['ramp-outside'] : []),
    ...(ramps.length === 1 ? ['one-lane'] : []), ...(units.some((_, u) => cores.filter(({ unit }) => unit === u).length < rules.unitEntrances) ? ['few-entrances'] : []), ...(isFar ? ['long-walk'] : []),
  ];
  return { levels, ramps, cores, rooms, units, stalls: levels.reduce((sum, { stalls }) => sum + stalls.length, 0), notes };
}

/** Half a car's width, m. */
const CAR = 0.9;

/** Which stalls of the plan each kind of thing takes that nothing before it has taken. */
function lossesOf(parked: Taken, inTheWay: Readonly<Record<string, readonly Convex[]>>): Omit<Losses, 'unreached'> {
  const gone = new Set<number>();
  const taken = (shapes: readonly Convex[]) => {
    const before = gone.size;
    for (const shape of shapes) for (const stall of parked.hits(shape)) gone.add(stall);
    return gone.size - before;
  };
  return { ramps: taken(inTheWay['ramps']), turns: taken(inTheWay['turns']), stairs: taken(inTheWay['stairs']), rooms: taken(inTheWay['rooms']) };
}

function levelOf(level: number, { stalls, columns, rules, bays }: Plan['scheme'], aisles: readonly Piece[], solid: readonly Convex[], area: number, losses: Omit<Losses, 'unreached'>): Level {
  const neighbours = neighboursOf(aisles);
  const oneWay = rules.oneWay ? oneWayOf(aisles, bays, neighbours) : null;
  const live = oneWay?.live ?? reached(neighbours, aisles.flatMap(({ kind }, i) => (kind === 'mouth' ? [i] : [])));
  const isLive = (_: unknown, i: number) => live[i] === 1;
  const kept = aisles.filter(isLive);
  const roads = new Taken().addAll(kept.map(({ shape }) => shape));
  const taken = new Taken().addAll(roads.shapes).addAll(solid);
  const walls = new Taken().addAll(solid);
  // A slanting stall is entered past the corner of what stands upright beside it.
  const isShut = ({ shape, access, kind }: Stall) => { const way = kind === 'angled' ? pathBetween(access, middleOf(shape), CAR) : null; return way !== null && walls.hit(way); };
  const parked = stalls.filter((stall) => roads.holding(stall.access) >= 0 && !taken.hit(stall.shape) && !isShut(stall));
  const free = area - solid.reduce((sum, shape) => sum + areaOf(shape), 0);
  return { level, stalls: parked, aisles: kept, courses: oneWay?.courses.filter(isLive) ?? [], columns: columns.filter((column) => !taken.hit(column)), bound: Math.floor(free / leastShare(rules)), lost: { ...losses, unreached: stalls.length - parked.length - losses.ramps - losses.turns - losses.stairs - losses.rooms } };
}

/** Bays and aisles alone, as rules of thumb count them. */
function bareFit({ stalls, pieces, columns, rules }: Plan['scheme'], area: number): Fit {
  const level = (k: number): Level => ({ level: k + 1, stalls, aisles: pieces, courses: [], columns, bound: Math.floor(area / leastShare(rules)), lost: { ramps: 0, turns: 0, stairs: 0, rooms: 0, unreached: 0 } });
  return { levels: Array.from({ length: rules.levels }, (_, k) => level(k)), ramps: [], cores: [], rooms: [], units: [], stalls: stalls.length * rules.levels, notes: [] };
}
