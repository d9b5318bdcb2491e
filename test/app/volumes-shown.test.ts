import { expect, it } from 'vitest';
import { aloneIfHidden } from '../../app/map/volumes/isolated.ts';
import type { Layer } from '../../geo/index.ts';

const layer = (id: string): Layer => ({ id, schema: 'constraint', name: id, features: [] }) as unknown as Layer;
const [pipes, sites] = [layer('pipes'), layer('sites')];

it('a selected feature of a hidden layer is shown alone of its layer, beside all the others', () => {
  const selection = { layerId: 'sites', featureId: 's1' };
  expect(aloneIfHidden(null, selection, [pipes])).toEqual(new Map<string, unknown>([['pipes', 'all'], ['sites', new Set(['s1'])]]));
  expect(aloneIfHidden(null, selection, [pipes, sites])).toBeNull();
  expect(aloneIfHidden(null, null, [pipes])).toBeNull();
  const isolated = new Map([['pipes', 'all' as const]]);
  expect(aloneIfHidden(isolated, selection, [pipes])).toBe(isolated);
});
