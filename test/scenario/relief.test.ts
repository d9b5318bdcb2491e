import { describe, expect, it } from 'vitest';
import { deriveLayers, measureOfSite, runAnalysis, type Inputs, type Layer, type Measure } from '../../geo/index.ts';
import { defaults, numberAt, run } from '../sites/ground.ts';
import { town } from '../sites/town.ts';

const layersOf = (inputs: Inputs): Layer[] => Object.values(inputs).filter((layer) => layer !== undefined);
const withLayers = (inputs: Inputs, layers: readonly Layer[]): Inputs => Object.fromEntries(Object.entries(inputs).map(([name, layer]) => [name, layers.find(({ schema }) => schema === layer?.schema)]));
async function unmet(analysis: string, inputs: Inputs, period?: string): Promise<number> {
  const wanted = Object.fromEntries(['demand-units', 'shelters', ...(period ? ['parking-facilities'] : [])].map((name) => [name, inputs[name]]));
  const { indicators } = await runAnalysis(analysis, wanted, { crs: 'EPSG:4547', ...(period ? { period } : {}) }, () => {});
  return Number(indicators.find(({ key }) => key === 'totalUnmet')!.value);
}
const stepsOf = (measures: readonly Measure[], inputs: Inputs) => withLayers(inputs, deriveLayers(layersOf(inputs), measures).layers);

describe('a scenario', () => {
  it('that builds or opens one site lowers the shortage by exactly the relief of that site', async () => {
    const inputs = town(2), { sites } = await run(inputs, { date: '2026-11-24' });
    const before = [await unmet('parking-shortage', inputs, 'night'), await unmet('parking-shortage', inputs, 'day'), await unmet('shelter-coverage', inputs)];
    const kinds = new Set<string>();
    for (const site of sites.filter((_, i) => i % 2 === 0 || sites[i].properties['source'] === 'existing-shelter')) {
      const measure = measureOfSite(site, defaults, { id: 'm1' }, inputs.shelters!.features.find(({ id }) => id === site.properties['sourceId']));
      const { applied, issues } = deriveLayers(layersOf(inputs), [measure]);
      expect([applied, issues]).toEqual([['m1'], []]);
      const after = stepsOf([measure], inputs);
      expect(before[0] - await unmet('parking-shortage', after, 'night')).toBeCloseTo(numberAt(site, 'reliefNight'), 6);
      expect(before[1] - await unmet('parking-shortage', after, 'day')).toBeCloseTo(numberAt(site, 'reliefDay'), 6);
      // The places of a shelter that is opened for cars were there before.
      expect(before[2] - await unmet('shelter-coverage', after)).toBeCloseTo(measure.kind === 'open-shelter' ? 0 : numberAt(site, 'reliefShelter'), 6);
      kinds.add(measure.kind);
    }
    expect([...kinds].sort()).toEqual(['build-site', 'open-shelter']);
  }, 120_000);
});
