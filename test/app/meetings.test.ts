import { beforeEach, describe, expect, test, vi } from 'vitest';
import { goBy, goTo, placeInAgenda, startMeeting } from '../../app/commands/meeting-run.ts';
import { retakeView, saveView, showView, takeView } from '../../app/commands/meeting-views.ts';
import { addMeeting, changeView, copyMeeting, moveView, removeMeeting, removeView } from '../../app/commands/meetings.ts';
import { pressKey } from '../../app/meeting/keys.ts';
import { commit, currentDocument, EMPTY, openDocument, undo, useDocument } from '../../app/state/document.ts';
import { currentMeetingState, FRESH_MEETING, setMeeting } from '../../app/state/meeting.ts';
import { useTasks } from '../../app/state/tasks.ts';
import { currentView, FRESH_VIEW, setView } from '../../app/state/view.ts';
import type { Camera, Layer, Meeting } from '../../geo/index.ts';

const map = vi.hoisted(() => ({ camera: null as unknown, flown: [] as unknown[] }));
vi.mock('../../app/map/map-access.ts', () => ({ agendaCamera: () => map.camera, flyToCamera: (to: unknown) => { map.flown.push(to); } }));

const HERE: Camera = { center: [113.5, 22.2], zoom: 12, bearing: 0, pitch: 0, size: [800, 600] };
const layer: Layer = { id: 'zones', schema: 'underground-zone', name: '', features: [{ id: 'z1', geometry: { type: 'Point', coordinates: [113.5, 22.2] }, properties: { name: '一区' } }] } as unknown as Layer;
const project = { ...EMPTY, layers: [{ layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 1, kept: 1, fixed: 0, setAside: 0 } }], scenarios: [{ id: 's1', name: '近期', measures: [], remarks: '' }] };
const meeting = (): Meeting => currentDocument().meetings[0];
const order = () => meeting().views.map(({ id }) => id);

beforeEach(() => {
  openDocument(project);
  setView(FRESH_VIEW);
  setMeeting({ ...FRESH_MEETING, planning: true });
  useTasks.setState({ notices: [] });
  map.camera = HERE;
  map.flown = [];
  addMeeting();
});

describe('an agenda', () => {
  beforeEach(() => {
    for (let n = 0; n < 3; n++) saveView(meeting().id);
  });
  test('is made of what the map shows: camera, scenario, layers as they are, the feature that is picked', () => {
    setView({ scenario: 's1', hidden: { zones: false }, selection: { layerId: 'zones', featureId: 'z1' } });
    saveView(meeting().id);
    expect(meeting().views[3]).toMatchObject({ title: '一区', camera: HERE, scenario: 's1', hidden: { zones: false }, highlight: { layerId: 'zones', featureId: 'z1' }, drawing: null });
    expect(meeting().views[0]).toMatchObject({ scenario: 'baseline', hidden: { zones: true }, highlight: null });
    expect(currentMeetingState().viewId).toBe(meeting().views[3].id);
  });
  test('shows it again, whatever was looked at meanwhile', () => {
    setView({ scenario: 's1', hidden: { zones: false }, selection: { layerId: 'zones', featureId: 'z1' } });
    saveView(meeting().id);
    setView({ ...FRESH_VIEW, hidden: { zones: true, other: true } });
    showView(meeting().views[3]);
    expect(currentView()).toMatchObject({ scenario: 's1', hidden: { zones: false, other: true }, selection: { featureId: 'z1' } });
    expect(map.flown).toEqual([HERE]);
  });
  test('takes what is compared and how; what is gone, or is the one that is shown, is not compared', () => {
    setView({ scenario: 's1', compare: { with: 'baseline', way: 'difference' } });
    saveView(meeting().id);
    expect(meeting().views[3].compare).toEqual({ with: 'baseline', way: 'difference' });
    showView(meeting().views[0]);
    expect(currentView().compare).toBeNull();
    showView(meeting().views[3]);
    expect(currentView()).toMatchObject({ scenario: 's1', compare: { with: 'baseline', way: 'difference' } });
    commit('step.removeScenario', (document) => ({ ...document, scenarios: [] }));
    showView(meeting().views[3]);
    expect(currentView()).toMatchObject({ scenario: null, compare: null });
  });
  test('shows the baseline, and says so, where the scenario is gone; a feature that is gone is not picked', () => {
    setView({ scenario: 's1', selection: { layerId: 'zones', featureId: 'z1' } });
    saveView(meeting().id);
    commit('step.removeScenario', (document) => ({ ...document, scenarios: [], layers: [] }));
    showView(meeting().views[3]);
    expect(currentView()).toMatchObject({ scenario: null, selection: null });
    expect(useTasks.getState().notices.map(({ key }) => key)).toEqual(['meeting.scenarioGone']);
  });
  test('is reordered within its ends, one step a move', () => {
    const [a, b, c] = order();
    moveView(meeting().id, a, 2);
    expect(order()).toEqual([b, c, a]);
    moveView(meeting().id, a, -5);
    expect(order()).toEqual([a, b, c]);
    const steps = useDocument.getState().past.length;
    moveView(meeting().id, c, 9);
    expect([order(), useDocument.getState().past.length]).toEqual([[a, b, c], steps]);
    moveView(meeting().id, c, 0);
    undo();
    expect(order()).toEqual([a, b, c]);
  });
  test('a view that is retaken keeps its title, its notes and what was drawn', () => {
    const [id] = order(), drawing = { type: 'FeatureCollection' as const, features: [] };
    changeView(meeting().id, id, { title: '紫荆路', notes: '先问交警', drawing });
    map.camera = { ...HERE, zoom: 15 };
    setView({ scenario: 's1' });
    retakeView(meeting().id, id);
    expect(meeting().views[0]).toEqual({ id, title: '紫荆路', notes: '先问交警', drawing, ...takeView() });
    expect(meeting().views[0]).toMatchObject({ camera: { zoom: 15 }, scenario: 's1' });
  });
  test('a view that is deleted takes no decision with it', () => {
    const [a, b] = order();
    commit('x', (document) => ({ ...document, meetings: [{ ...meeting(), decisions: [{ id: 'd', view: a, text: '同意', at: '' }], actions: [{ id: 'a', view: b, text: '勘察', owner: '', due: null, done: false }] }] }));
    setMeeting({ viewId: a });
    removeView(meeting().id, a);
    expect([meeting().decisions[0].view, meeting().actions[0].view, currentMeetingState().viewId]).toEqual([null, b, null]);
  });
  test('ids are not given twice, and a project that another tab has takes nothing', () => {
    removeView(meeting().id, order()[1]);
    saveView(meeting().id);
    expect(new Set(order()).size).toBe(3);
    openDocument(currentDocument(), true);
    saveView(meeting().id);
    expect([order().length, useTasks.getState().notices[0].key]).toEqual([3, 'error.project.read-only']);
  });
  test('the next meeting takes over agenda and people, and what is still to be done', () => {
    const drawn = { type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [0, 0] } }] };
    changeView(meeting().id, order()[0], { drawing: drawn });
    const action = { view: null, text: '', owner: '', due: null };
    commit('x', (document) => ({ ...document, meetings: [{ ...meeting(), number: '3', attendees: [{ department: 'metro', people: '王' }], decisions: [{ id: 'd', view: null, text: '同意', at: '' }], actions: [{ id: 'a1', ...action, done: true }, { id: 'a2', ...action, done: false }] }] }));
    copyMeeting(meeting().id);
    const [, next] = currentDocument().meetings;
    expect(next).toMatchObject({ number: '', attendees: [{ department: 'metro' }], decisions: [], actions: [{ id: 'a2' }] });
    expect(next.views.map(({ drawing }) => drawing)).toEqual([null, null, null]);
    expect([next.id === meeting().id, currentMeetingState().meetingId]).toEqual([false, next.id]);
    removeMeeting(next.id);
    expect([currentDocument().meetings.length, currentMeetingState().meetingId]).toEqual([1, null]);
  });
});

