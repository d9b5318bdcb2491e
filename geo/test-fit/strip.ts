import { cell, reach, type Bay } from './frame.ts';
import type { Convex } from './shapes.ts';

/** Ground as broad throughout, and where it ends. */
interface Strip { shapes: Convex[]; bay: number; s: number; isBent: boolean; isWhole: boolean }

/** A strip between two offsets, so many metres on from a place in a bay, forwards or backwards. Beyond the last bay it runs straight on. */
export function strip(bays: readonly Bay[], low: number, high: number, from: { bay: number; s: number }, length: number, way: 1 | -1): Strip {
  const shapes: Convex[] = [];
  const middle = (low + high) / 2, reachOver = high - low;
  let { bay: b, s } = from, rest = length, isBent = false;
  for (;;) {
    const bay = bays[b];
    const [start, end] = reach(bay, middle, middle);
    const next = bays[b + way];
    const edge = way === 1 ? end : start;
    const take = next ? Math.min(rest, Math.max(0, way * (edge - s))) : rest;
    const to = s + way * take;
    if (take > 1e-6) {
      // To the bisector where it goes on or came from, square where it starts and ends.
      const a = b === from.bay ? s : s - way * reachOver, z = next && rest > take + 1e-9 ? to + way * reachOver : to;
      const [s0, s1] = way === 1 ? [a, z] : [z, a];
      // The last bay's own end does not hold it up.
      const shape = cell(next ? bay : { ...bay, cuts: bay.cuts.filter((_, i) => i !== (way === 1 ? 1 : 0)) }, s0, s1, low, high);
      if (shape) shapes.push(shape);
    }
    rest -= take;
    if (rest <= 1e-9 || !next) return { shapes, bay: b, s: to, isBent, isWhole: rest <= 1e-9 };
    isBent ||= bay.along[0] * next.along[0] + bay.along[1] * next.along[1] < 0.99999;
    b += way;
    const [nextStart, nextEnd] = reach(bays[b], middle, middle);
    s = way === 1 ? nextStart : nextEnd;
  }
}
