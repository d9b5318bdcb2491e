import { describe, expect, it } from 'vitest';
import { fairestAllocation, maxFlow, ReliefNetwork, SiteTrials } from '../../geo/allocation/index.ts';
import { pairsFrom } from '../../geo/network/index.ts';
import { numbers } from '../support/numbers.ts';
import { randomNetwork, reach, type RandomNetwork } from '../support/random-network.ts';

/** The definition by brute force: the worst set over all subsets, settled with what it reaches, then the rest. */
function byEnumeration({ demand, capacity, pairs }: RandomNetwork): number[] {
  const ratio = new Array<number>(pairs.units).fill(1);
  let units = [...demand.keys()].filter((u) => demand[u] > 0);
  const taken = new Set<number>();
  while (units.length > 0) {
    let best = { value: Infinity, set: [] as number[] };
    for (let mask = 1; mask < 1 << units.length; mask++) {
      const set = units.filter((_, i) => mask & (1 << i));
      const reached = new Set(set.flatMap((u) => reach(pairs, u)).filter((f) => !taken.has(f)));
      const value = [...reached].reduce((sum, f) => sum + capacity[f], 0) / set.reduce((sum, u) => sum + demand[u], 0);
      // Of equally bad sets the largest settles them all at once.
      if (value < best.value - 1e-12 || (Math.abs(value - best.value) <= 1e-12 && set.length > best.set.length)) best = { value, set };
    }
    if (best.value >= 1) break;
    for (const u of best.set) {
      ratio[u] = best.value;
      for (const f of reach(pairs, u)) taken.add(f);
    }
    units = units.filter((u) => !best.set.includes(u));
  }
  return ratio;
}

function checkFlow(network: RandomNetwork): void {
  const { demand, capacity, pairs } = network;
  const { flow, ratio } = fairestAllocation(demand, capacity, pairs);
  const used = new Float64Array(pairs.facilities);
  for (let u = 0; u < pairs.units; u++) {
    let served = 0;
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) {
      expect(flow[p]).toBeGreaterThanOrEqual(-1e-9);
      served += flow[p];
      used[pairs.facility[p]] += flow[p];
    }
    expect(served).toBeCloseTo(ratio[u] * demand[u], 7);
  }
  used.forEach((amount, f) => expect(amount).toBeLessThanOrEqual(capacity[f] + 1e-7));
}

