import { expect, test } from 'vitest';
import { planeByCode } from '../../geo/crs/index.ts';
import type { Layer } from '../../geo/model/index.ts';
import { buildNetwork } from '../../geo/network/index.ts';

const plane = planeByCode('4547');
/** Two streets, the second of which begins so many degrees from the end of the first. */
function nodes(lon: number, lat: number, east: number, north: number): number {
  const street = (id: string, coordinates: [number, number][]) => ({ type: 'Feature' as const, id, properties: {}, geometry: { type: 'LineString' as const, coordinates } });
  const layer: Layer = { id: 'w', schema: 'walking-network', name: '', features: [street('a', [[lon - 0.001, lat], [lon, lat]]), street('b', [[lon + east, lat + north], [lon + 0.001, lat + 0.001]])] };
  return buildNetwork(layer, plane).nodes;
}

test('streets join where their ends are the same to 1e-7 degrees, wherever that is', () => {
  // Across the edges of cells and roundings of every size, in steps of a millimetre.
  for (let k = 0; k < 2000; k++) {
    const [lon, lat] = [113.57 + k * 1.0001e-8, 22.27 + k * 0.9999e-8];
    for (const [east, north] of [[2e-10, 0], [0, -2e-10], [-9e-8, 9e-8], [9e-8, 0]]) expect(nodes(lon, lat, east, north), `${k} ${east} ${north}`).toBe(3);
    expect(nodes(lon, lat, 1.2e-7, 0)).toBe(4);
  }
  expect(nodes(113.5700001499999, 22.27, 2e-10, 0)).toBe(3);
});
