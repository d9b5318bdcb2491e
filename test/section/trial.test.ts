import { beforeAll, describe, expect, it } from 'vitest';
import { ANALYSES, conflictsOf, contextOf, cutSection, isoDate, measureOfSite, sectionContext, SiteConflicts, SiteTrial, withTrial, type Inputs, type Layer, type Params, type PlanFeature } from '../../geo/index.ts';
import { box, degrees, layer } from '../support/section-town.ts';

const INPUTS: Inputs = {
  'demand-units': layer('demand-unit', [{ id: 'homes', geometry: box(0, 60, 80, 40), properties: { households: 400, carsPerHousehold: 1, population: 1200 } }]),
  'drawn-sites': layer('drawn-site', [{ id: 'plot', geometry: box(0, 0, 100, 40), properties: { levels: 2 } }]),
  constraints: layer('constraint', [{ id: 'tunnel', geometry: box(40, -50, 10, 200), properties: { kind: 'tunnel', topDepth: 12, bottomDepth: 18 } }]),
};
const analysis = ANALYSES['candidate-sites'];
const params: Params = { ...Object.fromEntries(analysis.params.map(({ key, default: value }) => [key, value])), date: '2026-11-26' };
let site: PlanFeature, sites: Layer, trial: SiteTrial;
beforeAll(async () => {
  sites = (await analysis.run(INPUTS, params, () => {})).layers['candidate-sites'];
  site = sites.features.find(({ properties }) => properties['source'] === 'drawn')!;
  trial = new SiteTrial(await contextOf(INPUTS, params, isoDate(params['date'])));
});

describe('a site on trial', () => {
  it('is what the analysis found, where nothing is moved', () => {
    const { properties: p } = site, same = trial.at(site, Number(p['topDepth']), Number(p['levels']));
    expect(same).toMatchObject({ stalls: p['stalls'], shelterPlaces: p['shelterPlaces'], bottom: p['bottomDepth'], grossFloorArea: expect.closeTo(Number(p['grossFloorArea']), 9) });
    expect([same.relief.night, same.relief.day, same.relief.shelter]).toEqual(['reliefNight', 'reliefDay', 'reliefShelter'].map((key) => expect.closeTo(Number(p[key]), 6)));
    expect(same.cost.base).toBeCloseTo(Number(p['cost']), 9);
  });
  it('holds, costs and relieves more with more levels, again and again', () => {
    const two = trial.at(site, 1.5, 2), three = trial.at(site, 1.5, 3);
    expect(three.stalls).toBeGreaterThan(two.stalls);
    expect(three.cost.base).toBeGreaterThan(two.cost.base);
    expect(three.relief.night).toBeGreaterThanOrEqual(two.relief.night);
    expect(trial.at(site, 1.5, 2)).toEqual(two);
  });
  it('meets a tunnel when it comes down to it, as the conflicts of all sites say', async () => {
    const check = new SiteConflicts(await contextOf(INPUTS, params, null)), at = (top: number, levels: number) => ({ ...site, properties: { ...site.properties, topDepth: top, bottomDepth: top + levels * 3.9, levels } });
    expect(check.of(at(1.5, 2)).filter(({ nature }) => nature === 'meets')).toEqual([]);
    const deep = at(6, 2);
    expect(check.of(deep)).toMatchObject([{ id: 'tunnel', nature: 'meets', depthOverlap: expect.closeTo(1.8, 9) }]);
    expect(check.of(deep)).toEqual((await conflictsOf({ ...INPUTS, 'candidate-sites': { ...sites, features: [deep] } }, params)));
  });
  it('is drawn as it is tried, and kept with its cover and levels', () => {
    const model = cutSection(degrees([[-20, 20], [120, 20]]), [sites, INPUTS['constraints']!], sectionContext({ focus: site.id }));
    const moved = withTrial(model, { id: site.id, top: 4, levels: 3, levelHeight: 3.9 });
    expect(moved.features[moved.focus!].depth).toMatchObject({ top: 4, bottom: expect.closeTo(15.7, 9) });
    expect(withTrial(model, { id: 'another', top: 4, levels: 3, levelHeight: 3.9 })).toBe(model);
    const kept = measureOfSite(site, params, { id: 'm1', cover: 4, levels: 3 });
    expect(kept.set).toMatchObject({ topDepth: 4, levels: 3, bottomDepth: expect.closeTo(15.7, 9), stalls: trial.at(site, 4, 3).stalls });
    expect(measureOfSite(site, params, { id: 'm2', cover: 4 }).set).toMatchObject({ topDepth: 4, levels: 2, bottomDepth: expect.closeTo(11.8, 9) });
    expect(() => measureOfSite(site, params, { id: 'm3', cover: -1 })).toThrow(expect.objectContaining({ code: 'measure.cover' }));
  });
});
