import { describe, expect, it } from 'vitest';
import { floatingCatchment, gaussianWeight, stepWeight } from '../../geo/allocation/index.ts';
import { pairsFrom } from '../../geo/network/index.ts';

/** Four demands, two car parks; figures recomputed with an independent implementation (see the note in the oracle file). */
const demand = Float64Array.of(100, 200, 150, 50);
const capacity = Float64Array.of(120, 60);
const all: [number, number, number][] = [[0, 0, 150], [1, 0, 300], [2, 0, 450], [3, 0, 900], [0, 1, 600], [1, 1, 350], [2, 1, 200], [3, 1, 480]];
const near = all.filter(([, , metres]) => metres <= 500);
const pairs = pairsFrom(4, 2, near.map((row) => row[0]), near.map((row) => row[1]), near.map((row) => row[2]));
const close = (values: Float64Array, expected: number[]) => expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 9));

describe('floating catchments', () => {
  it('2SFCA', () => {
    const { supplyRatio, accessibility } = floatingCatchment(demand, capacity, pairs, '2sfca', () => 1);
    close(supplyRatio, [0.26666666666666666, 0.15]);
    close(accessibility, [0.2666666667, 0.4166666667, 0.4166666667, 0.15]);
    expect(accessibility.reduce((sum, a, i) => sum + demand[i] * Math.max(0, 1 - a), 0)).toBeCloseTo(320, 9);
  });
  it('E2SFCA with bands of 200, 350 and 500 m', () => {
    const { supplyRatio, accessibility } = floatingCatchment(demand, capacity, pairs, 'e2sfca', stepWeight('0.4:1,0.7:0.68,1:0.22', 500));
    close(supplyRatio, [0.4460966543, 0.202020202]);
    close(accessibility, [0.4460966543, 0.4407194623, 0.300161466, 0.0444444444]);
  });
  it.each(['2sfca', 'e2sfca', '3sfca'] as const)('%s hands out exactly what there is', (method) => {
    for (const weight of [stepWeight('0.4:1,0.7:0.68,1:0.22', 500), gaussianWeight(520)]) {
      const { accessibility } = floatingCatchment(demand, capacity, pairs, method, weight);
      expect(accessibility.reduce((sum, a, i) => sum + demand[i] * a, 0)).toBeCloseTo(180, 9);
    }
  });
  it('refuses bands that do not ascend, as the user\'s mistake', () => {
    expect(() => stepWeight('0.7:1,0.4:0.5', 300)).toThrow(expect.objectContaining({ code: 'param.bands' }));
  });
});
