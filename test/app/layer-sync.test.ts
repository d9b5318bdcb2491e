import fc from 'fast-check';
import type { Feature } from 'geojson';
import type { Map as MapView } from 'maplibre-gl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawnFeature, labelPoint } from '../../app/map/fill-source.ts';
import { LayerSync } from '../../app/map/layer-sync.ts';
import { symbologyOf, type Layer, type PlanFeature } from '../../geo/index.ts';

/** Letters come from the page's fonts. */
let fonts = (): Promise<unknown> => Promise.resolve([]);
beforeEach(() => { vi.stubGlobal('document', { fonts: { load: () => fonts() } }); });
afterEach(() => { vi.unstubAllGlobals(); });

/** Of a map what layers are brought to: its sources with what lies in them, its style, and how many features were handed over. */
function mapOf() {
  const sources = new Map<string, Map<string, Feature>>(), style = new Map<string, { id: string; source: string; type: string; visibility: string }>();
  const told = { features: 0, styled: 0 };
  const put = (into: Map<string, Feature>, features: readonly Feature[]) => { for (const one of features) { told.features++; into.set(String(one.properties!['_id']), one); } };
  const source = (id: string) => { const held = sources.get(id); return held && {
    setData: async ({ features }: { features: Feature[] }) => { held.clear(); put(held, features); },
    updateData: async ({ add = [], remove = [] }: { add?: Feature[]; remove?: string[] }) => { for (const one of remove) held.delete(one); put(held, add); },
  }; };
  const map = {
    addSource: (id: string) => { sources.set(id, new Map()); }, getSource: source, removeSource: (id: string) => { sources.delete(id); },
    addLayer: (spec: { id: string; source: string; type: string }) => { told.styled++; style.set(spec.id, { ...spec, visibility: 'visible' }); }, removeLayer: (id: string) => { style.delete(id); },
    getLayer: (id: string) => style.get(id), getLayersOrder: () => [...style.keys()],
    setLayoutProperty: (id: string, key: string, value: string) => { if (key === 'visibility') style.get(id)!.visibility = value; },
    setPaintProperty: () => undefined, moveLayer: () => undefined, removeFeatureState: () => undefined,
  };
  return { map: map as unknown as MapView, sources, style, told };
}

const feature = (id: string, stalls: number): PlanFeature => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [Number(id.slice(1)) / 100, 22] }, properties: { id, name: id, stalls } });
const layer = (id: string, features: PlanFeature[], schema: Layer['schema'] = 'parking-facility'): Layer => ({ id, schema, name: id, features });
const plain = { hidden: {}, opacity: {}, order: [], colourBy: {} };
const points = ({ schema }: Layer, { features }: Layer) => features.map((one) => labelPoint(one, symbologyOf(schema).label!.field));

test('the map holds what the layer holds, whatever was drawn before it', async () => {
  const stalls = fc.dictionary(fc.integer({ min: 0, max: 900 }).map((n) => `u${n}`), fc.integer({ min: 0, max: 2 }), { maxKeys: 60 });
  await fc.assert(fc.asyncProperty(fc.array(stalls, { minLength: 1, maxLength: 6 }), async (states) => {
    const { map, sources } = mapOf(), sync = new LayerSync(map), known = new Map<string, PlanFeature>();
    // What is the same in two states is the same object, as in the document.
    const same = (id: string, value: number) => { const key = `${id}:${value}`, found = known.get(key) ?? feature(id, value); known.set(key, found); return found; };
    for (const state of states) {
      const shown = layer('p', Object.entries(state).map(([id, value]) => same(id, value)));
      await sync.show({ layers: [shown], ...plain });
      const sorted = (features: Iterable<Feature>) => [...features].sort((a, b) => (String(a.properties!['_id']) < String(b.properties!['_id']) ? -1 : 1));
      expect(sorted(sources.get('layer/p')!.values())).toEqual(sorted(shown.features.map(drawnFeature)));
      expect(sorted(sources.get('layer/p#label')!.values())).toEqual(sorted(points(shown, shown)));
    }
  }), { numRuns: 150 });
});

