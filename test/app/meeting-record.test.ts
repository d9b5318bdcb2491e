import { beforeEach, describe, expect, test, vi } from 'vitest';
import { canUndoDrawing, clearDrawing, drawOn, eraseDrawn, takePen, undoDrawing } from '../../app/commands/meeting-drawing.ts';
import { changeAction, changeDecision, keepAction, keepDecision, keepDrafts, removeDecision, setDraft } from '../../app/commands/meeting-record.ts';
import { goBy, startMeeting } from '../../app/commands/meeting-run.ts';
import { saveView } from '../../app/commands/meeting-views.ts';
import { addMeeting } from '../../app/commands/meetings.ts';
import { meetingFigures } from '../../app/meeting/figures.ts';
import { currentDocument, EMPTY, openDocument, undo, type Run } from '../../app/state/document.ts';
import { currentMeetingState, FRESH_MEETING, NO_DRAFT, setMeeting } from '../../app/state/meeting.ts';
import { geometryOf, lineOf, simplified, type Place } from '../../app/map/pen/strokes.ts';
import type { Geometry, LineString } from 'geojson';

vi.mock('../../app/map/map-access.ts', () => ({ agendaCamera: () => null, flyToCamera: () => {} }));

const meeting = () => currentDocument().meetings[0];
const LINE: Geometry = { type: 'LineString', coordinates: [[113, 22], [113.1, 22]] };

beforeEach(() => {
  openDocument(EMPTY);
  setMeeting({ ...FRESH_MEETING, colour: 'blue' });
  addMeeting();
  saveView(meeting().id);
  saveView(meeting().id);
  setMeeting({ viewId: meeting().views[0].id });
  startMeeting(meeting().id);
});

describe('what a meeting writes down', () => {
  test('a decision belongs to the point that is shown, each is a step, and what is empty is none', async () => {
    setDraft({ decision: '  同步建设\n' });
    await keepDecision();
    await keepDecision();
    expect(meeting().decisions).toMatchObject([{ id: 'decision-1', view: meeting().views[0].id, text: '同步建设' }]);
    expect(Date.parse(meeting().decisions[0].at)).not.toBeNaN();
    changeDecision('decision-1', '同步设计、建设');
    removeDecision('decision-1');
    expect(meeting().decisions).toEqual([]);
    undo();
    expect(meeting().decisions[0].text).toBe('同步设计、建设');
  });
  test('an action has its owner and its date, or says that it has none', async () => {
    setDraft({ action: '补充勘察', owner: ' 住建局 ', due: '2026-12-20' });
    await keepAction();
    setDraft({ action: '复核泊位' });
    await keepAction();
    changeAction('action-2', { done: true });
    expect(meeting().actions).toEqual([
      { id: 'action-1', view: 'view-1', text: '补充勘察', owner: '住建局', due: '2026-12-20', done: false },
      { id: 'action-2', view: 'view-1', text: '复核泊位', owner: '', due: null, done: true },
    ]);
    expect(currentMeetingState().draft).toEqual(NO_DRAFT);
  });
  test('what is half written when the agenda moves on is kept under the point that it was written under', async () => {
    setDraft({ decision: '暂缓', action: '再议' });
    goBy(1);
    await keepDrafts();
    expect([meeting().decisions.map(({ view }) => view), meeting().actions.map(({ view }) => view), currentMeetingState().viewId]).toEqual([['view-1'], ['view-1'], 'view-2']);
  });
  test('what cannot be kept stays where it was written', async () => {
    openDocument(currentDocument(), true);
    setDraft({ decision: '同意' });
    await keepDecision();
    expect([meeting().decisions, currentMeetingState().draft.decision]).toEqual([[], '同意']);
  });
});

describe('what a meeting draws', () => {
  test('lies with the point of the agenda, in the colour of the pen, and is erased and taken back stroke by stroke', () => {
    drawOn(LINE);
    setMeeting({ colour: 'black' });
    drawOn(LINE);
    expect(meeting().views[0].drawing?.features.map(({ properties }) => properties)).toEqual([{ id: 'd1', colour: '#0072b2' }, { id: 'd2', colour: '#111111' }]);
    expect(meeting().views[1].drawing).toBeNull();
    eraseDrawn(['d1', 'nobody']);
    expect(meeting().views[0].drawing?.features.map(({ properties }) => properties?.['id'])).toEqual(['d2']);
    undoDrawing();
    undoDrawing();
    expect(meeting().views[0].drawing?.features.map(({ properties }) => properties?.['id'])).toEqual(['d1']);
    clearDrawing();
    expect(meeting().views[0].drawing).toBeNull();
  });
  test('the pen takes back no decision, and nothing of another point', async () => {
    drawOn(LINE);
    expect(canUndoDrawing()).toBe(true);
    goBy(1);
    expect(canUndoDrawing()).toBe(false);
    goBy(-1);
    setDraft({ decision: '同意' });
    await keepDecision();
    undoDrawing();
    expect([meeting().decisions.length, meeting().views[0].drawing?.features.length]).toEqual([1, 1]);
  });
  test('where no point is shown, the pen makes one of what the map shows', () => {
    setMeeting({ viewId: null });
    takePen('pen');
    expect([meeting().views.length, currentMeetingState().viewId, currentMeetingState().pen]).toEqual([3, 'view-3', 'pen']);
  });
});

