import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStations } from '../../geo/sites/blocks.ts';
import { feature, layer, lineOf, numberAt, rectangle, run } from './ground.ts';

describe('cuts along a corridor', () => {
  it('fall at the farthest junction within a block, else at the block length', () => {
    expect(cutStations(0, 1000, [], 400, 60)).toEqual([400, 800]);
    expect(cutStations(0, 1000, [100, 350, 390, 700], 400, 60)).toEqual([390, 700]);
    expect(cutStations(0, 399, [200], 400, 60)).toEqual([]);
  });
  it('leave no rest that is too short for a site', () => {
    expect(cutStations(0, 420, [], 400, 60)).toEqual([360]);
    expect(cutStations(0, 830, [30, 410], 400, 60)).toEqual([400, 770]);
  });
  it('keep every piece between the two lengths, wherever junctions are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 30 }), (to, junctions) => {
      const stations = [0, ...cutStations(0, to, [...junctions].sort((a, b) => a - b), 400, 60), to];
      for (let i = 1; i < stations.length; i++) {
        expect(stations[i] - stations[i - 1]).toBeLessThanOrEqual(400 * (1 + 1e-9));
        if (stations.length > 2) expect(stations[i] - stations[i - 1]).toBeGreaterThanOrEqual(60 - 1e-9);
      }
    }), { seed: 9, numRuns: 500 });
  });
});

describe('a corridor of 1,000 x 40 m', () => {
  const straight = feature('r', lineOf([0, 20], [1000, 20]), { redLineWidth: 40 });
  it('becomes three sites of at most 400 m, which together are the whole', async () => {
    const { sites } = await run({ 'road-projects': layer('road-project', straight) });
    expect(Object.fromEntries(sites.map((site) => [site.id, Math.round(numberAt(site, 'length'))]))).toEqual({ 'road-project-r-1': 400, 'road-project-r-2': 400, 'road-project-r-3': 196 });
    const total = sites.reduce((sum, site) => sum + numberAt(site, 'area'), 0);
    expect(Math.abs(total - (996 * 36 - (4 - Math.PI) * 8.25 * 8.25))).toBeLessThan(1);
  });
  it('is cut where another project crosses, and where a street of the walking network does, but not along its own street', async () => {
    const crossing = feature('x', lineOf([300, -200], [300, 200]), { redLineWidth: 12 });
    const { sites } = await run({
      'road-projects': layer('road-project', straight, crossing),
      'walking-network': layer('walking-network', feature('w', lineOf([620, -100], [620, 20]), { roadClass: 'secondary' }), feature('own', lineOf([0, 20], [1000, 20]), { roadClass: 'arterial' }), feature('path', lineOf([350, -100], [350, 200]), { roadClass: 'footway' })),
    });
    const lengths = sites.filter(({ properties }) => properties['sourceId'] === 'r').map((site) => Math.round(numberAt(site, 'length'))).sort((a, b) => a - b);
    expect(lengths).toEqual([298, 320, 378]);
  });
  it('bends without losing or doubling ground', async () => {
    const bent = feature('r', lineOf([0, 0], [500, 0], [900, 300]), { redLineWidth: 40 });
    const [whole, cut] = [await run({ 'road-projects': layer('road-project', bent) }, { blockLength: 5000 }), await run({ 'road-projects': layer('road-project', bent) })];
    const total = cut.sites.reduce((sum, site) => sum + numberAt(site, 'area'), 0);
    expect(cut.sites.length).toBe(3);
    expect(Math.abs(total - numberAt(whole.sites[0], 'area'))).toBeLessThan(0.01);
  });
  it('as a polygon is cut along its long side', async () => {
    const { sites } = await run({ 'road-projects': layer('road-project', feature('r', rectangle(0, 0, 40, 1000))) });
    expect(sites.map((site) => Math.round(numberAt(site, 'length'))).sort((a, b) => a - b)).toEqual([196, 400, 400]);
  });
});
