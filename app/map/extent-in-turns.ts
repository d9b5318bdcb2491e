import type { Extent, Layer } from '../../geo/index.ts';
import { nextTurn } from '../state/next-turn.ts';
import { extentWhereTheyLie } from '../workers/packed-feature.ts';

/** Features looked at per turn of the event loop, in a few milliseconds. */
const PORTION = 20_000;

/** The box around features, taken in portions so that a very large layer does not hold the page; null without a position. */
export async function extentInTurns(features: Layer['features']): Promise<Extent | null> {
  let whole: Extent | null = null;
  const isLarge = features.length > PORTION;
  for (let from = 0; from < features.length; from += PORTION) {
    // Nor is the click lengthened that asked for it.
    if (isLarge) await nextTurn();
    const part = extentWhereTheyLie(isLarge ? features.slice(from, from + PORTION) : features);
    if (part) whole = whole ? [Math.min(whole[0], part[0]), Math.min(whole[1], part[1]), Math.max(whole[2], part[2]), Math.max(whole[3], part[3])] : part;
  }
  return whole;
}
