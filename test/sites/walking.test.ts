import { describe, expect, it } from 'vitest';
import { feature, layer, lineOf, point, rectangle, run } from './ground.ts';

const drawn = (x: number) => ({ 'drawn-sites': layer('drawn-site', feature('d', rectangle(x, 0, 80, 40))) });
const street = (id: string, from: number, to: number) => feature(id, lineOf([from, 0], [to, 0]));

describe('a site and the walking network', () => {
  it('is told where no street passes within the greatest distance', async () => {
    const units = { 'demand-units': layer('demand-unit', feature('u', point(0, 0), { demandNight: 100 })) };
    const { sites, issues } = await run({ ...units, ...drawn(130), 'walking-network': layer('walking-network', street('w', -50, 20)) });
    expect(sites[0].properties['reliefNight']).toBe(0);
    expect(issues.filter(({ code }) => code === 'network.sites-off')).toMatchObject([{ severity: 'warning', layer: 'candidate-sites', features: ['drawn-d-1'], params: { n: 1, maxSnap: 100 } }]);
    const near = await run({ ...units, ...drawn(30), 'walking-network': layer('walking-network', street('w', -50, 20)) });
    expect(near.issues.map(({ code }) => code)).not.toContain('network.sites-off');
  });
  it('frees stalls on the street that are walked to, and only such as serve', async () => {
    const freed = async (stalls: object, ...streets: ReturnType<typeof street>[]) => (await run({
      ...drawn(50), 'parking-facilities': layer('parking-facility', feature('st', point(0, 0), { stalls: 30, kind: 'on-street', access: 'public', ...stalls })),
      ...(streets.length > 0 ? { 'walking-network': layer('walking-network', ...streets) } : {}),
    })).sites[0].properties['onStreetFreed'];
    expect(await freed({})).toBe(30);
    expect(await freed({}, street('w', -50, 200))).toBe(30);
    // 50 m apart, but on two streets that do not meet.
    expect(await freed({}, street('w1', -50, 20), street('w2', 40, 200))).toBe(0);
    expect(await freed({ access: 'closed' })).toBe(0);
    expect(await freed({ openNight: false })).toBe(30);
    expect(await freed({ openNight: false, openDay: false })).toBe(0);
  });
  it('what two services miss in one layer is told once, of all whom either misses', async () => {
    const { issues } = await run({ 'demand-units': layer('demand-unit', feature('a', point(0, 0), { demandDay: 1, population: 5 }), feature('b', point(10, 0), { demandNight: 5, population: 5 }), feature('c', point(20, 0), { demandNight: 5, demandDay: 5 })) });
    // By night nothing is known of a, by day of b, in war of c.
    expect(issues.filter(({ code }) => code === 'demand.unknown')).toMatchObject([{ layer: 'demand-units', features: ['a', 'b', 'c'], params: { n: 3 } }]);
  });
});