describe('a meeting that is held', () => {
  const press = (key: string, timeStamp = 0) => pressKey({ key, timeStamp, target: null, ctrlKey: false, metaKey: false, altKey: false, isComposing: false });
  beforeEach(() => {
    for (let n = 0; n < 12; n++) saveView(meeting().id);
    setMeeting({ viewId: null });
    startMeeting(meeting().id);
  });
  test('begins with the first point, or the one that was looked at', () => {
    expect(placeInAgenda()).toBe(0);
    setMeeting({ ...FRESH_MEETING, viewId: order()[4] });
    startMeeting(meeting().id);
    expect(placeInAgenda()).toBe(4);
  });
  test('is paged through by the keys of keyboards and remotes, and stays within its ends', () => {
    for (const key of ['PageDown', 'ArrowRight', ' ', 'ArrowDown']) press(key);
    expect(placeInAgenda()).toBe(4);
    for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'PageUp']) press(key);
    expect(placeInAgenda()).toBe(0);
    press('End');
    press('PageDown');
    expect(placeInAgenda()).toBe(11);
    press('Home');
    expect(placeInAgenda()).toBe(0);
    goBy(-1);
    goTo(40);
    expect(placeInAgenda()).toBe(0);
  });
  test('jumps by digits; two in time are one number where there is such a point', () => {
    press('3', 1000);
    expect(placeInAgenda()).toBe(2);
    press('1', 5000);
    press('2', 5300);
    expect(placeInAgenda()).toBe(11);
    press('4', 5500);
    expect(placeInAgenda()).toBe(3);
    press('1', 9000);
    press('5', 9100);
    expect(placeInAgenda()).toBe(4);
  });
  test('goes dark, and the next key only lights the screen', () => {
    press('b');
    expect(currentMeetingState().blank).toBe(true);
    press('PageDown');
    expect([currentMeetingState().blank, placeInAgenda()]).toEqual([false, 0]);
    press('.');
    expect(currentMeetingState().blank).toBe(true);
  });
  test('leaves keys to who holds Ctrl or writes Chinese, and those that mean nothing', () => {
    expect(pressKey({ key: 'b', timeStamp: 0, target: null, ctrlKey: true, metaKey: false, altKey: false, isComposing: false })).toBe(false);
    expect(pressKey({ key: 'PageDown', timeStamp: 0, target: null, ctrlKey: false, metaKey: false, altKey: false, isComposing: true })).toBe(false);
    expect(press('q')).toBe(false);
    expect(placeInAgenda()).toBe(0);
  });
});
