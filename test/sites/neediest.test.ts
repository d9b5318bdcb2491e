import { describe, expect, it } from 'vitest';
import { feature, layer, numberAt, point, rectangle, run } from './ground.ts';

/** A park of 400 x 300 m with homes at its north-eastern corner: a garage of all of it would be far too large. */
describe('ground larger than a garage', () => {
  const park = { 'land-parcels': layer('land-parcel', feature('g', rectangle(0, 0, 400, 300), { landUse: 'G1' })) };
  const homes = { 'demand-units': layer('demand-unit', feature('h', point(420, 320), { households: 500, population: 900 }), feature('far', point(3000, 0), { households: 9000 })) };
  it('gives the part nearest to the shortage', async () => {
    const { sites, explain } = await run({ ...park, ...homes });
    expect(sites).toHaveLength(1);
    expect(numberAt(sites[0], 'area')).toBeLessThanOrEqual(40_000);
    expect(numberAt(sites[0], 'area')).toBeGreaterThan(20_000);
    expect(numberAt(sites[0], 'reliefNight')).toBe(500);
    expect(String(sites[0].properties['notes'])).toContain('part-of-larger');
    expect(Math.abs(Number(explain['candidate-sites'][sites[0].id].find(({ key }) => key === 'factor.part')!.value) - 396 * 296)).toBeLessThan(100);
  });
  it('stays whole where the limit allows it, and where a planner drew it', async () => {
    expect(numberAt((await run({ ...park, ...homes }, { maxFootprint: 200_000 })).sites[0], 'area')).toBeGreaterThan(117_000);
    const drawn = await run({ 'drawn-sites': layer('drawn-site', feature('d', rectangle(0, 0, 400, 300))), ...homes });
    expect(numberAt(drawn.sites[0], 'area')).toBeGreaterThan(119_000);
  });
});
