import { portable } from '../crs/index.ts';
import type { Params } from '../model/index.ts';
import { numberOf } from './parameters.ts';

/** How stalls stand along one side of an aisle. */
export interface SideKind {
  id: 'perpendicular' | 'parallel' | 'angled';
  /** m of aisle a stall takes, and how far the row reaches from the aisle. */
  pitch: number;
  depth: number;
  /** Of a stall, as it is drawn: across its own axis and along it. */
  width: number;
  length: number;
  /** Cosine and sine of the angle between the stall and the aisle. */
  turn: readonly [cosine: number, sine: number];
}

/** What a garage is drawn by; metres and square metres. Every figure is a parameter (data/parameters/test-fit.json). */
export interface Rules {
  grid: number;
  column: number;
  wall: number;
  aisle: number;
  stallWidth: number;
  stallLength: number;
  perpendicular: SideKind;
  parallel: SideKind;
  oneWay: boolean;
  loopLength: number;
  deadEnd: number;
  turning: number;
  levels: number;
  levelHeight: number;
  cover: number;
  rampWidth: number;
  rampWidthCurved: number;
  rampWall: number;
  rampGrade: number;
  rampGradeCurved: number;
  rampTransition: number;
  rampMouth: number;
  rampApart: number;
  stairWidth: number;
  travel: number;
  plantShare: number;
  unitArea: number;
  unitEntrances: number;
  areaPerStall: number;
  /** Rooms, ramps and stairs are left out: what bays alone hold. */
  bare: boolean;
}

export function rulesOf(params: Params): Rules {
  const n = (key: string) => numberOf(params, key);
  const stallWidth = n('stallWidth'), stallLength = n('stallLength');
  const upright: SideKind = { id: 'perpendicular', pitch: stallWidth, depth: stallLength, width: stallWidth, length: stallLength, turn: [0, 1] };
  return {
    grid: n('columnGrid'), column: n('columnSize'), wall: n('wallThickness'), aisle: n('aisleWidth'), stallWidth, stallLength, perpendicular: upright,
    parallel: { id: 'parallel', pitch: n('parallelLength'), depth: stallWidth, width: stallWidth, length: n('parallelLength'), turn: [1, 0] },
    oneWay: false, loopLength: n('loopLength'), deadEnd: n('deadEnd'), turning: n('turningWidth'),
    levels: n('levels'), levelHeight: n('levelHeight'), cover: n('coverPlot'),
    rampWidth: n('rampWidth'), rampWidthCurved: n('rampWidthCurved'), rampWall: n('rampWall'), rampGrade: n('rampGrade') / 100, rampGradeCurved: n('rampGradeCurved') / 100,
    rampTransition: n('rampTransition'), rampMouth: n('rampMouth'), rampApart: n('rampApart'),
    stairWidth: n('stairWidth'), travel: n('travelDistance'), plantShare: n('plantShare') / 100, unitArea: n('protectiveUnitArea'), unitEntrances: n('unitEntrances'), areaPerStall: n('areaPerStall'), bare: false,
  };
}

/** One-way aisles with stalls at an angle. Columns stand between slanting stalls, so the grid is as wide as three of them and a column need. */
export function oneWayRules(rules: Rules, params: Params): Rules {
  const degrees = numberOf(params, 'stallAngle');
  const [c, s] = [portable.cos(degrees * portable.RADIANS), portable.sin(degrees * portable.RADIANS)];
  const { stallWidth, stallLength, column } = rules;
  const angled: SideKind = { id: 'angled', pitch: stallWidth / s, depth: stallLength * s + stallWidth * c, width: stallWidth, length: stallLength, turn: [c, s] };
  return { ...rules, oneWay: true, aisle: numberOf(params, 'aisleOneWay'), perpendicular: angled, grid: Math.ceil((3 * angled.pitch + column * (1 + c / s)) * 10) / 10 };
}

/** Metres of ramp for a drop: two transitions of half the grade, the rest at the grade. */
export function rampLength(drop: number, grade: number, transition: number): number {
  return drop / grade + transition;
}

/** No stall takes less ground than itself and its share of the aisle before it, m²: what a count by area can never pass. */
export function leastShare({ perpendicular: a, parallel: b, aisle }: Rules): number {
  return Math.min(...[a, b].map(({ width, length, pitch }) => width * length + pitch * aisle / 2));
}
