import { simplexPoint, xorshift } from './random.ts';

/** Shares of weight vectors under which a row ranks first, in the first three, in the first ten. */
export interface Acceptability {
  first: number;
  top3: number;
  top10: number;
}
const TOP = 10;

/**
 * Rank acceptability (SMAA-2, Lahdelma and Salminen 2001): how robust a place in the ranking is when nobody agrees on the
 * weights. `rows` are criteria scores (more is better); weight vectors are drawn evenly from the simplex by a seeded
 * generator. Of equal scores the row that comes first ranks first. Only the first ten of each draw are sorted out.
 */
export function rankAcceptability(rows: readonly (readonly number[])[], samples: number, seed: number): Acceptability[] {
  const first = new Uint32Array(rows.length), top3 = new Uint32Array(rows.length), top10 = new Uint32Array(rows.length);
  const random = xorshift(seed);
  for (let s = 0; s < samples && rows.length > 0; s++) {
    const best = leaders(rows, simplexPoint(rows[0].length, random));
    best.forEach((row, place) => {
      if (place < 1) first[row]++;
      if (place < 3) top3[row]++;
      top10[row]++;
    });
  }
  return rows.map((_, i) => ({ first: first[i] / samples, top3: top3[i] / samples, top10: top10[i] / samples }));
}

/** The ten best rows under the weights, best first. */
function leaders(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const best: number[] = [], scores: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    let score = 0;
    for (let j = 0; j < weights.length; j++) score += rows[i][j] * weights[j];
    let place = best.length;
    while (place > 0 && score > scores[place - 1]) place--;
    if (place >= TOP) continue;
    best.splice(place, 0, i);
    scores.splice(place, 0, score);
    if (best.length > TOP) { best.pop(); scores.pop(); }
  }
  return best;
}

/** The weight of criterion `c` (the others keeping their proportions) at which two rows score the same; null where none lies in 0…1. */
export function swapWeight(a: readonly number[], b: readonly number[], weights: readonly number[], c: number): number | null {
  const rest = weights.reduce((sum, weight, j) => (j === c ? sum : sum + weight), 0);
  if (rest === 0) return null;
  const others = a.reduce((sum, value, j) => (j === c ? sum : sum + (value - b[j]) * weights[j] / rest), 0);
  const own = a[c] - b[c];
  // w own + (1 - w) others = 0
  const at = others / (others - own);
  return Number.isFinite(at) && at >= 0 && at <= 1 ? at : null;
}
