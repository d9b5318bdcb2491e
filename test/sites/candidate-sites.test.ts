import { describe, expect, it } from 'vitest';
import { maxFlow } from '../../geo/allocation/index.ts';
import { UserError } from '../../geo/model/index.ts';
import { joinPairs, pointSet, straightPairs } from '../../geo/network/index.ts';
import { acceptabilityOf, BENEFITS, rankSites } from '../../geo/ranking/index.ts';
import { openBooks, type DemandParams, type ServiceId } from '../../geo/service/index.ts';
import { candidateSites, indicatorTableOf, rankingAsWritten } from '../../geo/sites/index.ts';
import { defaults, feature, layer, numberAt, plane, point, rectangle, run } from './ground.ts';
import { town } from './town.ts';

const AT = { date: '2026-11-24' };
const SERVICES: readonly [ServiceId, string, string, number][] = [['parking-night', 'reliefNight', 'stalls', 300], ['parking-day', 'reliefDay', 'stalls', 300], ['sheltering', 'reliefShelter', 'shelterPlaces', 200]];

describe('candidate sites', () => {
  it('relieve exactly as much as the maximum flow grows, in each service by itself', async () => {
    for (const seed of [1, 2, 3]) {
      const inputs = town(seed);
      const { sites } = await run(inputs, AT);
      expect(sites.length).toBeGreaterThan(5);
      for (const [service, key, capacity, radius] of SERVICES) {
        const books = openBooks(service, inputs, { ...defaults } as DemandParams);
        const options = { plane, radius, detourFactor: 1.3 };
        const units = pointSet(books.units, plane);
        const existing = straightPairs(units, pointSet(books.supplies.map((supply) => supply.feature), plane), options);
        const before = maxFlow(books.demand, books.capacity, existing).value;
        let relieved = 0;
        for (const site of sites) {
          const pairs = joinPairs(existing, straightPairs(units, pointSet([site], plane), options));
          const after = maxFlow(books.demand, Float64Array.from([...books.capacity, numberAt(site, capacity)]), pairs).value;
          expect(numberAt(site, key)).toBeCloseTo(after - before, 6);
          relieved += after - before;
        }
        expect(relieved).toBeGreaterThan(0);
      }
    }
  });
  it('persons newly covered are those in reach who reach no shelter with places today', async () => {
    const { sites } = await run({
      'demand-units': layer('demand-unit', feature('a', point(0, 0), { population: 100 }), feature('b', point(100, 0), { population: 50 }), feature('c', point(1000, 0), { population: 70 })),
      shelters: layer('shelter', feature('s', point(-140, 0), { capacity: 10 })),
      'land-parcels': layer('land-parcel', feature('g', rectangle(20, 10, 80, 60), { landUse: 'G3' })),
    });
    // a reaches the shelter (182 m), b does not; both reach the site.
    const site = sites.find(({ id }) => id === 'public-land-g-1')!;
    expect(site.properties['personsNewlyCovered']).toBeCloseTo(50 * 0.6, 9);
    expect(site.properties['reliefShelter']).toBeCloseTo(150 * 0.6 - 10, 9);
  });
  it('fail with a reason, every one of them, and keep their own geometry', async () => {
    const inputs = town(4);
    const { failed, explain, indicators, sites } = await run(inputs, AT);
    expect(failed.map(({ properties }) => properties['sourceId'])).toEqual(expect.arrayContaining(['r3', 's5']));
    for (const site of failed) {
      expect(String(site.properties['reasons'])).not.toBe('');
      expect(explain['failed-sites'][site.id].some(({ key }) => key.startsWith('reason.'))).toBe(true);
      const source = Object.values(inputs).flatMap((one) => one!.features).filter(({ id }) => id === site.properties['sourceId']);
      expect(source.map(({ geometry }) => geometry)).toContainEqual(site.geometry);
    }
    const tested = indicators.find(({ key }) => key === 'sourcesTested')!.value!;
    expect(tested).toBe(failed.length + new Set(sites.map(({ properties }) => `${properties['source']} ${properties['sourceId']}`)).size);
  });
  it('do not depend on the order of the rows, not in one byte', async () => {
    const inputs = town(5);
    const turned = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, { ...one!, features: [...one!.features].reverse() }]));
    const [a, b] = [await run(inputs, AT), await run(turned, AT)];
    const text = ({ sites, failed, explain, indicators }: typeof a) => JSON.stringify([sites, [...failed].sort((p, q) => (p.id < q.id ? -1 : 1)), explain['candidate-sites'], indicators]);
    expect(text(b)).toBe(text(a));
  });
  it('rank a site under a fresh road last until its lock ends', async () => {
    const { sites } = await run(town(6), AT);
    const locked = sites.filter(({ properties }) => properties['locked'] === true);
    expect(locked.map(({ properties }) => properties['sourceId'])).toContain('r2');
    for (const { properties } of locked) expect(properties).toMatchObject({ status: 'locked', lockUntil: '2030-05-01', firstShare: 0 });
    expect(locked.map((site) => numberAt(site, 'rank')).sort((p, q) => p - q)[0]).toBe(sites.length - locked.length + 1);
    // By then the lock of r1, which crosses it, has ended as well.
    const later = await run(town(6), { date: '2034-10-31' });
    expect(later.sites.filter(({ properties }) => properties['locked'] === true)).toHaveLength(0);
  });
  it('without a date keep the dates, leave locks open and say so', async () => {
    const { sites, issues } = await run(town(6));
    expect(issues.map(({ code }) => code)).toContain('sites.no-date');
    const r1 = sites.find(({ properties }) => properties['sourceId'] === 'r1')!;
    expect(r1.properties).toMatchObject({ deadline: '2027-03-30', daysLeft: null, locked: null });
  });
  it('open their score into factors, and can be ranked anew from what was written', async () => {
    const { sites, explain } = await run(town(7), AT);
    for (const site of sites) {
      const parts = explain['candidate-sites'][site.id].filter(({ weight }) => weight !== undefined);
      expect(parts.reduce((sum, { score, weight }) => sum + score! * weight!, 0)).toBeCloseTo(numberAt(site, 'score'), 12);
    }
    const weights = { social: 0.35, economic: 0.2, environmental: 0.1, warReadiness: 0.35 };
    const table = indicatorTableOf(sites);
    expect(rankSites(table, weights).sites.map(({ rank, score, topsis }) => [rank, score, topsis])).toEqual(sites.map(({ properties }) => [properties['rank'], properties['score'], properties['topsis']]));
    expect(rankingAsWritten(sites, weights)).toEqual(rankSites(table, weights).sites);
    const older = sites.map((site) => ({ ...site, properties: { ...site.properties, topsisRank: null } }));
    expect(rankingAsWritten(older, weights)).toEqual(rankSites(table, weights).sites);
    for (const { parts, score } of rankingAsWritten(sites, weights)) expect(BENEFITS.reduce((sum, benefit) => sum + parts[benefit], 0)).toBeCloseTo(score, 12);
    expect(acceptabilityOf(table, 2000, 1).map(({ first }) => first)).toEqual(sites.map(({ properties }) => properties['firstShare']));
    expect(rankSites(table, { ...weights, economic: 5 }).sites.map(({ rank }) => rank)).not.toEqual(sites.map(({ properties }) => properties['rank']));
  });
  it('are weighted by judgements where a matrix is given; judgements in a circle are refused', async () => {
    const inputs = town(8);
    const { indicators } = await run(inputs, { ...AT, ahp: '2,3,1,2,0.5,1/3' });
    const weights = BENEFITS.map((benefit) => indicators.find(({ key }) => key === `weight.${benefit}`)!.value!);
    [0.350913, 0.18906, 0.109114, 0.350913].forEach((w, i) => expect(weights[i]).toBeCloseTo(w, 6));
    expect(indicators.find(({ key }) => key === 'consistencyRatio')!.value).toBeCloseTo(0.003838, 6);
    await expect(run(inputs, { ahp: '3,1/3,1,3,1,1' })).rejects.toThrow(UserError);
    await expect(run(inputs, { ahp: '2,3,1,2,0.5' })).rejects.toMatchObject({ code: 'param.ahp' });
    await expect(run(inputs, { weightSocial: 0, weightEconomic: 0, weightEnvironmental: 0, weightWarReadiness: 0 })).rejects.toMatchObject({ code: 'param.weights' });
    const { issues } = await run(inputs, { ...AT, ahp: '9,1,1,1,1,1' });
    expect(issues.find(({ code }) => code === 'ranking.inconsistent.social-economic')).toMatchObject({ severity: 'warning', params: { given: 9 } });
  });
  it('cost what the unit costs say, less what the road works bear', async () => {
    const { sites } = await run(town(9), AT);
    const road = sites.find(({ properties }) => properties['sourceId'] === 'r1')!, drawn = sites.find(({ properties }) => properties['source'] === 'drawn')!;
    expect(road.properties['cost']).toBeCloseTo(numberAt(road, 'stalls') * 22 * 1.2 * 0.85, 6);
    expect(road.properties['jointSavingAmount']).toBeCloseTo(numberAt(road, 'stalls') * 22 * 1.2 * 0.15, 6);
    expect(drawn.properties).toMatchObject({ cost: numberAt(drawn, 'stalls') * 15 * 1.2, levels: 3, groundOpened: drawn.properties['area'] });
    const opened = sites.find(({ properties }) => properties['source'] === 'existing-shelter')!;
    expect(opened.properties).toMatchObject({ cost: 40 * 0.8, groundOpened: 0 });
  });
  it('come from nothing when there is nothing to look into, and never throw for it', async () => {
    const { sites, failed, issues } = await run({});
    expect([sites, failed]).toEqual([[], []]);
    expect(issues.map(({ code }) => code)).toContain('sites.no-source');
    const broken = { ...feature('b', rectangle(0, 0, 1, 1)), geometry: { type: 'Polygon' as const, coordinates: [[[0, 0], [NaN, 1], [1, 1], [0, 0]]] } };
    const bow = feature('bow', { type: 'Polygon', coordinates: [[[0, 0], [200, 200], [200, 0], [0, 200], [0, 0]]] });
    const odd = await run({ 'road-projects': layer('road-project', broken, bow), constraints: layer('constraint', broken, feature('k', point(50, 50), { kind: 'volcano' })) });
    expect(odd.failed.map(({ properties }) => properties['reasons'])).toEqual(['no-ground']);
    expect(odd.sites.length).toBeGreaterThan(0);
    expect(odd.issues.map(({ code }) => code)).toContain('sites.constraint-kind');
  });
  it('has a parameter table without two rows of one key, every default within its range', () => {
    const keys = candidateSites.params.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of candidateSites.params) {
      if (typeof row.default === 'number') expect(row.default >= (row.min ?? -Infinity) && row.default <= (row.max ?? Infinity)).toBe(true);
    }
  });
});
