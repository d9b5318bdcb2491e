import { beforeEach, describe, expect, it } from 'vitest';
import { lookAt, removeMeasure, removeScenario, addMeasure, addScenario } from '../../app/commands/scenarios.ts';
import { freshMeasureId, freshScenarioId } from '../../app/commands/fresh-ids.ts';
import { costOf, costText, readFields } from '../../app/panels/scenarios/measure-form.ts';
import { commit, currentDocument, drawableLayers, EMPTY, openDocument, undo, type ProjectDocument } from '../../app/state/document.ts';
import { withDifference } from '../../app/state/difference.ts';
import { currentLooked, currentShown, documentIn, lookedAt, measureIssues } from '../../app/state/scenarios.ts';
import { currentView, FRESH_VIEW, setView } from '../../app/state/view.ts';
import { measureOn, subjectOfMeasure, writeOpinion, type Layer } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { stored } from '../project/projects.ts';
import { feature, layer, point } from '../sites/ground.ts';

const lot = feature('p', point(0, 0), { stalls: 5 });
const LOTS: Layer = layer('parking-facility', lot), ROADS: Layer = layer('road-project', feature('r', point(5, 5)));
const CITY: ProjectDocument = { ...EMPTY, layers: [stored(LOTS), stored(ROADS)] };
const more = (id: string, stalls = 9) => measureOn('change-stalls', lot, { stalls }, { id });
const stalls = () => currentShown().layers[0].layer.features[0].properties['stalls'];
beforeEach(() => { openDocument(CITY); setView({ ...FRESH_VIEW }); });

describe('what is looked at', () => {
  it('is the scenario, and its measure shows', () => {
    addScenario();
    addMeasure((id) => more(id));
    expect([currentView().scenario, stalls(), currentDocument().layers[0].layer]).toEqual(['s1', 9, LOTS]);
    lookAt(null);
    expect(stalls()).toBe(5);
  });
  it('is the baseline again when an undo takes the scenario away, and the scenario when it is done again', () => {
    addScenario();
    expect(currentLooked().scenario).toBe('s1');
    undo();
    expect([currentView().scenario, currentLooked().scenario]).toEqual(['s1', null]);
    expect(currentShown()).toBe(documentIn(currentDocument(), null));
  });
  it('compares nothing with itself or with what is gone', () => {
    const looked = (scenario: string | null, other: string) => lookedAt({ scenarios: [{ id: 's1', name: '', measures: [], remarks: '' }] }, { scenario, compare: { with: other, way: 'swipe' } }).compare?.with ?? null;
    expect([looked('s1', 'baseline'), looked(null, 's1'), looked('s1', 's1'), looked(null, 'baseline'), looked('s9', 'baseline'), looked('s1', 's9')]).toEqual(['baseline', 's1', null, null, null, null]);
  });
  it('changes places with what it is compared with', () => {
    addScenario();
    setView({ compare: { with: 'baseline', way: 'side' } });
    lookAt(null);
    expect([currentView().scenario, currentView().compare]).toEqual([null, { with: 's1', way: 'side' }]);
  });
});

it('a difference stands in the place of how well units are served, on the map and in its legend, and only there', () => {
  const units = (ratio: number): Layer => ({ ...layer('demand-unit', feature('u', point(0, 0), { servedRatio: ratio })), id: `units-${ratio}`, schema: 'demand-result' });
  const served = (ratio: number): ProjectDocument => ({ ...CITY, runs: [{ id: 'r', analysis: 'parking-shortage', version: 1, scenario: null, params: { period: 'night' }, inputs: {}, layers: { 'demand-units': units(ratio) }, indicators: [], issues: [], reckoning: { text: new Blob([]), places: {} } }] });
  const after = served(0.9), ids = (document: ProjectDocument) => drawableLayers(document).map(({ schema }) => schema);
  expect(ids(after)).toEqual(['parking-facility', 'road-project', 'demand-result']);
  expect(ids(withDifference(served(0.5), after))).toEqual(['parking-facility', 'road-project', 'scenario-change', 'demand-change']);
  // A service that the other scenario has no run of is not compared, and stays.
  expect(ids(withDifference(CITY, after))).toEqual(['parking-facility', 'road-project', 'demand-result', 'scenario-change']);
});

