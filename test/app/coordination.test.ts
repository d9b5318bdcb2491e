import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Conflict, ConflictRow, Window } from '../../geo/index.ts';
import { subjectOfConflict } from '../../geo/index.ts';

vi.mock('../../app/workers/engine.ts', () => ({ engine: {} }));
const { takeOpinion } = await import('../../app/commands/coordination.ts');
const { conflictWishes, timesOf } = await import('../../app/commands/coordination-wishes.ts');
const { heldOrder, rowKey, windowsShown } = await import('../../app/panels/coordination/windows-shown.ts');
const { daysOf, scaleOf, stretch, ticksOf, xOf } = await import('../../app/panels/coordination/time-scale.ts');
const { choicesOf, filterConflicts, groupConflicts, NO_FILTER } = await import('../../app/state/conflict-filter.ts');
const { conflictRows } = await import('../../app/state/conflict-rows.ts');
const { currentDocument, EMPTY, openDocument, redo, undo } = await import('../../app/state/document.ts');
type Run = import('../../app/state/document.ts').Run;

const conflict = (site: string, department: string, kind: string, id: string, nature: Conflict['nature'] = 'meets'): Conflict => ({
  site, siteName: `${site}处`, kind, id, name: id, layer: 'constraints', place: [114, 22], nature, department, steward: null, toBeConfirmed: false, overlapArea: 0, clearance: 0, depthOverlap: null, depthClearance: null, required: null, depthBasis: 'unknown', depthAssumed: [], requiredDepth: null, worst: { at: [114, 22], line: [[114, 22], [114, 22]] },
});
const all = [conflict('a', 'metro', 'metro-structure', '1'), conflict('a', 'water', 'river', '2', 'consult'), conflict('b', 'metro', 'metro-planned', '3', 'consult'), conflict('c', 'water', 'river', '2')];
const rows = (): ConflictRow[] => conflictRows(all, currentDocument().opinions).rows;

describe('opinions in the document', () => {
  beforeEach(() => openDocument(EMPTY));
  test('are a step of undo each, and the earlier one is kept', () => {
    takeOpinion(rows()[0], { state: 'needs-survey', note: ' 先勘察 ', who: '王' }, '2026-11-25T01:00:00.000Z');
    takeOpinion(rows()[0], { state: 'agreed', note: '', who: '王' }, '2026-11-25T02:00:00.000Z');
    expect(rows().map(({ state }) => state)).toEqual(['agreed', 'open', 'open', 'open']);
    expect(rows()[0].history.map(({ note, at }) => [note, at])).toEqual([['', '2026-11-25T02:00:00.000Z'], ['先勘察', '2026-11-25T01:00:00.000Z']]);
    undo();
    expect(rows()[0].state).toBe('needs-survey');
    undo();
    expect(rows()[0].state).toBe('open');
    redo();
    expect(rows()[0].opinion?.note).toBe('先勘察');
  });
  test('are not taken where another tab has the project', () => {
    openDocument(EMPTY, true);
    takeOpinion(rows()[0], { state: 'agreed', note: '', who: '' });
    expect(currentDocument().opinions).toEqual([]);
  });
  test('rows are the same objects until conflicts or opinions change', () => {
    expect(rows()).toBe(rows());
    const before = rows();
    takeOpinion({ subject: subjectOfConflict(all[3]), conflict: all[3] }, { state: 'rejected', note: '', who: '' });
    expect(rows()).not.toBe(before);
  });
});

describe('the filter of conflicts', () => {
  beforeEach(() => openDocument(EMPTY));
  test('takes department, nature, kind, state and site together', () => {
    takeOpinion(rows()[3], { state: 'agreed', note: '', who: '' });
    const ids = (filter: Partial<typeof NO_FILTER>) => filterConflicts(rows(), { ...NO_FILTER, ...filter }).map(({ conflict: { site, id } }) => site + id);
    expect(ids({})).toEqual(['a1', 'a2', 'b3', 'c2']);
    expect(ids({ department: 'water' })).toEqual(['a2', 'c2']);
    expect(ids({ department: 'water', state: 'open' })).toEqual(['a2']);
    expect(ids({ nature: 'consult', site: 'b' })).toEqual(['b3']);
    expect(ids({ kind: 'river', site: 'b' })).toEqual([]);
  });
  test('offers only what would show something, with how many', () => {
    const { department, kind, site } = choicesOf(rows(), { ...NO_FILTER, department: 'metro' });
    expect([...department]).toEqual([['metro', 2], ['water', 2]]);
    expect([...kind]).toEqual([['metro-structure', 1], ['metro-planned', 1]]);
    expect([...site]).toEqual([['a', 1], ['b', 1]]);
  });
  test('groups keep the order of their first row', () => {
    expect(groupConflicts(rows(), 'site').map(({ group, rows: own }) => [group, own.length])).toEqual([['a', 2], ['b', 1], ['c', 1]]);
    expect(groupConflicts(rows(), 'department').map(({ group, rows: own }) => [group, own.length])).toEqual([['metro', 2], ['water', 2]]);
  });
});

