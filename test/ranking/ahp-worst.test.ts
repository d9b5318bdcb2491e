import { expect, test } from 'vitest';
import { ahp, judgementMatrix, rankAcceptability, swapWeight, weightedSum } from '../../geo/ranking/index.ts';
import { numbers } from '../support/numbers.ts';

test('one judgement among consistent ones that is wrong by far is the one that is named, wherever it stands', () => {
  const random = numbers(12);
  for (let round = 0; round < 300; round++) {
    const n = 4 + Math.floor(random() * 4);
    const weights = Array.from({ length: n }, () => 0.1 + random());
    const upper = weights.flatMap((a, i) => weights.slice(i + 1).map((b) => a / b));
    const wrong = Math.floor(random() * upper.length);
    upper[wrong] *= round % 2 ? 12 : 1 / 12;
    const matrix = judgementMatrix(upper, n);
    const { worst } = ahp(matrix);
    expect([worst.given, matrix[worst.i][worst.j]], `round ${round}`).toEqual([upper[wrong], upper[wrong]]);
    expect(worst.i).toBeLessThan(worst.j);
  }
});

test('no judgement is off by more than the worst, by looking at all of them', () => {
  const random = numbers(13);
  for (let round = 0; round < 300; round++) {
    const n = 2 + Math.floor(random() * 6);
    const scale = [1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 7, 9];
    const matrix = judgementMatrix(Array.from({ length: n * (n - 1) / 2 }, () => scale[Math.floor(random() * scale.length)]), n);
    const { weights, worst, ratio } = ahp(matrix);
    const off = (i: number, j: number) => Math.max(matrix[i][j] * weights[j] / weights[i], weights[i] / weights[j] / matrix[i][j]);
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) expect(off(i, j)).toBeLessThanOrEqual(off(worst.i, worst.j) * (1 + 1e-12));
    expect(worst.fitting).toBeCloseTo(weights[worst.i] / weights[worst.j], 9);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(ratio).toBeGreaterThanOrEqual(0);
  }
});

test('at the weight where two sites change places they score the same', () => {
  const random = numbers(14);
  const scoreAt = (row: readonly number[], weights: readonly number[], c: number, at: number) => {
    const rest = weights.reduce((sum, weight, j) => (j === c ? sum : sum + weight), 0);
    return weightedSum(row, weights.map((weight, j) => (j === c ? at : weight * (1 - at) / rest)));
  };
  let found = 0;
  for (let round = 0; round < 500; round++) {
    const [a, b, weights] = [0, 1, 2].map(() => Array.from({ length: 4 }, random));
    const at = swapWeight(a, b, weights, round % 4);
    const [none, all] = [0, 1].map((share) => scoreAt(a, weights, round % 4, share) - scoreAt(b, weights, round % 4, share));
    // The difference is linear in the weight, so it is 0 between 0 and 1 exactly where its ends differ in sign.
    expect(at !== null).toBe(none * all <= 0);
    if (at === null) continue;
    found++;
    expect(scoreAt(a, weights, round % 4, at)).toBeCloseTo(scoreAt(b, weights, round % 4, at), 9);
  }
  expect(found).toBeGreaterThan(100);
});

test('a site that is best in everything is first under all weights; shares of the first place add up to 1', () => {
  const shares = rankAcceptability([[1, 1, 1, 1], [0.9, 0, 0.9, 0], [0, 0.9, 0, 0.9]], 500, 7);
  expect(shares[0]).toMatchObject({ first: 1, top3: 1, top10: 1 });
  const random = numbers(15);
  const mixed = rankAcceptability(Array.from({ length: 12 }, () => Array.from({ length: 4 }, random)), 500, 7);
  expect(mixed.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 12);
  expect(mixed.reduce((sum, { top3 }) => sum + top3, 0)).toBeCloseTo(3, 12);
  for (const { first, top3, top10 } of mixed) expect(first <= top3 && top3 <= top10 && top10 <= 1).toBe(true);
});