it('what is written elsewhere in the document derives nothing anew: layers, runs and their difference stay the same objects', () => {
  addScenario();
  addMeasure((id) => more(id));
  setView({ compare: { with: 'baseline', way: 'difference' } });
  const before = currentShown();
  commit('step.newMeeting', (document) => ({ ...document, meetings: [] }));
  const after = currentShown();
  expect(after).not.toBe(before);
  expect(after.layers).toBe(before.layers);
  expect(after.runs.at(-1)).toBe(before.runs.at(-1));
  expect(after.runs.at(-1)!.layers['difference/changes'].features.map(({ id }) => id)).toEqual(['parking-facility/p']);
});

it('measures that do not fit and those that clash are issues of the project', () => {
  const gone = { ...more('m2', 3), target: { schema: 'parking-facility' as const, id: 'x', name: '乙' } };
  const document: ProjectDocument = { ...CITY, measures: [more('m1'), gone, more('m3', 7)], scenarios: [{ id: 's1', name: '甲案', measures: ['m1', 'm3'], remarks: '' }] };
  expect(measureIssues(document).map(({ code, params }) => [code, params['scenario'] ?? ''])).toEqual([['measure.target-gone', ''], ['measure.clash', '甲案']]);
});

describe('an id that somebody still speaks of', () => {
  it('of a scenario is not given again', () => {
    const frame = blankSheet(), sheet = { ...frame, elements: frame.elements.map((element) => (element.kind === 'map' ? { ...element, scenario: 's2' } : element)) };
    const view = { id: 'v', title: '', notes: '', camera: null, scenario: 's1', compare: null, hidden: {}, highlight: null, drawing: null };
    const meeting = { id: 'k', title: '', date: '', place: '', chair: '', number: '', attendees: [], views: [view], decisions: [], actions: [] };
    expect(freshScenarioId({ ...CITY, layouts: [sheet], meetings: [meeting] })).toBe('s3');
    expect(freshScenarioId(CITY)).toBe('s1');
  });
  it('of a measure is not given again', () => {
    addScenario();
    addMeasure((id) => more(id));
    commit('step.opinion', (document) => ({ ...document, opinions: [writeOpinion({ subject: subjectOfMeasure('m1'), department: 'planning', state: 'agreed', note: '', who: '', at: '', over: [] })] }));
    removeMeasure('m1');
    expect([freshMeasureId(currentDocument()), currentDocument().scenarios[0].measures]).toEqual(['m2', []]);
  });
});

it('a scenario that is removed while it is looked at leaves the baseline', () => {
  addScenario();
  removeScenario('s1');
  expect([currentDocument().scenarios, currentView().scenario]).toEqual([[], null]);
});

describe('the form of a measure', () => {
  it('reads what is typed as an import does, and names what is no value', () => {
    expect(readFields('change-zone', { suitability: 'suitable', topDepth: ' １．５ ', bottomDepth: '很深', use: '' })).toEqual({ set: { suitability: 'suitable', topDepth: 1.5 }, wrong: ['bottomDepth'] });
    expect(readFields('move-road', { worksStart: '2028-03-01' })).toEqual({ set: { worksStart: '2028-03-01' }, wrong: [] });
    expect(readFields('change-stalls', { stalls: '1,200' })).toEqual({ set: { stalls: 1200 }, wrong: [] });
  });
  it.each([['', null], [' 1,200.5 ', 1200.5], ['１２', 12], ['-1', undefined], ['很多', undefined]] as const)('a cost of %j is %j', (text, cost) => expect(costOf(text)).toBe(cost));
  it('a cost is shown to be changed with two digits', () => expect([costText(1234.567891), costText(1200), costText(null)]).toEqual(['1234.57', '1200', '']));
});
