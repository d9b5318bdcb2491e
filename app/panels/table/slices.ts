import { nextTurn } from '../../state/next-turn.ts';

/** Work that may stop between any two of its steps; it gives its result at the end. */
export type Steps<T> = Generator<void, T>;
/** Features, or comparisons, between two stops. */
export const STRIDE = 256;
/** Milliseconds of work before the page may draw and answer keys. */
const SLICE = 10;

export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
/** The same with the page answering in between; undefined where nobody wants it any more. */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await nextTurn();
    if (!isWanted()) return undefined;
  }
}

/** The places of a list in the order that `compare` gives; equal ones stay in their order. */
export function* ordered<T>(list: readonly T[], compare: (a: T, b: T) => number): Steps<Int32Array> {
  let from = Int32Array.from(list, (_, i) => i), to = new Int32Array(list.length), compared = 0;
  for (let width = 1; width < list.length; width *= 2) {
    for (let start = 0; start < list.length; start += 2 * width) {
      const middle = Math.min(start + width, list.length), end = Math.min(start + 2 * width, list.length);
      for (let i = start, j = middle, k = start; k < end; k++) {
        if (++compared % STRIDE === 0) yield;
        to[k] = i < middle && (j >= end || compare(list[from[i]], list[from[j]]) <= 0) ? from[i++] : from[j++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
