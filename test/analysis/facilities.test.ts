import { expect, test } from 'vitest';
import { runAnalysis } from '../../geo/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

test('facilities keep the entrances that they are reached by', async () => {
  const gate = (feature('g', point(0, 40)).geometry as { coordinates: number[] }).coordinates;
  const park = (id: string, entrances: number[][] | null) => feature(id, point(0, 900), { stalls: 10, access: 'public', entrances });
  const { layers } = await runAnalysis('parking-shortage', { 'demand-units': layer('demand-unit', feature('u', point(0, 0), { demandNight: 5 })), 'parking-facilities': layer('parking-facility', park('p', [gate]), park('q', null)) }, { crs: 'EPSG:4547' }, () => {});
  const [p, q] = layers['facilities'].features.map(({ properties }) => properties);
  expect(p).toMatchObject({ used: 5, entrances: [gate] });
  expect(q).not.toHaveProperty('entrances');
});