const window = (kind: Window['kind'], id: string, phase: Window['phase'], more: Partial<Window> = {}): Window => ({
  kind, id, name: id, project: null, phase, deadline: null, daysLeft: null, designFreeze: null, worksStart: null, worksEnd: null, lockUntil: null, tried: false, ...more,
});
describe('windows as they are shown', () => {
  const windows = [window('road-project', 'r', 'window'), window('candidate-site', 'r', 'window'), window('road-project', 'q', 'missed')];
  test('by kind and phase', () => {
    expect(windowsShown(windows, { kind: 'road-project', phase: '' }).map(rowKey)).toEqual(['road-project/r', 'road-project/q']);
    expect(windowsShown(windows, { kind: '', phase: 'missed' }).map(rowKey)).toEqual(['road-project/q']);
  });
  test('stay in their order while one is moved', () => {
    expect(heldOrder([windows[2], windows[0], windows[1]], windows.map(rowKey)).map(rowKey)).toEqual(windows.map(rowKey));
    expect(heldOrder(windows, ['road-project/q']).map(rowKey)).toEqual(['road-project/q', 'road-project/r', 'candidate-site/r']);
  });
});

describe('the timeline', () => {
  const scale = scaleOf('middle', '2026-11-25', [], 780);
  test('reaches so many months back and on, and dates lie on it by their days', () => {
    expect(xOf(scale, '2025-05-25')).toBe(0);
    expect(xOf(scale, '2031-11-25')).toBe(780);
    expect(daysOf(scale, xOf(scale, '2027-11-25') - xOf(scale, '2026-11-25'))).toBe(365);
  });
  test('shows all there is where it is asked to', () => {
    const wide = scaleOf('all', '2026-11-25', [window('road-project', 'r', 'locked', { deadline: '2020-01-01', lockUntil: '2040-01-01' })], 500);
    expect(xOf(wide, '2020-01-01')).toBeGreaterThan(0);
    expect(xOf(wide, '2040-01-01')).toBeLessThan(500);
  });
  test('labels never touch, and years are marked', () => {
    for (const width of [120, 400, 780, 1500]) for (const span of ['near', 'middle'] as const) {
      const ticks = ticksOf(scaleOf(span, '2026-11-25', [], width));
      expect(ticks.length).toBeGreaterThan(0);
      ticks.slice(1).forEach(({ x }, i) => expect(x - ticks[i].x).toBeGreaterThan(50));
      expect(ticks.filter(({ major }) => major).every(({ text }) => /^\d{4}$/.test(text))).toBe(true);
    }
  });
  test('bars are cut at the ends of the line; what has no end is not drawn', () => {
    expect(stretch(scale, '2000-01-01', '2031-11-25')).toEqual({ left: 0, width: 780 });
    expect(stretch(scale, '2000-01-01', '2001-01-01')).toBeNull();
    expect(stretch(scale, null, '2027-01-01')).toBeNull();
  });
});

describe('what is asked of the engine', () => {
  const def = (key: string, type: 'date' | 'integer', value: number | null, group = 'time') => ({ key, type, default: value, unit: 'month' as const, source: '', toBeConfirmed: false, group });
  const analyses = [{ id: 'candidate-sites', version: 1, method: [], inputs: {}, params: [def('date', 'date', null), def('leadMonths', 'integer', 6), def('cover', 'integer', 3, 'box')] }];
  test('lead times of the form, and today where no date was set', () => {
    expect(timesOf({ analyses, changed: {} }, '2026-11-25')).toEqual({ date: '2026-11-25', params: { leadMonths: 6 } });
    expect(timesOf({ analyses, changed: { 'candidate-sites': { date: '2027-01-01', leadMonths: 9 } } }, '2026-11-25')).toEqual({ date: '2027-01-01', params: { leadMonths: 9 } });
    expect(timesOf({ analyses: [], changed: {} }, '2026-11-25')).toBeNull();
  });
  test('layers as they are now, by what the run took', () => {
    const layer = (id: string) => ({ id, schema: 'constraint' as const, name: '', features: [] });
    const [before, now, gone, sites] = [layer('c'), layer('c'), layer('g'), layer('run/candidate-sites')];
    const run = { inputs: { constraints: before, shelters: gone }, layers: { 'candidate-sites': sites }, params: { crs: 'auto' } } as unknown as Run;
    const document = { layers: [{ layer: now, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 0, kept: 0, fixed: 0, setAside: 0 } }], strata: [], grounds: [] };
    const { inputs } = conflictWishes(run, document);
    expect([inputs['constraints'] === now, inputs['shelters'] === gone, inputs['candidate-sites'] === sites]).toEqual([true, true, true]);
  });
});
