import { describe, expect, it } from 'vitest';
import { floatingCatchment, gaussianWeight, nearestCost, ReliefNetwork, stepWeight } from '../../geo/allocation/index.ts';
import { pairsFrom } from '../../geo/network/index.ts';
import { numbers } from '../support/numbers.ts';
import { randomNetwork } from '../support/random-network.ts';

/*  a 10 ── p 10 ── b 10 ── q 4        s and t are sites without capacity yet: s by a, t by b
 *  │               │                  a and b want 20, p and q have 14: 6 are unmet
 *  s               t
 */
describe('relief', () => {
  const [a, b] = [0, 1], [p, q, s, t, far] = [0, 1, 2, 3, 4] as const;
  const links: [number, number][] = [[a, p], [b, p], [b, q], [a, s], [b, t]];
  const pairs = pairsFrom(2, 5, links.map(([u]) => u), links.map(([, f]) => f), links.map(() => 100));
  const network = () => new ReliefNetwork(Float64Array.of(10, 10), Float64Array.of(10, 4, 0, 0, 0), pairs);
  it.each([['a small site serves what it holds', s, 3, 3], ['a large one serves all that is unmet', s, 100, 6], ['through its neighbour', t, 100, 6], ['nothing from nothing', s, 0, 0], ['nothing where nobody comes', far, 100, 0]])('%s', (_, site, capacity, gain) => {
    expect(network().relief(site, capacity)).toBeCloseTo(gain, 12);
  });
  it('reaches units that are not in reach of the site, by moving others on', () => {
    // Only c can reach s. c leaves p to d, who reaches nothing else.
    const chain = pairsFrom(2, 2, [0, 1, 0], [0, 0, 1], [1, 1, 1]);
    const gain = new ReliefNetwork(Float64Array.of(10, 10), Float64Array.of(10, 0), chain).relief(1, 10);
    expect(gain).toBeCloseTo(10, 12);
  });
  it('is the same asked again, in whatever order', () => {
    const one = network();
    const first = [s, t, s, t].map((site) => one.relief(site, 4));
    expect(first).toEqual([4, 4, 4, 4]);
    expect(network().relief(t, 4)).toBe(4);
  });
});

describe('floating catchments, whatever the network', () => {
  it.each(['2sfca', 'e2sfca', '3sfca'] as const)('%s hands out what is in reach, no unit gets less than nothing, and it is linear in capacity', (method) => {
    const random = numbers(41);
    const weight = stepWeight('0.4:1,0.7:0.68,1:0.22', 300);
    for (let round = 0; round < 200; round++) {
      const { demand, capacity, pairs } = randomNetwork(random, 20, 8, 0.25, round % 2 === 0);
      const { accessibility } = floatingCatchment(demand, capacity, pairs, method, weight);
      const reached = new Set<number>();
      for (let u = 0; u < 20; u++) for (let k = pairs.start[u]; k < pairs.start[u + 1]; k++) if (demand[u] > 0) reached.add(pairs.facility[k]);
      const handed = accessibility.reduce((sum, value, u) => sum + value * demand[u], 0);
      expect(handed).toBeCloseTo([...reached].reduce((sum, f) => sum + capacity[f], 0), 6);
      expect(accessibility.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
      const doubled = floatingCatchment(demand, capacity.map((value) => value * 2), pairs, method, weight).accessibility;
      doubled.forEach((value, u) => expect(value).toBeCloseTo(accessibility[u] * 2, 9));
    }
  });
  it('with weights of 1 all bands are 2SFCA', () => {
    const { demand, capacity, pairs } = randomNetwork(numbers(42), 30, 10, 0.3);
    expect(floatingCatchment(demand, capacity, pairs, 'e2sfca', () => 1)).toEqual(floatingCatchment(demand, capacity, pairs, '2sfca', () => 0));
  });
  it.each([[0, 1], [120, 1], [120.1, 0.68], [210, 0.68], [210.1, 0.22], [300, 0.22], [300.1, 0]])('at %d m of 300 m the band counts %d', (metres, weight) => {
    expect(stepWeight('0.4:1,0.7:0.68,1:0.22', 300)(metres)).toBe(weight);
  });
  it('the Gaussian falls from 1 to 0 at the radius', () => {
    const weight = gaussianWeight(300);
    expect([weight(0), weight(300), weight(301)]).toEqual([1, 0, 0]);
    for (let metres = 0; metres < 300; metres += 7) expect(weight(metres)).toBeGreaterThan(weight(metres + 7 > 300 ? 300 : metres + 7));
  });
  it('the nearest facility is the nearest with capacity', () => {
    const pairs = pairsFrom(3, 2, [0, 0, 1], [0, 1, 1], [50, 200, 80]);
    expect([...nearestCost(Float64Array.of(0, 5), pairs)]).toEqual([200, 80, NaN]);
  });
});
