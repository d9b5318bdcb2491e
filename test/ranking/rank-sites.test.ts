import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptabilityOf, BENEFIT_INDICATORS, BENEFITS, benefitScores, minMax, rankAcceptability, rankSites, swapWeight, weightedSum,
  type BenefitWeights, type IndicatorTable,
} from '../../geo/ranking/index.ts';
import { numbers } from '../support/numbers.ts';

const EQUAL: BenefitWeights = { social: 1, economic: 1, environmental: 1, warReadiness: 1 };
const indicators = BENEFIT_INDICATORS;
const value = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null, freq: 6 });
const tables = fc.array(fc.array(value, { minLength: indicators.length, maxLength: indicators.length }), { minLength: 1, maxLength: 14 })
  .map((rows): IndicatorTable => ({ indicators, sites: rows.map((values, i) => ({ id: `s${i}`, values, held: false })) }));
const weights = fc.record({ social: fc.integer({ min: 0, max: 9 }), economic: fc.integer({ min: 0, max: 9 }), environmental: fc.integer({ min: 0, max: 9 }), warReadiness: fc.integer({ min: 0, max: 9 }) });
const SEED = { seed: 20, numRuns: 200 };

describe('benefits table', () => {
  it('shares out each benefit completely', () => {
    for (const benefit of BENEFITS) {
      expect(indicators.filter((row) => row.benefit === benefit).reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('ranking', () => {
  it('does not depend on the order of the rows, not in one bit', () => {
    fc.assert(fc.property(tables, weights, (table, w) => {
      const turned = { ...table, sites: [...table.sites].reverse() };
      const a = rankSites(table, w).sites, b = rankSites(turned, w).sites.reverse();
      expect(b).toEqual(a);
      expect(acceptabilityOf(turned, 50, 3).reverse()).toEqual(acceptabilityOf(table, 50, 3));
    }), SEED);
  });
  it('never puts a site that is better in everything below the other', () => {
    fc.assert(fc.property(tables, weights, fc.nat(), (table, w, pick) => {
      const one = table.sites[pick % table.sites.length];
      const better = { id: 'zz', held: false, values: one.values.map((v, k) => (v === null ? 25 : v + indicators[k].direction)) };
      const { sites } = rankSites({ indicators, sites: [...table.sites, better] }, w);
      const [worse, best] = [sites.find(({ id }) => id === one.id)!, sites.find(({ id }) => id === 'zz')!];
      expect(best.score).toBeGreaterThanOrEqual(worse.score - 1e-12);
      if (best.score > worse.score) expect(best.rank).toBeLessThan(worse.rank);
    }), SEED);
  });
  it('opens every score into its factors', () => {
    fc.assert(fc.property(tables, weights, (table, w) => {
      for (const site of rankSites(table, w).sites) {
        expect(site.factors.map(({ value: raw }) => raw)).toEqual(table.sites.find(({ id }) => id === site.id)!.values);
        expect(site.factors.reduce((sum, factor) => sum + factor.score! * factor.weight!, 0)).toBeCloseTo(site.score, 12);
        for (const factor of site.factors) expect(factor.params!['contribution']).toBe(factor.score! * factor.weight!);
      }
    }), SEED);
  });
  it('gives each rank once, held sites last', () => {
    fc.assert(fc.property(tables, weights, fc.nat(), (table, w, pick) => {
      const sites = table.sites.map((site, i) => ({ ...site, held: i <= pick % table.sites.length }));
      const ranked = rankSites({ indicators, sites }, w).sites;
      expect(ranked.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(sites.map((_, i) => i + 1));
      const free = sites.filter(({ held }) => !held).length;
      ranked.forEach(({ rank }, i) => expect(rank > free).toBe(sites[i].held));
    }), SEED);
  });
  it('an unknown cost is the worst cost, not a free site', () => {
    const values = (cost: number | null) => indicators.map(({ key }) => (key === 'costPerReliefStall' ? cost : 1));
    const { sites } = rankSites({ indicators, sites: [{ id: 'a', values: values(30), held: false }, { id: 'b', values: values(null), held: false }, { id: 'c', values: values(10), held: false }] }, EQUAL);
    expect(sites.map(({ rank }) => rank)).toEqual([2, 3, 1]);
  });
  it('one hopeless cost does not make all others look alike', () => {
    const values = (cost: number) => indicators.map(({ key }) => (key === 'costPerReliefStall' ? cost : 1));
    const { sites } = rankSites({ indicators, sites: [10, 30, 60, 90_000].map((cost, i) => ({ id: `s${i}`, values: values(cost), held: false })) }, EQUAL);
    expect(sites.map(({ factors }) => factors.find(({ key }) => key === 'indicator.costPerReliefStall')!.score)).toEqual([1, 0.6, 0, 0]);
    expect(sites[3].factors.find(({ key }) => key === 'indicator.costPerReliefStall')!.value).toBe(90_000);
  });
  it('takes no sites', () => {
    expect(rankSites({ indicators, sites: [] }, EQUAL).sites).toEqual([]);
    expect(acceptabilityOf({ indicators, sites: [] }, 10, 1)).toEqual([]);
  });
  it('normalises by direction, unknown worst, all equal in the middle', () => {
    expect(minMax([1, 3, null, 2], 1)).toEqual([0, 1, 0, 0.5]);
    expect(minMax([1, 3], -1)).toEqual([1, 0]);
    expect(minMax([4, 4], 1)).toEqual([0.5, 0.5]);
  });
});

describe('rank acceptability', () => {
  const random = numbers(5);
  const rows = Array.from({ length: 20 }, () => Array.from({ length: 4 }, random));
  it('hands out each place once', () => {
    const shares = rankAcceptability(rows, 2000, 7);
    expect(shares.reduce((sum, share) => sum + share.first, 0)).toBeCloseTo(1, 9);
    expect(shares.reduce((sum, share) => sum + share.top3, 0)).toBeCloseTo(3, 9);
    expect(shares.reduce((sum, share) => sum + share.top10, 0)).toBeCloseTo(10, 9);
    expect(rankAcceptability(rows, 2000, 7)).toEqual(shares);
    expect(rankAcceptability(rows, 2000, 8)).not.toEqual(shares);
  });
  it('agrees with sorting out every draw', () => {
    // Two criteria: the first place changes where w a1 + (1 - w) a2 is highest; the shares are lengths on 0…1.
    const two = [[1, 0], [0.7, 0.6], [0, 1]];
    const shares = rankAcceptability(two, 60_000, 11);
    const lower = 0.4 / 1.1, upper = 0.6 / 0.9;
    [1 - upper, upper - lower, lower].forEach((share, i) => expect(Math.abs(shares[i].first - share)).toBeLessThan(0.01));
  });
  it('draws weights evenly: a site that is best in one of four criteria only is first in a quarter', () => {
    const corners = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
    for (const { first } of rankAcceptability(corners, 40_000, 3)) expect(Math.abs(first - 0.25)).toBeLessThan(0.01);
  });
  it('never puts a dominated site first, nor one that is held', () => {
    const dominated = [...rows, rows[3].map((v) => v * 0.9)];
    expect(rankAcceptability(dominated, 3000, 1)[20].first).toBe(0);
    const row = (id: string, v: number, held: boolean) => ({ id, held, values: indicators.map(({ direction }) => v * direction) });
    const table = { indicators, sites: [row('a', 3, true), row('b', 2, false), row('c', 1, false)] };
    expect(acceptabilityOf(table, 100, 1).map(({ first }) => first)).toEqual([0, 1, 0]);
  });
  it('finds the weight at which two sites change places', () => {
    const a = [1, 0, 0.5, 0.5], b = [0, 1, 0.5, 0.5];
    const at = swapWeight(a, b, [0.4, 0.2, 0.2, 0.2], 0)!;
    expect(at).toBeCloseTo(0.25, 12);
    const moved = [at, (1 - at) / 3, (1 - at) / 3, (1 - at) / 3];
    expect(weightedSum(a, moved)).toBeCloseTo(weightedSum(b, moved), 12);
    expect(swapWeight([1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1], 0)).toBeNull();
    expect(swapWeight(a, a, [1, 1, 1, 1], 2)).toBeNull();
  });
  it('benefit scores lie between 0 and 1', () => {
    fc.assert(fc.property(tables, (table) => { for (const row of benefitScores(table)) for (const v of row) expect(v >= 0 && v <= 1 + 1e-12).toBe(true); }), SEED);
  });
});
