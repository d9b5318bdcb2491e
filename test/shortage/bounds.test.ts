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
});
