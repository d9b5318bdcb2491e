import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../app/workers/engine.ts', () => ({ engine: {} }));
const { setUnderground } = await import('../../app/commands/underground.ts');
const { currentDocument, EMPTY, notedUnderground, openDocument, outOfDate, undo } = await import('../../app/state/document.ts');
const { draftsOf, freshCode, strataOf, withOneMore, withoutRow } = await import('../../app/panels/underground/strata-draft.ts');
const { draftOf, groundOf } = await import('../../app/panels/underground/ground-draft.ts');
const { DEFAULT_STRATA, STRATA_PRESETS } = await import('../../geo/index.ts');
type Run = import('../../app/state/document.ts').Run;

const LEVEL = { id: 'ground', kind: 'level', elevation: 4.2, source: '图纸' } as const;
beforeEach(() => openDocument(EMPTY));

describe('strata and ground', () => {
  it('are one step, and taken back by undo', async () => {
    expect(await setUnderground(STRATA_PRESETS[1].strata, LEVEL)).toMatchObject({ ok: true });
    expect(currentDocument()).toMatchObject({ strata: STRATA_PRESETS[1].strata, grounds: [LEVEL] });
    expect(undo()?.label).toBe('step.underground');
    expect(currentDocument()).toMatchObject({ strata: [], grounds: [] });
  });
  it('are refused with the reason, and nothing has changed', async () => {
    expect(await setUnderground([{ code: 'a', name: null, from: 0, to: 5 }], LEVEL)).toMatchObject({ ok: false, key: 'error.strata.end' });
    expect(await setUnderground(null, { ...LEVEL, source: '' })).toMatchObject({ ok: false, key: 'error.ground.source' });
    expect(currentDocument()).toBe(EMPTY);
  });
  it('that are as they were are no step', async () => {
    await setUnderground(null, null);
    expect(currentDocument()).toBe(EMPTY);
  });
  it('put a run of the sites out of date, another not, and back again', async () => {
    const run = (analysis: string): Run => ({ analysis, inputs: {}, ...notedUnderground(analysis, currentDocument()) }) as unknown as Run;
    const [sites, parking] = [run('candidate-sites'), run('parking-shortage')];
    expect([sites, parking].map((one) => outOfDate(one, currentDocument()))).toEqual([false, false]);
    await setUnderground(null, LEVEL);
    expect([sites, parking, run('candidate-sites')].map((one) => outOfDate(one, currentDocument()))).toEqual([true, false, false]);
    undo();
    expect(outOfDate(sites, currentDocument())).toBe(false);
  });
});

describe('the table of strata', () => {
  it('comes back as it was', () => {
    for (const { strata } of STRATA_PRESETS) expect(strataOf(draftsOf(strata))).toEqual(strata);
  });
  it('gains a last stratum with a code of its own, and the one before it an end', () => {
    const more = strataOf(withOneMore(draftsOf(DEFAULT_STRATA)));
    expect(more.slice(3)).toEqual([{ code: 'deep', name: null, from: 50, to: 60 }, { code: 'layer-5', name: null, from: 60, to: null }]);
    expect(freshCode([{ code: 'layer-2', name: '', to: '' }])).toBe('layer-3');
  });
  it('loses any row and stays without gaps', () => {
    const drafts = draftsOf(DEFAULT_STRATA);
    expect(strataOf(withoutRow(drafts, 1)).map(({ from, to }) => [from, to])).toEqual([[0, 15], [15, 50], [50, null]]);
    expect(strataOf(withoutRow(drafts, 3)).map(({ from, to }) => [from, to])).toEqual([[0, 15], [15, 30], [30, null]]);
  });
});

it('the form of the ground comes back as it was, and knows what is missing', () => {
  expect(groundOf(draftOf(LEVEL))).toEqual(LEVEL);
  expect(groundOf(draftOf(undefined))).toBeNull();
  expect(groundOf({ ...draftOf(undefined), kind: 'terrain' })).toBe('missing');
  expect(groundOf({ ...draftOf(LEVEL), elevation: '' })).toMatchObject({ elevation: NaN });
});
