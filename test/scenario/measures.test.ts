import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Baseline, BASELINE, compareFigures, deriveLayers, fitOf, freeId, kindOfRun, measureIndicators, measureOfSite, measureOn, MEASURE_IDS, messages, refit, runIdOf, UserError, type Layer, type Measure, type PlanFeature } from '../../geo/index.ts';
import { defaults, feature, layer, lineOf, point, rectangle } from '../sites/ground.ts';

const road = feature('r', lineOf([0, 0], [100, 0]), { worksStart: '2027-03-01', worksEnd: '2028-01-01' });
const shelter = feature('s', point(0, 0), { openForParking: false, stalls: null });
const zone = feature('z', rectangle(0, 0, 50, 50), { suitability: 'restricted', topDepth: 0 });
const street = feature('p', point(5, 5), { stalls: 20, kind: 'on-street' });
const LAYERS: Layer[] = [layer('road-project', road), layer('shelter', shelter), layer('underground-zone', zone), layer('parking-facility', street)];
const MOVE = measureOn('move-road', road, { worksStart: '2028-03-01' }, { id: 'm1' });
const CANCEL = measureOn('cancel-road', road, {}, { id: 'm2' });
const OPEN = measureOn('open-shelter', shelter, { stalls: 60, opening: 'night' }, { id: 'm3' });
const ZONE = measureOn('change-zone', zone, { suitability: 'suitable' }, { id: 'm4' });
const STALLS = measureOn('change-stalls', street, { stalls: 0 }, { id: 'm5' });
const SITE: PlanFeature = feature('road-project-r-1', rectangle(0, -10, 100, 20), { source: 'road-project', sourceId: 'r', area: 2000, levels: 1, stalls: 57, shelterPlaces: 1200, grossFloorArea: 2000, topDepth: 3, bottomDepth: 7, cost: 570 });
const BUILD = measureOfSite(SITE, defaults, { id: 'm6', title: '紫荆路下' });
const at = (layers: readonly Layer[], schema: Layer['schema']) => layers.find((one) => one.schema === schema)!.features;
const codes = (measures: readonly Measure[], layers = LAYERS) => deriveLayers(layers, measures).issues.map(({ code }) => code);

describe('a measure', () => {
  it.each([
    [MOVE, (layers: Layer[]) => at(layers, 'road-project')[0].properties['worksStart'], '2028-03-01'],
    [CANCEL, (layers: Layer[]) => at(layers, 'road-project').length, 0],
    [ZONE, (layers: Layer[]) => at(layers, 'underground-zone')[0].properties['suitability'], 'suitable'],
    [STALLS, (layers: Layer[]) => at(layers, 'parking-facility')[0].properties['stalls'], 0],
  ] as const)('changes its target and nothing else: $kind', (measure, value, wanted) => {
    const { layers, issues, applied } = deriveLayers(LAYERS, [measure]);
    expect(value(layers)).toBe(wanted);
    expect([issues, applied]).toEqual([[], [measure.id]]);
    expect(layers.filter((one, i) => one !== LAYERS[i]).map(({ schema }) => schema)).toEqual([measure.target!.schema]);
  });
  it('opens a shelter for the night as a car park of those hours that says which shelter it is', () => {
    const { layers } = deriveLayers(LAYERS, [OPEN]);
    expect(at(layers, 'shelter')[0].properties).toMatchObject({ openForParking: true, stalls: 60 });
    expect(at(layers, 'shelter')[0].properties).not.toHaveProperty('opening');
    expect(at(layers, 'parking-facility')[1]).toMatchObject({ id: 'measure-m3', properties: { shelterRef: 's', openNight: true, openDay: false, stalls: 60 } });
  });
  it('builds a car park that is a shelter, in layers of its own where there are none', () => {
    const { layers } = deriveLayers([LAYERS[0]], [BUILD]);
    expect(at(layers, 'parking-facility')[0].properties).toMatchObject({ name: '紫荆路下', stalls: 57, shelterRef: 'measure-m6', levels: 1, topDepth: 3, bottomDepth: 7 });
    expect(at(layers, 'shelter')[0].properties).toMatchObject({ capacity: 1200, openForParking: true, topDepth: 3, bottomDepth: 7 });
  });
  it('builds with other levels: room by the floor area, cost by the stalls', () => {
    const two = measureOfSite(SITE, { ...defaults, areaPerStall: 35, levelHeight: 4 }, { id: 'm', levels: 2 });
    expect(two.set).toMatchObject({ levels: 2, grossFloorArea: 4000, stalls: 114, bottomDepth: 11 });
    expect(two.cost).toBeCloseTo(570 * 114 / 57, 9);
    expect(() => measureOfSite(SITE, defaults, { id: 'm', levels: 1.5 })).toThrow(UserError);
  });
  it('keeps a cost that is stated, whatever the levels', () => {
    expect(measureOfSite(SITE, defaults, { id: 'm', levels: 2, cost: 900 }).cost).toBe(900);
    expect(measureOfSite(SITE, defaults, { id: 'm', levels: 2, cost: null }).cost).toBeNull();
  });
  it('sets no field that its kind does not change', () => {
    expect(() => measureOn('change-stalls', street, { access: 'closed' }, { id: 'm' })).toThrow(expect.objectContaining({ code: 'measure.field' }));
    expect(() => measureOn('move-road', road, {}, { id: 'm' })).toThrow(expect.objectContaining({ code: 'measure.nothing' }));
  });
  it('has words for its kind', () => expect(MEASURE_IDS.filter((kind) => !messages[`measure.kind.${kind}`])).toEqual([]));
});

