import { describe, expect, it } from 'vitest';
import { runAnalysis, type Params } from '../../geo/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

const far = feature('f', point(3000, 0), { stalls: 1, access: 'public' });
async function areas(units: readonly ReturnType<typeof feature>[], facility = far, params: Params = {}) {
  const { layers } = await runAnalysis('parking-shortage', { 'demand-units': layer('demand-unit', ...units), 'parking-facilities': layer('parking-facility', facility) }, { crs: 'EPSG:4547', ...params }, () => {});
  return layers['shortage-areas'].features;
}

describe('shortage areas', () => {
  it('link units exactly as far apart as the linking distance', async () => {
    for (let k = 0; k < 100; k++) {
      const [x, y] = [k * 1.37, k * 3.11];
      expect(await areas([feature('u', point(x, y), { demandNight: 60 }), feature('v', point(x, y + 150), { demandNight: 60 })]), `${k}`).toHaveLength(1);
    }
    expect(await areas([feature('u', point(0, 0), { demandNight: 60 }), feature('v', point(0, 150.01), { demandNight: 60 })])).toHaveLength(2);
  });
  it('are worth naming from exactly the least shortage on, whatever the last bit of the product', async () => {
    for (let stalls = 1; stalls <= 120; stalls++) {
      const near = feature('f', point(0, 50), { stalls, access: 'public' });
      expect(await areas([feature('u', point(0, 0), { demandNight: stalls + 50 })], near, { shortageThreshold: 1 }), `${stalls}`).toHaveLength(1);
    }
    expect(await areas([feature('u', point(0, 0), { demandNight: 149.999 })], feature('f', point(0, 50), { stalls: 100, access: 'public' }), { shortageThreshold: 1 })).toHaveLength(0);
  });
  it('have no unit served exactly at the threshold', async () => {
    // n units of 90 cars and stalls for 0.7 of all of them, in sums that round either way.
    for (let n = 2; n < 40; n++) {
      const units = Array.from({ length: n }, (_, i) => feature(`u${i}`, point(i, 0), { households: 1, carsPerHousehold: 9 + (i % 3) * 0.1 }));
      const cars = units.reduce((sum, { properties }) => sum + Number(properties['carsPerHousehold']), 0);
      expect(await areas(units, feature('f', point(0, 50), { stalls: 0.7 * cars, access: 'public' }), { minShortage: 0 }), `${n}`).toHaveLength(0);
    }
  });
});
