import { cell, local, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import { rowOf, WAYS, type Lane } from './lanes.ts';
import type { Rules } from './rules.ts';
import { clip, TOUCH, type Point } from './shapes.ts';
import { mostIn } from './stalls.ts';

/** Between which offsets the ground lies in a bay; null where the bay has none. */
export type Span = readonly [low: number, high: number];

export function spansOf(bays: readonly Bay[], ground: Ground, halfWidth: number): (Span | null)[] {
  return bays.map((bay) => {
    if (!cell(bay, -1e3, 1e3, -halfWidth, halfWidth)) return null;
    const inside = ground.rings.flatMap((ring) => bay.cuts.reduce<Point[]>((rest, side) => (rest.length < 3 ? [] : clip(rest, side)), ring as Point[])).map((p) => local(bay, p)[1]).filter((t) => Math.abs(t) <= halfWidth);
    return inside.length < 3 ? null : [Math.min(...inside), Math.max(...inside)];
  });
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Across which offsets lanes are laid: what three quarters of the bays have, and the whole breadth. Empty where no bay has ground. */
export function breadthsOf(spans: readonly (Span | null)[]): Span[] {
  const held = spans.flatMap((span) => (span ? [span] : []));
  if (held.length === 0) return [];
  const low = held.map(([value]) => value), high = held.map(([, value]) => value);
  const whole: Span = [Math.min(...low), Math.max(...high)], usual: Span = [quantile(low, 0.8), quantile(high, 0.2)];
  return whole[1] - whole[0] - (usual[1] - usual[0]) < 0.05 || usual[1] <= usual[0] ? [whole] : [usual, whole];
}

/**
 * No plan with these lanes has more stalls: every row full, but where the bay and both its neighbours (slanting stalls lean over)
 * have no ground as far across as the row. Cheap beside laying the stalls, so that most plans need not be drawn at all.
 */
export function mostStalls(bays: readonly Bay[], lanes: readonly Lane[], spans: readonly (Span | null)[], rules: Rules): number {
  const around = bays.map((_, b) => widest(spans.slice(Math.max(0, b - 1), b + 2)));
  return lanes.reduce((sum, lane) => sum + WAYS.reduce((both, way) => {
    const [low, high] = rowOf(lane, way);
    return both + bays.reduce((row, bay, b) => { const span = around[b]; return span && low >= span[0] - SLACK && high <= span[1] + SLACK ? row + mostIn(bay, lane, way, rules) : row; }, 0);
  }, 0), 0);
}
/** Stalls may touch walls; and some room for figures, m. */
const SLACK = 10 * TOUCH;
const widest = (spans: readonly (Span | null)[]): Span | null => spans.reduce((all, span) => (!span ? all : !all ? span : [Math.min(all[0], span[0]), Math.max(all[1], span[1])]), null);
