import { describe, expect, it } from 'vitest';
import { ahp, CONSISTENT, judgementMatrix } from '../../geo/ranking/index.ts';

/** Worked example of the four benefits, and matrices whose answer is known. */
describe('AHP', () => {
  it('gives the four benefits the weights of the worked example', () => {
    const { weights, lambda, ratio, circle } = ahp(judgementMatrix([2, 3, 1, 2, 0.5, 0.3333333333], 4));
    [0.350913, 0.18906, 0.109114, 0.350913].forEach((w, i) => expect(Math.abs(weights[i] - w)).toBeLessThan(1e-6));
    expect(Math.abs(lambda - 4.010363)).toBeLessThan(1e-6);
    expect(Math.abs(ratio - 0.003838)).toBeLessThan(1e-6);
    expect(circle).toBeNull();
  });
  it('sees through judgements in a circle: equal weights, CR 1.149', () => {
    const { weights, ratio, circle } = ahp(judgementMatrix([3, 1 / 3, 3], 3));
    weights.forEach((w) => expect(w).toBeCloseTo(1 / 3, 9));
    expect(ratio).toBeCloseTo(1.149, 3);
    expect(ratio).toBeGreaterThan(CONSISTENT);
    expect(circle).toEqual([0, 1, 2]);
  });
  it('finds a circle that runs the other way, and none where all is in order', () => {
    expect(ahp(judgementMatrix([1 / 3, 3, 1 / 3], 3)).circle).toEqual([0, 2, 1]);
    expect(ahp(judgementMatrix([1, 1, 2, 5, 3, 2], 4)).circle).toBeNull();
  });
  it('finds circles of any length, the shortest where there are several', () => {
    // 1 over 2 over 3 over 4 over 1; 1 and 3, 2 and 4 are equal, so that no three go round.
    const { circle, ratio } = ahp(judgementMatrix([9, 1, 1 / 9, 9, 1, 9], 4));
    expect(circle).toEqual([0, 1, 2, 3]);
    expect(ratio).toBeGreaterThan(2.6);
    expect(ahp(judgementMatrix([9, 2, 1 / 9, 9, 1, 9], 4)).circle).toEqual([0, 2, 3]);
    expect(ahp(judgementMatrix([2, 1, 1, 1 / 2, 2, 1, 1, 2, 1, 2], 5)).circle).toEqual([0, 1, 2, 3, 4]);
    // Ties alone are no circle.
    expect(ahp(judgementMatrix([1, 1, 1, 1, 1, 1], 4)).circle).toBeNull();
  });
  it('returns the weights a consistent matrix was made from, whatever its size', () => {
    for (const wanted of [[1], [0.7, 0.3], [0.5, 0.3, 0.15, 0.05], [0.3, 0.2, 0.2, 0.1, 0.08, 0.05, 0.04, 0.02, 0.005, 0.005]]) {
      const upper = wanted.flatMap((a, i) => wanted.slice(i + 1).map((b) => a / b));
      const { weights, ratio, lambda } = ahp(judgementMatrix(upper, wanted.length));
      weights.forEach((w, i) => expect(w).toBeCloseTo(wanted[i], 12));
      expect(lambda).toBeCloseTo(wanted.length, 9);
      expect(ratio).toBeCloseTo(0, 9);
    }
  });
  it('names the judgement that spoils the rest', () => {
    const { worst } = ahp(judgementMatrix([2, 4, 8, 2, 1 / 9, 2], 4));
    expect(worst).toMatchObject({ i: 1, j: 3, given: 1 / 9 });
    expect(worst.fitting).toBeGreaterThan(1 / 9);
  });
});
