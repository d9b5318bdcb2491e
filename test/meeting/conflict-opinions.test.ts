import { describe, expect, it } from 'vitest';
import { conflictOfSubject, conflictOpinions, mergeOpinions, subjectOfConflict, subjectOfSite, writeOver, type Conflict, type Opinion } from '../../geo/index.ts';

const conflict = (site: string, id: string, more: Partial<Conflict> = {}): Conflict => ({
  site, siteName: `${site}处`, kind: 'pipe', id, name: id, layer: 'constraints', place: [114, 22], nature: 'meets', department: 'housing', steward: null, toBeConfirmed: true, overlapArea: 10, clearance: 0,
  depthOverlap: 1, depthClearance: 0, required: 1, depthBasis: 'depth', depthAssumed: [], requiredDepth: null, worst: { at: [114, 22], line: [[114, 22], [114, 22]] }, ...more,
});
const say = (before: readonly Opinion[], about: Conflict, state: Opinion['state'], at: string, department = about.department) =>
  [...before, writeOver(before, { subject: subjectOfConflict(about), department, state, note: state, who: '王', at })];

describe('opinions on conflicts', () => {
  const a = conflict('s1', 'p1'), b = conflict('s1', 'p2'), c = conflict('s2', 'p1');
  const said = say(say(say([], a, 'needs-survey', '2026-11-25T01:00:00.000Z'), a, 'agreed', '2026-11-25T02:00:00.000Z'), c, 'rejected', '2026-11-25T03:00:00.000Z');

  it('the newest word of the department counts, the earlier ones are kept, and what nobody spoke of is open', () => {
    const { rows } = conflictOpinions([a, b, c], said);
    expect(rows.map(({ state }) => state)).toEqual(['agreed', 'open', 'rejected']);
    expect(rows[0].history.map(({ state }) => state)).toEqual(['agreed', 'needs-survey']);
    expect([rows[0].standing.length, rows[1].standing.length, rows[1].opinion]).toEqual([1, 0, null]);
  });
  it('hold on to their conflict whatever the next run finds, in whatever order, with whatever figures', () => {
    const again = [{ ...c, overlapArea: 99 }, conflict('s9', 'p1'), { ...a, nature: 'near' as const, siteName: '改名' }];
    expect(conflictOpinions(again, said).rows.map(({ state }) => state)).toEqual(['rejected', 'open', 'agreed']);
  });
  it('stay where their conflict is gone, and join it when it comes back', () => {
    const { rows, gone } = conflictOpinions([b], said);
    expect(rows.map(({ state }) => state)).toEqual(['open']);
    expect(gone.map(({ about, history }) => [about, history.length])).toEqual([[{ site: 's1', kind: 'pipe', id: 'p1' }, 2], [{ site: 's2', kind: 'pipe', id: 'p1' }, 1]]);
    expect(conflictOpinions([a, b, c], said).gone).toEqual([]);
  });
  it('of a department that does not answer for it are history, not its state', () => {
    const other = say([], a, 'rejected', '2026-11-25T04:00:00.000Z', 'metro');
    const [row] = conflictOpinions([a], other).rows;
    expect([row.state, row.history.length]).toEqual(['open', 1]);
  });
  it('written at the same time in two places stand side by side, the later first', () => {
    const here = say([], a, 'agreed', '2026-11-25T01:00:00.000Z'), there = say([], a, 'rejected', '2026-11-25T02:00:00.000Z');
    const [row] = conflictOpinions([a], mergeOpinions(here, there)).rows;
    expect([row.state, row.standing.length]).toEqual(['rejected', 2]);
  });
  it('subjects are read back, and what is none is left alone', () => {
    expect(conflictOfSubject(subjectOfConflict(a))).toEqual({ site: 's1', kind: 'pipe', id: 'p1' });
    expect([conflictOfSubject(subjectOfSite('s')), conflictOfSubject('conflict:['), conflictOfSubject('conflict:["a",1,"b"]'), conflictOfSubject('conflict:["a"]')]).toEqual([null, null, null, null]);
    expect(conflictOpinions([], [...say([], a, 'agreed', ''), writeOver([], { subject: subjectOfSite('s'), department: 'housing', state: 'agreed', note: '', who: '', at: '' })]).gone).toHaveLength(1);
  });
});
