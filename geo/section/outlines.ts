import { portable } from '../crs/index.ts';
import type { SectionShape, Sureness } from './shapes.ts';
import type { SectionCut } from './types.ts';

export type Outline = Pick<SectionShape, 'fill' | 'lines' | 'sure'>;
/** Heights of both ends, and how sure they are. */
export interface Ends {
  top: number;
  bottom: number;
  sureTop: Sureness;
  sureBottom: Sureness;
}

/** Half of the width at which something is drawn whose width nobody says, m: a sign, not its size. */
const SIGN = 0.5;
/** Kinds that are round. */
const ROUND = ['pipe', 'gas-main'];
const CORNERS = 24;
/** Crossings flatter than this are drawn as if they crossed so, degrees: at 0 a pipe would be endless. */
const FLATTEST = 10;
const WEAKEST: readonly Sureness[] = ['known', 'assumed', 'unknown'];

export const rectangleOf = (from: number, to: number, top: number, bottom: number): number[] => [from, top, to, top, to, bottom, from, bottom];

/** Half of what a cut takes of the line beside its middle, m; a width that nobody says is that of its height, or a sign. */
export function halfWidth(cut: SectionCut, height: number | null): number {
  if (cut.kind === 'stretch' || cut.kind === 'along') return (cut.to - cut.from) / 2;
  if (cut.kind === 'point') return SIGN;
  return (cut.width ?? Math.min(height ?? 2 * SIGN, 4)) / 2 / portable.sin(Math.max(FLATTEST, cut.angle) * portable.RADIANS);
}

/** What is cut, between its ends. Ends that are not known have no line across: they only look as if it went on. */
export function crossingOutline(cut: SectionCut, ends: Ends, kind: string | null): Outline {
  const { top, bottom, sureTop, sureBottom } = ends, height = sureTop === 'unknown' || sureBottom === 'unknown' ? null : top - bottom;
  const middle = 'at' in cut ? cut.at : (cut.from + cut.to) / 2, half = halfWidth(cut, height), [from, to] = [middle - half, middle + half];
  const sure = WEAKEST[Math.max(WEAKEST.indexOf(sureTop), WEAKEST.indexOf(sureBottom), cut.kind === 'along' || cut.kind === 'point' ? 1 : 0)];
  if (height !== null && cut.kind === 'crossing' && kind !== null && ROUND.includes(kind)) {
    const points = Array.from({ length: CORNERS }, (_, k) => { const angle = 360 * k / CORNERS * portable.RADIANS; return [middle + half * portable.cos(angle), (top + bottom) / 2 + height / 2 * portable.sin(angle)]; }).flat();
    return { fill: points, lines: [{ points, closed: true, sure }], sure };
  }
  const fill = height === null ? null : rectangleOf(from, to, top, bottom);
  if (sure === 'known' && fill) return { fill, lines: [{ points: fill, closed: true, sure }], sure };
  const sides: Sureness = sure;
  return {
    fill, sure, lines: [
      { points: [from, top, from, bottom], closed: false, sure: sides }, { points: [to, top, to, bottom], closed: false, sure: sides },
      ...(sureTop === 'unknown' ? [] : [{ points: [from, top, to, top], closed: false, sure: sureTop }]),
      ...(sureBottom === 'unknown' ? [] : [{ points: [from, bottom, to, bottom], closed: false, sure: sureBottom }]),
    ],
  };
}

/** Between two depths below a ground line (chainage, height, …); without an end down to the lowest that is drawn. */
export function ribbon(ground: readonly number[], top: number, bottom: number | null, lowest: number): number[] {
  const upper: number[] = [], under: number[][] = [];
  for (let k = 0; k < ground.length; k += 2) {
    upper.push(ground[k], Math.max(lowest, ground[k + 1] - top));
    under.push([ground[k], bottom === null ? lowest : Math.max(lowest, ground[k + 1] - bottom)]);
  }
  return [...upper, ...under.reverse().flat()];
}
