import table from '../../data/parameters/clearances.json' with { type: 'json' };
import { bounded } from '../crs/index.ts';

/** How far two kinds of things have to be apart, m: a row of data/parameters/clearances.json. */
export interface ClearanceRule {
  /** In plan, edge to edge; null: the distance that takes ground (constraints.json, or the feature's own). */
  horizontal: number | null;
  /** From the bottom of the upper to the top of the lower. */
  vertical: number;
  source: string;
  toBeConfirmed: boolean;
}
interface PairRule extends ClearanceRule {
  kinds: readonly string[];
}

const PAIRS = new Map((table.pairs as readonly PairRule[]).map((row): [string, ClearanceRule] => [keyOf(row.kinds[0], row.kinds[1]), row]));
function keyOf(a: string, b: string): string { return a < b ? `${a}|${b}` : `${b}|${a}`; }

/** Whichever of the two is named first; pairs without a row of their own have the default. */
export const clearanceBetween = (a: string, b: string): ClearanceRule => PAIRS.get(keyOf(a, b)) ?? table.default;

/** Within this it is nearly too near, m. Where no clearance is demanded none is nearly missed. */
export const nearlyWithin = (clearance: number): number => (clearance === 0 ? 0 : Math.max(clearance * table.nearMiss.factor, clearance + table.nearMiss.margin));

/** `meets`: common ground, and the depths meet; `near`: closer than demanded, in plan and in depth; `close`: nearly so; `consult`: within the distance of consulting; `passes`: common ground, above or below. */
export type Nature = 'meets' | 'near' | 'close' | 'consult' | 'passes';

/** How two things stand to each other, m. */
export interface Standing {
  /** Edge to edge in plan; 0 where they share ground. */
  clearance: number;
  /** How far apart in depth; null where they share depth, or are not known not to. */
  apart: number | null;
  /** Demanded in plan; null where nothing is. */
  horizontal: number | null;
  vertical: number;
  consult: number;
  /** The law draws a zone around it at any depth. */
  controlZone: boolean;
  /** It says nothing of what is above or below it, as a plan zone does not. */
  ownDepthOnly: boolean;
  /** What counts as kept of the distance in plan: drawn circles have chords. */
  tolerance: number;
}
/** Metres that sums of depths may be off. */
const DEPTH_TOLERANCE = 1e-9;

/** What is demanded is demanded in both: too near is only what is so in plan and in depth. Null where they have nothing to do with each other. */
export function natureOf({ clearance, apart, horizontal, vertical, consult, controlZone, ownDepthOnly, tolerance }: Standing): Nature | null {
  const within = (plan: number, depth: number) => (clearance === 0 || clearance < plan) && (apart === null || apart < depth - DEPTH_TOLERANCE);
  if (clearance === 0 && apart === null) return 'meets';
  if (within((horizontal ?? 0) * tolerance, vertical)) return 'near';
  if (within(nearlyWithin(horizontal ?? 0), nearlyWithin(vertical))) return 'close';
  if ((apart === null || controlZone) && clearance <= bounded(consult)) return 'consult';
  return clearance === 0 && !ownDepthOnly ? 'passes' : null;
}
