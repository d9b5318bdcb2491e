import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crossLayerIssues, validateLayer } from '../../geo/io/index.ts';
import type { Layer, Properties, SchemaId } from '../../geo/model/index.ts';
import { point, polygon, square } from './reading.ts';

const layer = (schema: SchemaId, ...rows: [id: string, geometry: unknown, properties?: Properties][]): Layer => ({
  id: schema, schema, name: schema, features: rows.map(([id, geometry, properties = {}]) => ({ type: 'Feature', id, geometry: geometry as Geometry, properties: { id, name: `名${id}`, ...properties } })),
});
const one = (schema: SchemaId, properties: Properties): string[] => validateLayer(layer(schema, ['a', point(), properties])).map(({ code }) => code);

describe('attributes against each other', () => {
  it.each<[string, SchemaId, Properties, Properties]>([
    ['rule.depth-order', 'underground-zone', { topDepth: 10, bottomDepth: 5 }, { topDepth: 5, bottomDepth: 5 }],
    ['rule.depth-order', 'parking-facility', { topDepth: 10, bottomDepth: 5 }, { topDepth: 5, bottomDepth: 5 }],
    ['rule.elevation-order', 'shelter', { topElevation: 1, bottomElevation: 2 }, { topElevation: 2, bottomElevation: 2 }],
    ['rule.depth-elevation', 'constraint', { topDepth: 1, bottomDepth: 3, topElevation: 5, bottomElevation: 1.9 }, { topDepth: 1, bottomDepth: 3, topElevation: 5, bottomElevation: 3.5 }],
    ['rule.works-order', 'road-project', { worksStart: '2027-01-02', worksEnd: '2027-01-01' }, { worksStart: '2027-01-01', worksEnd: '2027-01-01' }],
    ['rule.freeze-after-start', 'road-project', { designFreeze: '2027-01-02', worksStart: '2027-01-01' }, { designFreeze: '2026-12-31', worksStart: '2027-01-01' }],
    ['rule.sheltering-share', 'shelter', { shelteringArea: 540, floorArea: 1000 }, { shelteringArea: 550, floorArea: 1000 }],
    ['rule.capacity-area', 'shelter', { capacity: 106, shelteringArea: 100 }, { capacity: 105, shelteringArea: 100 }],
    ['rule.stalls-area', 'shelter', { stalls: 101, floorArea: 1500 }, { stalls: 100, floorArea: 1500 }],
  ])('%s', (code, schema, broken, sound) => {
    expect(one(schema, broken)).toEqual([code]);
    expect(one(schema, sound)).toEqual([]);
  });
  it('more sheltering area than floor area is also an odd share', () => {
    expect(one('shelter', { shelteringArea: 1001, floorArea: 1000 })).toEqual(['rule.sheltering-area', 'rule.sheltering-share']);
  });
  it('are not asked where one of them is unknown, nor in other layers', () => {
    expect(one('shelter', { shelteringArea: 900, floorArea: null, capacity: null })).toEqual([]);
    expect(one('demand-unit', { topDepth: 10, bottomDepth: 5 })).toEqual([]);
  });
  it('gather all features of a rule in one issue with the place of the first', () => {
    const depths = { topDepth: 9, bottomDepth: 1 };
    expect(validateLayer(layer('constraint', ['a', point(113, 22)], ['b', point(114, 23), depths], ['c', polygon(square()), depths]))).toEqual([
      { code: 'rule.depth-order', severity: 'warning', layer: 'constraint', features: ['b', 'c'], place: [114, 23], field: 'topDepth', params: { n: 2, id: 'b', name: '名b' } },
    ]);
  });
});

describe('layers against each other', () => {
  it('one that lies nowhere near the others is told with its extent', () => {
    const here = layer('demand-unit', ['a', point()]), near = layer('parking-facility', ['p', polygon(square(113.565, 22.265))]), far = layer('shelter', ['s', point(7.4, 43.7)], ['t', point(7.5, 43.8)]);
    expect(crossLayerIssues([here, near, far])).toEqual([{ code: 'layers.no-overlap', severity: 'warning', layer: 'shelter', features: [], place: [7.4, 43.7, 7.5, 43.8], params: { name: 'shelter', extent: '7.400, 43.700, 7.500, 43.800' } }]);
    expect(crossLayerIssues([here, near])).toEqual([]);
  });
  it('two groups apart: the larger is believed, of equal ones that of the demand units; a kilometre is no other CRS', () => {
    const units = layer('demand-unit', ['a', point()]), shelters = layer('shelter', ['s', point()]), network = layer('walking-network', ['n', { type: 'LineString', coordinates: [[7.4, 43.7], [7.5, 43.8]] }]), parking = layer('parking-facility', ['p', point(7.4, 43.7)]), roads = layer('road-project', ['r', point(7.4, 43.7)]);
    const away = (...layers: Layer[]) => crossLayerIssues(layers).map(({ layer: id }) => id);
    expect(away(network, parking, units, shelters)).toEqual(['walking-network', 'parking-facility']);
    expect(away(units, network, parking, roads)).toEqual(['demand-unit']);
    expect(away(units, parking)).toEqual(['parking-facility']);
    expect(away(units, layer('parking-facility', ['p', point(113.578, 22.27)]))).toEqual([]);
  });
  it('a layer alone, or an empty one beside it, overlaps nothing and is no issue', () => {
    expect(crossLayerIssues([layer('demand-unit', ['a', point()])])).toEqual([]);
    expect(crossLayerIssues([layer('demand-unit', ['a', point()]), layer('shelter')])).toEqual([]);
  });
  it('features outside the boundary are told, layers that may cross it not', () => {
    const boundary = layer('boundary', ['b', polygon(square(113, 22, 1))]);
    const units = layer('demand-unit', ['in', point(113.5, 22.5)], ['out', point(114.5, 22.5)], ['far', point(113.5, 21)]), roads = layer('road-project', ['r', { type: 'LineString', coordinates: [[113.5, 22.5], [115, 22.5], [116, 22.5]] }]);
    expect(crossLayerIssues([boundary, units, roads])).toEqual([{ code: 'rule.outside-boundary', severity: 'warning', layer: 'demand-unit', features: ['out', 'far'], place: [114.5, 22.5], params: { n: 2, name: '名out' } }]);
    expect(crossLayerIssues([units, roads])).toEqual([]);
    const shelters = layer('shelter', ['s', polygon(square(113.2, 22.2, 0.1))], ['beyond', polygon(square(114.1, 22.2, 0.1))]);
    expect(crossLayerIssues([boundary, shelters])).toMatchObject([{ code: 'rule.outside-boundary', layer: 'shelter', features: ['beyond'] }]);
  });
  it('a car park that is also listed as a shelter is told once, by reference, or by an id that has the same name or place too', () => {
    const shelters = layer('shelter', ['s1', point()], ['s2', point()], ['4', point()]);
    const parking = layer('parking-facility', ['s1', point()], ['4', point(113.6, 22.2), { name: '别的' }], ['p2', point(), { shelterRef: 's2' }], ['p3', point(), { shelterRef: 's9' }], ['p4', point(), { shelterRef: null }]);
    expect(crossLayerIssues([shelters, parking])).toMatchObject([{ code: 'rule.counted-twice', severity: 'info', layer: 'parking-facility', features: ['s1', 'p2'], params: { n: 2 } }]);
  });
});