describe('a baseline that is delivered anew', () => {
  const delivered = (properties: PlanFeature['properties']): Layer[] => [layer('road-project', { ...road, properties: { ...road.properties, ...properties } }), ...LAYERS.slice(1)];
  it('leaves out what does not fit any more, and says why', () => {
    const moved = delivered({ worksStart: '2027-09-01' });
    expect(codes([MOVE], moved)).toEqual(['measure.target-changed']);
    expect(deriveLayers(moved, [MOVE]).layers[0]).toBe(moved[0]);
    expect(codes([MOVE, CANCEL], LAYERS.slice(1))).toEqual(['measure.target-gone', 'measure.target-gone']);
    expect(codes([BUILD], LAYERS.slice(1))).toEqual(['measure.source-gone']);
  });
  it('takes other fields as they come', () => expect(codes([MOVE], delivered({ name: '新名', worksEnd: '2029-01-01' }))).toEqual([]));
  it('says where the baseline is so already', () => expect(codes([{ ...MOVE, was: {} }], delivered({ worksStart: '2028-03-01' }))).toEqual(['measure.already-so']));
  it('fits again when somebody confirms it', () => {
    const moved = delivered({ worksStart: '2027-09-01' }), again = refit(MOVE, new Baseline(moved));
    expect(fitOf(again, new Baseline(moved))).toBeNull();
    expect(again.set).toEqual(MOVE.set);
    expect(refit(MOVE, new Baseline([]))).toBe(MOVE);
  });
});

describe('measures together', () => {
  it('that say different things are told, and the later one counts', () => {
    const other = measureOn('change-stalls', street, { stalls: 10 }, { id: 'm9' });
    expect(codes([STALLS, other])).toEqual(['measure.clash']);
    expect(at(deriveLayers(LAYERS, [STALLS, other]).layers, 'parking-facility')[0].properties['stalls']).toBe(10);
    for (const both of [[CANCEL, MOVE], [MOVE, CANCEL]]) expect(codes(both)).toEqual(['measure.clash']);
    expect(codes([CANCEL, { ...CANCEL, id: 'm8' }])).toEqual([]);
    expect(codes([STALLS, { ...other, set: STALLS.set }])).toEqual([]);
  });
  it('never touch the baseline, give the same objects again, and leave layers alone that no measure is about', () => {
    const before = JSON.stringify(LAYERS);
    fc.assert(fc.property(fc.shuffledSubarray([MOVE, OPEN, ZONE, STALLS, BUILD]), (measures) => {
      const { layers, applied } = deriveLayers(LAYERS, measures);
      expect(applied).toEqual(measures.map(({ id }) => id));
      const again = deriveLayers(LAYERS, measures).layers;
      for (const [i, one] of layers.entries()) expect(again[i]).toBe(one);
      expect(JSON.stringify(LAYERS)).toBe(before);
      // Measures on different things: their order shows only in the order of what is added.
      const sorted = (list: readonly Layer[]) => list.map((one) => [one.schema, [...one.features].sort((a, b) => (a.id < b.id ? -1 : 1))]);
      expect(sorted(deriveLayers(LAYERS, [...measures].reverse()).layers)).toEqual(sorted(layers));
    }));
  });
});

describe('figures of scenarios', () => {
  it('line up with differences from the first and the best marked', () => {
    const unmet = (value: number | null) => ({ night: [{ key: 'totalUnmet', value, unit: 'stall' as const, direction: -1 as const }] });
    expect(compareFigures([unmet(10), {}, unmet(4), unmet(null)])).toEqual([{ of: 'night', key: 'totalUnmet', unit: 'stall', direction: -1, values: [10, null, 4, null], differences: [0, null, -6, null], best: [2] }]);
    expect(compareFigures([unmet(3), unmet(3)])[0].best).toEqual([]);
  });
  it('a cost with an unknown part is unknown', () => {
    const value = (measures: Measure[], key: string) => measureIndicators(measures).find((one) => one.key === key)!.value;
    expect(value([BUILD, { ...MOVE, cost: 30 }], 'measuresCost')).toBe(600);
    expect([value([BUILD, MOVE], 'measuresCost'), value([BUILD, MOVE], 'measuresCostKnown'), value([BUILD, MOVE], 'measuresCostUnknown')]).toEqual([null, 570, 1]);
    expect(value([BUILD, OPEN, STALLS], 'measuresStalls')).toBe(117);
  });
  it('runs of a scenario stand beside those of the baseline', () => {
    expect(runIdOf('parking-shortage', { period: 'day' }, 's1')).toBe('parking-shortage-day@s1');
    expect(kindOfRun('parking-shortage', { period: 'day' })).toBe('parking-shortage-day');
    expect(runIdOf('shelter-coverage', {})).toBe('shelter-coverage');
    // A project file may name an analysis as it likes.
    expect(kindOfRun('constructor', {})).toBe('constructor');
    expect([runIdOf('test-fit', { fitSites: '' }), runIdOf('test-fit', { fitSites: 'a' }, 's1')]).toEqual(['test-fit', 'test-fit-site@s1']);
    expect(BASELINE).toBe('baseline');
  });
  it('free ids count up', () => expect(freeId('m', [{ id: 'm1' }, { id: 'm3' }])).toBe('m2'));
});
