import { expect, test } from 'vitest';
import { analysisOf, fillParams, ServiceSession } from '../../geo/index.ts';
import { feature, layer, point, rectangle } from '../sites/ground.ts';

test('a site on trial that is moved under the same id is reckoned where it is', async () => {
  const params = fillParams(analysisOf('parking-shortage'), { crs: 'EPSG:4547' });
  const session = await ServiceSession.open('parking-night', {
    'demand-units': layer('demand-unit', feature('u', point(0, 0), { demandNight: 100 })), 'parking-facilities': layer('parking-facility', feature('f', point(3000, 0), { stalls: 1, access: 'public' })),
  }, params);
  const unmet = (x: number) => session.move(params, { feature: feature('d', rectangle(x, 0, 40, 40)), capacity: 80 }).totalUnmet;
  expect([unmet(1000), unmet(20), unmet(1000)]).toEqual([100, 20, 100].map((cars) => expect.closeTo(cars, 9)));
  const gate = (at: number) => session.move(params, { feature: { ...feature('d', rectangle(1000, 0, 40, 40)), properties: { entrances: [feature('g', point(at, 0)).geometry].map((one) => (one as { coordinates: number[] }).coordinates) } }, capacity: 80 }).totalUnmet;
  expect([gate(1000), gate(30)]).toEqual([100, 20].map((cars) => expect.closeTo(cars, 9)));
});
