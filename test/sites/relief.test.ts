import { describe, expect, it } from 'vitest';
import { runAnalysis, type Inputs } from '../../geo/index.ts';
import { feature, layer, point, rectangle, run } from './ground.ts';

/*   site        west           park           east      120 cars each, 120 stalls in the park between them: each is 60 short.
 *  ▭ -330…-270  ● -200         ▪ 0            ● 200     Only the west reaches the site.
 */
const inputs = (west: string, east: string, levels: number): Inputs => ({
  'demand-units': layer('demand-unit', feature(west, point(-200, 0), { demandNight: 120 }), feature(east, point(200, 0), { demandNight: 120 })),
  'parking-facilities': layer('parking-facility', feature('p', point(0, 0), { stalls: 120, access: 'public', openNight: true })),
  'drawn-sites': layer('drawn-site', feature('d', rectangle(-330, -20, 60, 40), { levels })),
});
async function areaGains(west: string, east: string, levels: number) {
  const { sites, explain } = await run(inputs(west, east, levels));
  const gains = explain['candidate-sites'][sites[0].id].filter(({ key }) => key === 'factor.areaRelieved');
  return { site: sites[0], gains: Object.fromEntries(gains.map(({ params, value }) => [params!['id'], value])) as Record<string, number> };
}

describe('the areas that a site relieves', () => {
  it('gain what the fairest allocation gives their units, whichever unit comes first', async () => {
    for (const [west, east] of [['a', 'b'], ['b', 'a']]) {
      // 60 x 40 m less the corners on two levels at 35 m² hold more than 120: the west goes there, all of the park is the east's.
      const two = await areaGains(west, east, 2);
      expect(two.gains[`area-${west}`]).toBeCloseTo(60, 9);
      expect(two.gains[`area-${east}`]).toBeCloseTo(60, 9);
      // One level holds 66: 186 stalls for 240 cars, 93 for each of both.
      const one = await areaGains(west, east, 1);
      expect(one.gains[`area-${west}`]).toBeCloseTo(33, 9);
      expect(one.gains[`area-${east}`]).toBeCloseTo(33, 9);
      expect(one.site.properties['reliefNight']).toBeCloseTo(66, 9);
    }
  });
  it('lack as much less when the site is built', async () => {
    const { site, gains } = await areaGains('a', 'b', 1);
    const { 'drawn-sites': _, ...today } = inputs('a', 'b', 1);
    const built = { ...today, 'parking-facilities': layer('parking-facility', ...today['parking-facilities']!.features, { ...site, id: 'new', properties: { id: 'new', stalls: site.properties['stalls'], access: 'public', openNight: true } }) };
    const short = async (given: Inputs) => (await runAnalysis('parking-shortage', given, { crs: 'EPSG:4547' }, () => {})).layers['demand-units'].features.map(({ properties }) => Number(properties['shortage']));
    const [before, after] = [await short(today), await short(built)];
    expect(before[0] - after[0]).toBeCloseTo(gains['area-a'], 9);
    expect(before[1] - after[1]).toBeCloseTo(gains['area-b'], 9);
  });
});
