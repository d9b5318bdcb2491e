import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeOpinions, OPINION_STATES, placeOf, standing, subjectOfConflict, subjectOfMeasure, subjectOfSite, writeOpinion, writeOver, type Opinion } from '../../geo/index.ts';

const said = (note: string, at = '2026-11-25T08:00:00.000Z') => ({ subject: 'site:a', department: 'planning', state: 'agreed', note, who: '王', at }) as const;
const stand = (opinions: readonly Opinion[]) => standing(opinions).get(placeOf('site:a', 'planning'))?.map(({ note }) => note);

describe('what departments say', () => {
  it('the later word stands, the earlier is kept', () => {
    const first = writeOver([], said('先')), second = writeOver([first], said('后', '2026-11-26T08:00:00.000Z'));
    expect(stand([second, first])).toEqual(['后']);
    expect(mergeOpinions([second], [first])).toEqual([first, second]);
  });
  it('two words of the same time in different places stand side by side until one replaces both', () => {
    const base = writeOver([], said('原')), here = writeOver([base], said('此')), there = writeOver([base], said('彼', '2026-11-25T09:00:00.000Z'));
    const merged = mergeOpinions([base, here], [base, there]);
    expect(stand(merged)).toEqual(['彼', '此']);
    const settled = writeOver(merged, said('定', '2026-11-27T00:00:00.000Z'));
    expect([...settled.over].sort()).toEqual([here.id, there.id].sort());
    expect(stand([...merged, settled])).toEqual(['定']);
  });
  it('the clock of another machine replaces nothing: an older time that was written over a newer word stands', () => {
    const base = writeOver([], said('原', '2026-11-26T08:00:00.000Z')), later = writeOver([base], said('改', '2020-01-01T00:00:00.000Z'));
    expect(stand([base, later])).toEqual(['改']);
  });
  it('an id follows from what is said', () => expect(writeOpinion({ ...said('x'), over: ['b', 'a'] })).toEqual(writeOpinion({ ...said('x'), over: ['a', 'b'] })));
  it('subjects are told apart and outlive a run', () => {
    expect(new Set([subjectOfSite('a'), subjectOfMeasure('a'), subjectOfConflict({ site: 'a', kind: 'b', id: 'c' }), subjectOfConflict({ site: 'a,b', kind: '', id: 'c' })]).size).toBe(4);
    expect(OPINION_STATES).toContain('needs-survey');
  });
});

/** A history of one project: everybody writes over what they know, takes what others hand back, in any order. */
const EDITS = fc.array(fc.record({ who: fc.nat(2), note: fc.string({ maxLength: 3 }), subject: fc.constantFrom('site:a', 'measure:m1'), takes: fc.option(fc.nat(2)) }), { minLength: 1, maxLength: 14 });
describe('handing back', () => {
  it('in any order, in any grouping, any number of times gives the same project', () => {
    fc.assert(fc.property(EDITS, fc.array(fc.nat(2), { minLength: 3, maxLength: 9 }), (edits, order) => {
      const copies: Opinion[][] = [[], [], []];
      for (const [n, { who, note, subject, takes }] of edits.entries()) {
        if (takes !== null) copies[who] = mergeOpinions(copies[who], copies[takes]);
        copies[who] = [...copies[who], writeOver(copies[who], { subject, department: `d${who % 2}`, state: 'open', note, who: `w${who}`, at: `2026-11-25T08:00:${String(n).padStart(2, '0')}.000Z` })];
      }
      const all = mergeOpinions(mergeOpinions(copies[0], copies[1]), copies[2]);
      const merged = [...order, 0, 1, 2].reduce<Opinion[]>((into, k) => mergeOpinions(into, copies[k]), []);
      expect(merged).toEqual(all);
      expect(mergeOpinions(copies[2], mergeOpinions(copies[1], copies[0]))).toEqual(all);
      // Nothing that was written is lost, and of every subject at least one word stands.
      for (const opinion of copies.flat()) expect(all).toContainEqual(opinion);
      for (const { subject, department } of all) expect(standing(all).get(placeOf(subject, department))!.length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });
});