test('a scenario that changes three of a thousand features hands those over and styles nothing anew; back again too', async () => {
  const { map, told, sources } = mapOf(), sync = new LayerSync(map);
  const baseline = layer('p', Array.from({ length: 1000 }, (_, i) => feature(`u${i}`, 1)));
  const scenario = layer('p', [...baseline.features.map((one, i) => (i % 400 === 7 ? feature(one.id, 9) : one)).filter((_, i) => i !== 500), feature('u2000', 3)]);
  await sync.show({ layers: [baseline], ...plain });
  const { features, styled } = told;
  await sync.show({ layers: [scenario], ...plain });
  expect([told.features - features, told.styled - styled, sources.get('layer/p')!.size]).toEqual([8, 0, 1000]);
  await sync.show({ layers: [baseline], ...plain });
  expect([told.features - features, sources.get('layer/p')!.has('u2000'), sources.get('layer/p')!.has('u500')]).toEqual([16, false, true]);
});

test('a layer of another kind is styled anew', async () => {
  const { map, style } = mapOf(), sync = new LayerSync(map), features = [feature('u1', 1)];
  await sync.show({ layers: [layer('p', features)], ...plain });
  const before = [...style.keys()];
  await sync.show({ layers: [layer('p', [...features, feature('u2', 1)], 'boundary')], ...plain });
  expect([...style.keys()]).not.toEqual(before);
});

test('results of other scenarios wait unseen and come back without a feature handed over; others go', async () => {
  const { map, sources, style, told } = mapOf(), sync = new LayerSync(map);
  const result = (run: string) => layer(`${run}/demand-units`, [feature('u1', 1), feature('u2', 2)], 'demand-result');
  const [one, two, gone] = [result('parking-shortage-night'), result('parking-shortage-night@s1'), result('shelter-coverage')];
  await sync.show({ layers: [one, gone], ...plain });
  const elsewhere = new Set([one.id, two.id]);
  await sync.show({ layers: [two], elsewhere, ...plain });
  const seen = (id: string) => [...style.values()].filter(({ source }) => source === `layer/${id}`).map(({ visibility }) => visibility);
  expect([new Set(seen(one.id)), new Set(seen(two.id)), sources.has(`layer/${gone.id}`)]).toEqual([new Set(['none']), new Set(['visible']), false]);
  const { features } = told;
  await sync.show({ layers: [one], elsewhere, ...plain });
  expect([told.features - features, new Set(seen(one.id)), new Set(seen(two.id))]).toEqual([0, new Set(['visible']), new Set(['none'])]);
  // Computed anew while it waited: filled when it is seen again. A run that is gone leaves nothing.
  await sync.show({ layers: [{ ...two, features: [feature('u1', 5)] }], elsewhere: new Set([two.id]), ...plain });
  // The feature and its name.
  expect([told.features - features, sources.get(`layer/${two.id}`)!.size, sources.has(`layer/${one.id}`)]).toEqual([2, 1, false]);
});

test('no more waits unseen than so many features', async () => {
  const { map, sources } = mapOf(), sync = new LayerSync(map);
  const runs = ['a', 'b', 'c'].map((scenario) => layer(`parking-shortage-night@${scenario}/demand-units`, Array.from({ length: 20_000 }, (_, i) => feature(`u${i}`, 1)), 'demand-result'));
  const elsewhere = new Set(runs.map(({ id }) => id));
  for (const run of runs) await sync.show({ layers: [run], elsewhere, ...plain });
  expect(runs.map(({ id }) => sources.has(`layer/${id}`))).toEqual([false, true, true]);
});

test('no name is drawn before its letters are there', async () => {
  let come = () => {};
  fonts = () => new Promise<void>((resolve) => { come = resolve; });
  const { map, style } = mapOf(), sync = new LayerSync(map), named = { ...feature('u1', 1), properties: { id: 'u1', name: '书院街' } };
  const done = sync.show({ ...plain, layers: [layer('p', [named])] });
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect([...style.keys()].filter((id) => id.endsWith('/label'))).toEqual([]);
  come();
  await done;
  expect([...style.keys()].filter((id) => id.endsWith('/label'))).toHaveLength(1);
  fonts = () => Promise.resolve([]);
});
