import { expect, it } from 'vitest';
import { topsis } from '../../geo/ranking/index.ts';

it('TOPSIS gives the closeness of Hwang and Yoon (1981), and their order', () => {
  const X = [[2, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7], [2.2, 1800, 20000, 5, 5, 5]];
  const closeness = topsis(X, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], [1, 1, 1, -1, 1, 1]);
  [0.643277, 0.268384, 0.613542, 0.312291].forEach((c, i) => expect(Math.abs(closeness[i] - c)).toBeLessThan(1e-6));
  expect([0, 1, 2, 3].sort((a, b) => closeness[b] - closeness[a])).toEqual([0, 2, 3, 1]);
});
it('TOPSIS takes a column of zeros and rows that are all alike', () => {
  expect(topsis([[0, 1], [0, 2]], [0.5, 0.5], [1, 1])).toEqual([0, 1]);
  expect(topsis([[3, 1], [3, 1]], [0.5, 0.5], [1, -1])).toEqual([1, 1]);
});
