import { describe, expect, it } from 'vitest';
import { canonicalSum } from '../../geo/allocation/index.ts';
import { indexes } from '../../geo/model/index.ts';
import { numbers } from '../support/numbers.ts';

/** The sum of doubles as a whole number of 2^-1074, and a double beside it: what lies below 2^-174 is left off. */
function exactly(values: readonly number[]): number {
  const whole = values.reduce((sum, value) => sum + scaled(value), 0n);
  return Number(whole) === 0 ? 0 : Number(whole / 2n ** 900n) * 2 ** -174;
}
function scaled(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0), exponent = (raw >> 52n) & 0x7ffn, fraction = raw & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return raw >> 63n ? -size : size;
}

describe('the canonical sum', () => {
  const random = numbers(11);
  const kinds: [string, () => number][] = [
    ['counts', () => Math.floor(random() * 5000)],
    ['households times cars', () => Math.floor(random() * 900) * 0.7],
    ['shares of every size', () => random() * 10 ** Math.floor(random() * 12 - 9)],
    ['gains and losses', () => (random() - 0.5) * 1e6],
  ];
  it.each(kinds)('of %s is the exact one, rounded once or nearly so, whatever the order', (_, value) => {
    for (let round = 0; round < 200; round++) {
      const values = indexes(1 + Math.floor(random() * 300)).map(value);
      const sum = canonicalSum(Float64Array.from(values)), exact = exactly(values);
      expect(Math.abs(sum - exact)).toBeLessThanOrEqual(Math.abs(exact) * 2 ** -51);
      const shuffled = indexes(values.length).map((i) => [random(), i]).sort((a, b) => a[0] - b[0]).map(([, i]) => i);
      expect(canonicalSum(Float64Array.from(values), shuffled)).toBe(sum);
    }
  });
  it('does not lose what ordinary addition does', () => {
    expect(canonicalSum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect([0.1, 0.2, 0.3].map((_, i) => canonicalSum(Float64Array.of(0.1, 0.2, 0.3), [i, (i + 1) % 3, (i + 2) % 3]))).toEqual([0.6, 0.6, 0.6]);
  });
  it.each([['so wide a range that parts are left over', [1e150, 3, 7e-20, 1e-150]], ['numbers at the ends of what there is', [1e300, 2e-310, 1e300]], ['ever smaller ones', [1e-250, 5e-324, 3e-260]]])('has one answer for %s', (_, values) => {
    const turned = values.map((__, i) => canonicalSum(Float64Array.from([...values.slice(i), ...values.slice(0, i)])));
    expect(new Set(turned).size).toBe(1);
    expect(turned[0]).toBe(values.reduce((a, b) => a + b));
  });
  it('of nothing is nothing', () => {
    expect(canonicalSum(new Float64Array(0))).toBe(0);
    expect(canonicalSum(Float64Array.of(5), [])).toBe(0);
    expect(Object.is(canonicalSum(Float64Array.of(-0, -0)), 0)).toBe(true);
  });
});
