import { beforeEach, describe, expect, it } from 'vitest';
import { triedToMeasures, withMovedRoads } from '../../app/commands/tried-dates.ts';
import { currentCoordination, setCoordination } from '../../app/state/coordination.ts';
import { currentDocument, EMPTY, openDocument, undo, type ProjectDocument } from '../../app/state/document.ts';
import { currentShown, measureIssues } from '../../app/state/scenarios.ts';
import { FRESH_VIEW, setView } from '../../app/state/view.ts';
import { stored } from '../project/projects.ts';
import { feature, layer, point } from '../sites/ground.ts';

const ROADS = layer('road-project', feature('r', point(0, 0), { name: '紫荆路', designFreeze: '2027-01-01', worksStart: '2027-06-01', worksEnd: '2028-06-01' }), feature('q', point(5, 5), { worksStart: '2027-06-01' }));
const CITY: ProjectDocument = { ...EMPTY, layers: [stored(ROADS)], scenarios: [{ id: 's1', name: '方案 1', measures: [], remarks: '' }, { id: 's2', name: '方案 2', measures: [], remarks: '' }] };
const start = (road = 'r') => currentShown().layers[0].layer.features.find(({ id }) => id === road)!.properties['worksStart'];
const ticked = () => currentDocument().scenarios.map(({ measures }) => measures);
const tryDates = (tried: Parameters<typeof triedToMeasures>[0]) => { setCoordination({ tried }); triedToMeasures(tried); };
beforeEach(() => { openDocument(CITY); setView({ ...FRESH_VIEW }); setCoordination({ tried: {} }); });

describe('dates that were tried', () => {
  it('become a measure of the scenario that is looked at, in one step, and are tried no more', () => {
    setView({ scenario: 's1' });
    tryDates({ r: { worksStart: '2027-09-01' } });
    expect(currentDocument().measures).toMatchObject([{ id: 'm1', kind: 'move-road', target: { id: 'r' }, set: { worksStart: '2027-09-01' }, was: { worksStart: '2027-06-01' } }]);
    expect([ticked(), start(), currentCoordination().tried]).toEqual([[['m1'], []], '2027-09-01', {}]);
    undo();
    expect([currentDocument().measures, ticked(), start()]).toEqual([[], [[], []], '2027-06-01']);
  });
  it('wait for a scenario where the baseline is looked at, which stays as it was delivered', () => {
    tryDates({ r: { worksStart: '2027-09-01' }, q: { worksStart: '2027-10-01' } });
    expect([currentDocument().measures.map(({ target }) => target?.id), ticked(), start(), currentCoordination().tried]).toEqual([['r', 'q'], [[], []], '2027-06-01', {}]);
  });
  it('take the place of what another measure of the scenario says of the road, with the dates that it moved besides; others keep theirs', () => {
    setView({ scenario: 's1' });
    tryDates({ r: { worksStart: '2027-09-01' } });
    openDocument({ ...currentDocument(), scenarios: currentDocument().scenarios.map((one) => ({ ...one, measures: ['m1'] })) });
    tryDates({ r: { worksEnd: '2028-09-01' } });
    expect(currentDocument().measures.map(({ set }) => set)).toEqual([{ worksStart: '2027-09-01' }, { worksStart: '2027-09-01', worksEnd: '2028-09-01' }]);
    expect([ticked(), measureIssues(currentDocument())]).toEqual([[['m2'], ['m1']], []]);
  });
  it('that a measure says already are taken as it is', () => {
    const once = withMovedRoads(CITY, { r: { worksStart: '2027-09-01' } }, 's1', (name) => name), twice = withMovedRoads(once, { r: { worksStart: '2027-09-01' } }, 's2', (name) => name);
    expect([twice.measures.length, twice.scenarios.map(({ measures }) => measures)]).toEqual([1, [['m1'], ['m1']]]);
  });
});
