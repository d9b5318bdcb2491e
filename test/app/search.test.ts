import { beforeEach, describe, expect, test } from 'vitest';
import type { MixedInteger, SolveState } from '../../geo/index.ts';
import { bestOf, closed } from '../../app/panels/sites/portfolio-shown.ts';
import { EMPTY, type Run } from '../../app/state/document.ts';
import { beginSearch, endSearch, noteFound, searchOn, useSearch, withFirst } from '../../app/state/search.ts';
import { Cancelled } from '../../app/workers/link.ts';
import { SearchLine } from '../../app/workers/search-line.ts';

const runOf = (id: string) => ({ id, analysis: 'site-portfolio' }) as Run;
const at = (value: number | null, bound: number | null): SolveState => ({ value, bound, gap: null, values: null });

describe('a search that goes on', () => {
  beforeEach(endSearch);
  test('keeps what was told before where less is told', () => {
    beginSearch(runOf('a'));
    noteFound(at(5, null));
    noteFound(at(null, 9));
    noteFound(at(7, null));
    expect(useSearch.getState().found).toEqual({ value: 7, bound: 9, gap: null });
    searchOn(runOf('b'));
    expect(useSearch.getState()).toMatchObject({ phase: 'frontier', run: { id: 'b' } });
  });
  test('what is told after its end is about nothing', () => {
    noteFound(at(5, 9));
    expect(useSearch.getState().found).toBeNull();
  });
  test('takes the place of the run that asked the same, to look at', () => {
    const document = { ...EMPTY, runs: [runOf('a'), runOf('b')] }, first = runOf('a');
    expect(withFirst(document)(first).runs).toEqual([document.runs[1], first]);
    expect(withFirst(document)(first)).toBe(withFirst(document)(first));
    expect(document.runs).toHaveLength(2);
  });
});

test('the bar is as full as the search is closed', () => {
  expect(closed(75, 100)).toEqual({ gap: 0.25, share: 0.75 });
  expect(closed(0, 0)).toEqual({ gap: 0, share: 1 });
  expect(closed(75, null)).toEqual({ gap: null, share: 0 });
});

test('a search that has not come as far as greedy has not found the best', () => {
  expect([bestOf('relief', 5, 3), bestOf('relief', 5, 7), bestOf('cost', 5, 7), bestOf('relief', null, 7), bestOf('relief', 5, null), bestOf('relief', null, null)]).toEqual([5, 7, 5, 7, 5, null]);
});

describe('the line to the solver', () => {
  /** A worker that tells two states and then searches until it is ended. */
  function line() {
    let hangUp = (_: unknown) => {};
    const search = new SearchLine({
      call: (ask) => {
        const told = new Promise((_, reject) => { hangUp = reject; });
        void ask({ solve: (_program: unknown, _limits: unknown, hear: (state: SolveState) => void) => { hear({ value: 3, bound: 8, gap: 0.6, values: Float64Array.of(1, 0) }); hear(at(3, 7)); } } as never);
        return told as never;
      },
      cancel: () => hangUp(new Cancelled()),
    });
    return { search, hangUp: (error: unknown) => hangUp(error) };
  }
  test('answers with the best that it heard when it is stopped, and begins nothing more', async () => {
    const { search } = line(), heard: SolveState[] = [];
    const answer = search.solve({} as MixedInteger, { seconds: 0, nodes: 0 }, (state) => heard.push(state));
    expect(search.stopped()).toBe(false);
    search.stop();
    expect(await answer).toEqual({ status: 'stopped', values: Float64Array.of(1, 0), bound: 7 });
    expect([heard.length, search.stopped()]).toEqual([2, true]);
    search.begin();
    expect(search.stopped()).toBe(false);
  });
  test('a fault of ours is not taken for an end', async () => {
    const { search, hangUp } = line();
    const answer = search.solve({} as MixedInteger, { seconds: 0, nodes: 0 }, () => {});
    hangUp(new Error('out of memory'));
    await expect(answer).rejects.toThrow('out of memory');
  });
});