describe('a stroke', () => {
  const wave: Place[] = Array.from({ length: 101 }, (_, i) => [i, i < 50 ? 0 : i - 50]);
  test('keeps the corners of what the hand drew, and no more points than it takes', () => {
    expect(simplified(wave, 1.2)).toEqual([[0, 0], [50, 0], [100, 50]]);
    expect(lineOf('pen', wave)).toEqual([[0, 0], [50, 0], [100, 50]]);
    expect(lineOf('area', wave)).toEqual([[0, 0], [50, 0], [100, 50], [0, 0]]);
    expect(lineOf('line', wave)).toEqual([[0, 0], [100, 50]]);
  });
  test('a tap is none, and an area needs ground', () => {
    expect(lineOf('pen', [[0, 0], [2, 1]])).toEqual([]);
    expect(lineOf('line', [[0, 0], [40, 0], [1, 0]])).toEqual([]);
    expect(lineOf('area', [[0, 0], [20, 0], [40, 0]])).toEqual([]);
  });
  test('an arrow is one line with both barbs behind its tip, as far from it as each other', () => {
    const [from, tip, a, again, b] = lineOf('arrow', [[0, 0], [100, 0]]);
    expect([from, tip, again]).toEqual([[0, 0], [100, 0], [100, 0]]);
    expect([a[0], a[1]]).toEqual([b[0], -b[1]]);
    expect(a[0]).toBeLessThan(100);
    expect(Math.hypot(100 - a[0], a[1])).toBeCloseTo(20, 1);
  });
  test('becomes degrees; an area closes on its first vertex', () => {
    const toDegrees = ([x, y]: Place): Place => [113 + x / 3e4, 22 - y / 3e4];
    const { coordinates } = geometryOf('line', [[0, 0], [100, 50]], toDegrees) as LineString;
    expect(coordinates).toEqual([[113, 22], [113.0033333, 21.9983333]]);
    expect(geometryOf('area', lineOf('area', wave), toDegrees)).toMatchObject({ type: 'Polygon', coordinates: [[[113, 22], [113.0016667, 22], [113.0033333, 21.9983333], [113, 22]]] });
  });
});

describe('the figures of a meeting', () => {
  const run = (scenario: string | null, unmet: number, areas: number): Run => ({
    id: `r-${scenario}`, analysis: 'parking-shortage', version: 1, scenario, params: { period: 'night' }, inputs: {}, issues: [], reckoning: {} as Run['reckoning'],
    indicators: [{ key: 'totalDemand', value: 1000, unit: 'stall', direction: 0 }, { key: 'totalUnmet', value: unmet, unit: 'stall', direction: -1 }],
    layers: { 'shortage-areas': { id: 'x', schema: 'shortage-area', name: '', features: Array.from({ length: areas }, (_, i) => ({ id: String(i), geometry: LINE, properties: {} })) } },
  }) as unknown as Run;
  const document = { ...EMPTY, runs: [run(null, 400, 3), run('s1', 250, 2)], scenarios: [{ id: 's1', name: '近期', measures: [], remarks: '' }, { id: 's2', name: '远期', measures: [], remarks: '' }] };
  test('of a scenario stand beside the baseline', () => {
    const { against, figures } = meetingFigures(document, { scenario: 's1', shownRun: null }, null);
    expect(against).toBe('baseline');
    expect(figures.map(({ key, value, difference }) => [key, value, difference])).toEqual([['totalUnmet', 250, -150], ['servedRatio', 0.75, 0.15000000000000002], ['shortageAreas', 2, -1], ['measuresCost', 0, null]]);
  });
  test('of a slider that was moved stand beside the run; of the baseline beside nothing', () => {
    const answer = { totalDemand: 1000, totalUnmet: 300, areas: [], ratio: new Float64Array(), shortage: new Float64Array() };
    expect(meetingFigures(document, { scenario: null, shownRun: null }, answer)).toMatchObject({ against: 'run', figures: [{ value: 300, difference: -100 }, { value: 0.7 }, { value: 0, difference: -3 }] });
    expect(meetingFigures(document, { scenario: null, shownRun: null }, null)).toMatchObject({ against: null, figures: [{ value: 400, difference: null }, {}, {}] });
  });
  test('are unknown where nothing was run', () => {
    expect(meetingFigures(document, { scenario: 's2', shownRun: 'r-s1' }, null)).toMatchObject({ run: null, figures: [{ key: 'measuresCost' }] });
    expect(meetingFigures(EMPTY, { scenario: null, shownRun: null }, null)).toEqual({ run: null, against: null, figures: [] });
  });
});
