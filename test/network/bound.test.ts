import { describe, expect, it } from 'vitest';
import { runAnalysis } from '../../geo/index.ts';
import { stepWeight } from '../../geo/allocation/index.ts';
import { pairsWithin, pointSet, straightPairs } from '../../geo/network/index.ts';
import { feature, layer, lineOf, plane, point } from '../sites/ground.ts';

/** The plane as its own ground, so that 180 and 240 m make 300 m and nothing less. */
const flat = { ...plane, scaleAt: () => 1 };
const around: readonly (readonly [number, number])[] = [[0, 300], [300, 0], [180, 240], [-240, 180]];
const pairs = (x: number, y: number, dx: number, dy: number, radius: number) =>
  straightPairs(pointSet([feature('u', point(x, y))], plane), pointSet([feature('f', point(x + dx, y + dy))], plane), { plane: flat, radius, detourFactor: 1 });

describe('the bound of the walk is included', () => {
  it('wherever the two stand, in a straight line', () => {
    for (let k = 0; k < 400; k++) {
      for (const [dx, dy] of around) {
        expect(pairs(1000 + k * 0.37, k * 1.13, dx, dy, 300).facility.length, `${k} ${dx} ${dy}`).toBe(1);
        expect(pairs(1000 + k * 0.37, k * 1.13, dx, dy, 299.999).facility.length).toBe(0);
        expect(pairsWithin(pairs(1000 + k * 0.37, k * 1.13, dx, dy, 600), 300).facility.length).toBe(1);
      }
    }
  });
  it('along a street', async () => {
    for (let k = 0; k < 30; k++) {
      const y = k * 7.3;
      const { layers } = await runAnalysis('parking-shortage', {
        'demand-units': layer('demand-unit', feature('u', point(1000, y), { demandNight: 10 })), 'parking-facilities': layer('parking-facility', feature('f', point(1000, y + 300), { stalls: 10, access: 'public' })),
        'walking-network': layer('walking-network', feature('w', lineOf([1000, y - 10], [1000, y + 310]))),
      }, { crs: 'EPSG:4547' }, () => {});
      expect(layers['demand-units'].features[0].properties['servedRatio'], `${k}`).toBe(1);
    }
  });
  it('and so are the bounds of the distance bands', () => {
    const weight = stepWeight('0.4:1,0.7:0.68,1:0.22', 300);
    expect([120 + 4e-10, 210 + 4e-10, 300 + 4e-10, 300.001].map(weight)).toEqual([1, 0.68, 0.22, 0]);
  });
});