describe('fairest allocation', () => {
  it('is what enumerating all subsets gives, on 3,000 small networks', () => {
    const random = numbers(1);
    for (let i = 0; i < 3000; i++) {
      const network = randomNetwork(random, 1 + Math.floor(random() * 7), 1 + Math.floor(random() * 6), 0.15 + random() * 0.6, i % 2 === 0);
      const { ratio } = fairestAllocation(network.demand, network.capacity, network.pairs);
      const expected = byEnumeration(network);
      ratio.forEach((value, u) => expect(Math.abs(value - expected[u]), `network ${i} unit ${u}`).toBeLessThan(1e-9));
    }
  });

  it('leaves exactly demand less maximum flow unmet, and its flow attains the ratios', () => {
    const random = numbers(2);
    for (let i = 0; i < 60; i++) {
      const network = randomNetwork(random, 200 + Math.floor(random() * 300), 60, 0.02 + random() * 0.05, i % 2 === 0);
      const fair = fairestAllocation(network.demand, network.capacity, network.pairs);
      const most = maxFlow(network.demand, network.capacity, network.pairs).value;
      expect(fair.totalUnmet).toBeCloseTo(fair.totalDemand - most, 6);
      checkFlow(network);
    }
  });

  it('carries certificates that add up: ratio = capacity / demand, and capacities of blocks do not overlap', () => {
    const random = numbers(3);
    for (let i = 0; i < 200; i++) {
      const { demand, capacity, pairs } = randomNetwork(random, 40, 15, 0.1);
      const fair = fairestAllocation(demand, capacity, pairs);
      const claimed = new Set<number>();
      const order = [...fair.blocks.keys()].sort((a, b) => fair.blocks[a].ratio - fair.blocks[b].ratio);
      for (const b of order) {
        const units = [...fair.block.keys()].filter((u) => fair.block[u] === b);
        const own = new Set(units.flatMap((u) => reach(pairs, u)).filter((f) => !claimed.has(f) && capacity[f] > 0));
        const { demand: D, capacity: C, ratio } = fair.blocks[b];
        expect(D).toBeCloseTo(units.reduce((sum, u) => sum + demand[u], 0), 9);
        if (ratio < 1) {
          expect(C).toBeCloseTo([...own].reduce((sum, f) => sum + capacity[f], 0), 9);
          expect(ratio).toBeCloseTo(C / D, 12);
          for (const f of own) claimed.add(f);
        }
      }
    }
  });

  it('does not depend on the order of rows: the same bits after shuffling units and facilities', () => {
    const random = numbers(4);
    const shuffle = (n: number) => Array.from({ length: n }, (_, i) => ({ i, key: random() })).sort((a, b) => a.key - b.key).map(({ i }) => i);
    for (let round = 0; round < 100; round++) {
      const { demand, capacity, pairs } = randomNetwork(random, 80, 30, 0.07, false);
      const base = fairestAllocation(demand, capacity, pairs);
      const u2 = shuffle(80), f2 = shuffle(30);
      const unit: number[] = [], facility: number[] = [], cost: number[] = [];
      for (let u = 0; u < 80; u++) for (const f of reach(pairs, u)) { unit.push(u2.indexOf(u)); facility.push(f2.indexOf(f)); cost.push(0); }
      const other = fairestAllocation(Float64Array.from(u2, (u) => demand[u]), Float64Array.from(f2, (f) => capacity[f]), pairsFrom(80, 30, unit, facility, cost));
      u2.forEach((u, k) => { expect(other.ratio[k]).toBe(base.ratio[u]); expect(other.tier[k]).toBe(base.tier[u]); });
      expect(other.totalUnmet).toBe(base.totalUnmet);
    }
  });

  it('never gets a worse worst ratio, nor more unmet, from added capacity', () => {
    const random = numbers(5);
    for (let i = 0; i < 300; i++) {
      const { demand, capacity, pairs } = randomNetwork(random, 50, 20, 0.08);
      const before = fairestAllocation(demand, capacity, pairs);
      const more = capacity.slice();
      more[Math.floor(random() * 20)] += random() * 30;
      const after = fairestAllocation(demand, more, pairs);
      expect(Math.min(...after.ratio)).toBeGreaterThanOrEqual(Math.min(...before.ratio) - 1e-12);
      expect(after.totalUnmet).toBeLessThanOrEqual(before.totalUnmet + 1e-9);
    }
  });

  it('settles the edge cases as METHODS has them', () => {
    const one = pairsFrom(3, 2, [0, 1], [0, 1], [10, 10]);
    const fair = fairestAllocation(Float64Array.of(0, 5, 5), Float64Array.of(3, 0), one);
    expect([...fair.ratio]).toEqual([1, 0, 0]);
    expect([...fair.shortage]).toEqual([0, 5, 5]);
    expect([...fair.tier]).toEqual([2, 1, 1]);
    expect(fairestAllocation(new Float64Array(0), new Float64Array(0), pairsFrom(0, 0, [], [], [])).totalUnmet).toBe(0);
    expect(() => fairestAllocation(Float64Array.of(-1), Float64Array.of(1), pairsFrom(1, 1, [0], [0], [1]))).toThrow('demand 0 is -1');
  });

  it('walks a chain as long as a city without running out of stack', () => {
    const n = 50_000;
    const unit: number[] = [], facility: number[] = [], cost: number[] = [];
    for (let i = 0; i < n; i++) { unit.push(i, i); facility.push(i, Math.min(i + 1, n - 1)); cost.push(1, 1); }
    const capacity = new Float64Array(n).fill(1);
    capacity[0] = 0;
    const fair = fairestAllocation(new Float64Array(n).fill(1), capacity, pairsFrom(n, n, unit, facility, cost));
    expect(fair.totalUnmet).toBeCloseTo(1, 6);
  });
});

describe('relief', () => {
  it('is the difference of two maximum flows, and leaves the base as it was', () => {
    const random = numbers(6);
    for (let i = 0; i < 200; i++) {
      const { demand, capacity, pairs } = randomNetwork(random, 40, 16, 0.1, i % 2 === 0);
      const base = capacity.slice();
      base.fill(0, 10);
      const network = new ReliefNetwork(demand, base, pairs);
      const most = maxFlow(demand, base, pairs).value;
      for (let site = 10; site < 16; site++) {
        const withSite = base.slice();
        withSite[site] = capacity[site];
        expect(network.relief(site, capacity[site])).toBeCloseTo(maxFlow(demand, withSite, pairs).value - most, 7);
      }
    }
  });
  it('falls on units as the fairest allocation with the site less the one without it, which is solved again only where it can change', () => {
    const random = numbers(7);
    for (let i = 0; i < 400; i++) {
      const network = randomNetwork(random, 5 + Math.floor(random() * 40), 12, 0.04 + random() * 0.2, i % 2 === 0);
      const { demand, capacity, pairs } = network;
      const base = capacity.slice();
      base.fill(0, 8);
      const before = fairestAllocation(demand, base, pairs);
      const trials = new SiteTrials(demand, base, pairs, before);
      for (let site = 8; site < 12; site++) {
        const withSite = base.slice();
        withSite[site] = capacity[site];
        const after = fairestAllocation(demand, withSite, pairs);
        const gain = new Map(trials.gains(site, capacity[site]).map((row) => [row.unit, row.gain]));
        demand.forEach((_, u) => expect(gain.get(u) ?? 0, `network ${i} site ${site} unit ${u}`).toBeCloseTo(before.shortage[u] - after.shortage[u], 7));
      }
    }
  });
});
