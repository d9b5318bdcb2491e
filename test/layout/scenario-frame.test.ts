import { describe, expect, it } from 'vitest';
import { deriveLayers, drawSheet, layersIn, measureOn, sheetSource, type Layer, type Mark, type MapFrame, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';

const lot = { type: 'Feature' as const, id: 'p', geometry: { type: 'Point' as const, coordinates: [114, 30] }, properties: { id: 'p', name: '甲', stalls: 1 } };
const road = { type: 'Feature' as const, id: 'r', geometry: { type: 'LineString' as const, coordinates: [[113.999, 30], [114.001, 30]] }, properties: { id: 'r', name: '路' } };
const LAYERS: Layer[] = [{ id: 'parking-facility', schema: 'parking-facility', name: '', features: [lot] }, { id: 'road-project', schema: 'road-project', name: '', features: [road] }];
const result = (run: string): Layer => ({ id: `${run}/shortage-areas`, schema: 'shortage-area', name: '', features: [] });
const CANCEL = measureOn('cancel-road', road, {}, { id: 'm1' });
const source = sheetSource({ layers: LAYERS, scenarios: [{ id: 's1', layers: [...deriveLayers(LAYERS, [CANCEL]).layers, result('parking-shortage-night@s1')] }], setAside: [], level: 'internal', language: 'zh', invented: false });
const groups = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark.id, ...groups(mark.marks)] : []));
const drawn = async (frame: Partial<MapFrame>): Promise<string[]> => groups(drawSheet(blankSheet({ centre: [114, 30], scale: 1000, ...frame }) satisfies SheetLayout, source, await testFaces()).marks);

describe('a map frame', () => {
  it('draws the layers of its own scenario', async () => {
    expect(await drawn({})).toEqual(expect.arrayContaining(['map-road-project', 'map-parking-facility']));
    const scenario = await drawn({ scenario: 's1' });
    expect(scenario).toContain('map-parking-facility');
    expect(scenario).not.toContain('map-road-project');
  });
  it('keeps its choice of layers from one scenario to the next', async () => {
    expect(await drawn({ layers: ['road-project'] })).not.toContain('map-parking-facility');
    expect(await drawn({ layers: ['parking-facility'], scenario: 's1' })).toContain('map-parking-facility');
  });
  it('of a scenario that is gone is an error, not another state', async () => {
    await expect(drawn({ scenario: 's9' })).rejects.toMatchObject({ code: 'layout.scenario-gone' });
  });
  it('may not travel with a project whose measures are secret', () => {
    const wishes = { layers: LAYERS, level: 'internal' as const, language: 'zh' as const, invented: false };
    expect(sheetSource({ ...wishes, setAside: [] }).mayCarryProject).toBe(true);
    expect(sheetSource({ ...wishes, setAside: [{ properties: { secrecy: 'secret' } }] }).mayCarryProject).toBe(false);
  });
});

it('a project has the layers of a scenario and the results that were made in it', () => {
  const run = (scenario: string | null) => ({ id: 'r', analysis: 'a', version: 1, scenario, params: {}, inputs: {}, layers: { x: result(scenario ? `r@${scenario}` : 'r') }, indicators: [], issues: [], reckoning: { text: new Uint8Array(), places: {} } });
  const project = { layers: LAYERS.map((layer) => ({ layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 1, kept: 1, fixed: 0, setAside: 0 } })), runs: [run(null), run('s1')], measures: [CANCEL], scenarios: [{ id: 's1', name: '', measures: ['m1'], remarks: '' }] };
  expect(layersIn(project, null).map(({ id }) => id)).toEqual(['parking-facility', 'road-project', 'r/shortage-areas']);
  expect(layersIn(project, 's1').map(({ id, features }) => `${id} ${features.length}`)).toEqual(['parking-facility 1', 'road-project 0', 'r@s1/shortage-areas 0']);
});
