import { describe, expect, it } from 'vitest';
import { portable } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';
import { ulps } from '../support/ulps.ts';

type OneNumber = 'sin' | 'cos' | 'tan' | 'atan' | 'asin' | 'exp' | 'log' | 'sinh' | 'cosh' | 'atanh' | 'asinh';
const random = numbers(20);
const within = (most: number) => () => (random() * 2 - 1) * most;
/** Of any magnitude between two powers of ten, with either sign. */
const magnitudes = (from: number, to: number) => () => (random() < 0.5 ? -1 : 1) * Math.pow(10, from + random() * (to - from));
const positive = (from: number, to: number) => () => Math.abs(magnitudes(from, to)());

/** The engine's own Math is right to about one unit in the last place, so a difference may be one more than ours alone. */
const RANGES: readonly [OneNumber, string, () => number, number][] = [
  ['sin', 'of a few turns', within(7), 2], ['sin', 'of 10,000', within(10_000), 2], ['sin', 'of tiny angles', magnitudes(-300, 0), 2],
  ['cos', 'of a few turns', within(7), 2], ['cos', 'of 10,000', within(10_000), 2], ['cos', 'of tiny angles', magnitudes(-300, 0), 2],
  ['tan', 'of a few turns', within(7), 3], ['tan', 'of tiny angles', magnitudes(-300, 0), 3],
  ['atan', 'of any number', magnitudes(-300, 300), 2], ['atan', 'around 1', within(3), 3],
  ['asin', 'everywhere', within(1), 3], ['asin', 'of tiny numbers', magnitudes(-150, 0), 3],
  ['exp', 'everywhere', within(700), 2], ['exp', 'around 0', within(2), 2], ['exp', 'where numbers end', () => -700 - random() * 45, 2],
  ['log', 'of any number', positive(-300, 300), 2], ['log', 'around 1', () => 1 + within(1e-3)(), 3],
  ['sinh', 'everywhere', within(700), 3], ['sinh', 'around 0', within(2), 4], ['sinh', 'of tiny numbers', magnitudes(-300, 0), 3],
  ['cosh', 'everywhere', within(700), 3], ['cosh', 'around 0', within(2), 3],
  ['atanh', 'everywhere', within(1), 5], ['atanh', 'of tiny numbers', magnitudes(-300, 0), 5],
  ['asinh', 'of any number', magnitudes(-300, 150), 6], ['asinh', 'around 0', within(2), 7],
];

describe('portable mathematics', () => {
  it.each(RANGES)('%s %s agrees with Math to the last bits', (name, _, next, most) => {
    for (let i = 0; i < 20_000; i++) {
      const x = next();
      if (ulps(portable[name](x), Math[name](x)) > most) expect.fail(`${name}(${x}) = ${portable[name](x)}, not ${Math[name](x)}`);
    }
  });

  it('atan2 agrees with Math in all four quadrants', () => {
    const next = magnitudes(-8, 8);
    for (let i = 0; i < 20_000; i++) {
      const [y, x] = [next(), next()];
      expect(ulps(portable.atan2(y, x), Math.atan2(y, x)), `${y}, ${x}`).toBeLessThanOrEqual(3);
    }
  });

  it('hypot is the root of the sum of squares', () => {
    const next = magnitudes(-7, 7);
    for (let i = 0; i < 20_000; i++) {
      const [x, y] = [next(), next()];
      expect(ulps(portable.hypot(x, y), Math.hypot(x, y))).toBeLessThanOrEqual(2);
    }
  });

  const EDGES = [0, -0, 1, -1, 0.5, -0.5, 5e-324, 2.2250738585072014e-308, 1e-20, Math.PI / 4, Math.PI / 2, Math.PI, -Math.PI, 1e5];
  it.each(['sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'asinh'] as const)('%s agrees at the edges', (name) => {
    for (const x of EDGES.filter((edge) => !name.endsWith('h') || name === 'asinh' || edge < 700)) expect(ulps(portable[name](x), Math[name](x)), String(x)).toBeLessThanOrEqual(6);
  });

  it('atan2 knows the axes', () => {
    expect(portable.atan2(0, 1)).toBe(0);
    expect(portable.atan2(0, -1)).toBe(Math.PI);
    expect(portable.atan2(1, 0)).toBe(Math.PI / 2);
    expect(portable.atan2(-1, 0)).toBe(-Math.PI / 2);
    expect(portable.atan2(0, 0)).toBe(0);
  });

  it('ends where numbers end', () => {
    expect([portable.exp(0), portable.exp(-746), portable.exp(710), portable.exp(-Infinity), portable.exp(Infinity)]).toEqual([1, 0, Infinity, 0, Infinity]);
    expect([portable.log(1), portable.log(0), portable.log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect([portable.atan(Infinity), portable.atan(-Infinity)]).toEqual([Math.PI / 2, -Math.PI / 2]);
    expect([portable.atanh(1), portable.atanh(-1), portable.asinh(Infinity), portable.sinh(-Infinity), portable.cosh(-Infinity)]).toEqual([Infinity, -Infinity, Infinity, -Infinity, Infinity]);
  });

  it.each(['sin', 'cos', 'tan', 'atan', 'asin', 'exp', 'log', 'sinh', 'cosh', 'atanh', 'asinh'] as const)('%s of no number is no number', (name) => {
    expect(portable[name](NaN)).toBeNaN();
  });
  it('what has no answer is no number', () => {
    expect([portable.log(-1), portable.sin(Infinity), portable.cos(-Infinity), portable.asin(1.5), portable.atanh(2), portable.atan2(NaN, 0), portable.atan2(1, NaN)]).toEqual(Array(7).fill(NaN));
  });
});
