import { beforeEach, describe, expect, it, vi } from 'vitest';
import { analysisOf, type Layer, type PlanFeature } from '../../geo/index.ts';

/** Answers are given by hand, so that they can come late. */
interface Asked { what: string; answer: (found: unknown) => void; refuse: (error: Error) => void }
let asked: Asked[] = [];
const asks = (what: string) => new Promise((answer, refuse) => { asked.push({ what, answer, refuse }); });
vi.mock('../../app/workers/engine.ts', () => ({ engine: {
  holdsTrials: () => true, openTrials: async () => {},
  section: (_: unknown, { source }: { source: { site: string } }) => asks(`cut ${source.site}`),
  trySite: (_: unknown, top: number, levels: number) => asks(`${top}/${levels}`),
} }));
vi.spyOn(console, 'error').mockImplementation(() => {});
const { openSection } = await import('../../app/commands/section.ts');
const { areOf, askFigures, backToSite, keepTrial, moveBox } = await import('../../app/commands/section-trial.ts');
const { currentSection, FRESH_SECTION, setSection } = await import('../../app/state/section.ts');
const { commit, currentDocument, EMPTY, openDocument } = await import('../../app/state/document.ts');
type Run = import('../../app/state/document.ts').Run;

const site: PlanFeature = { type: 'Feature', id: 's', geometry: { type: 'Polygon', coordinates: [[[114, 22], [114.001, 22], [114.001, 22.001], [114, 22]]] }, properties: { name: '甲', topDepth: 1.5, levels: 2, bottomDepth: 9.3, source: 'drawn', area: 4000 } };
const layer: Layer = { id: 'candidate-sites', schema: 'candidate-site', name: 'candidate-sites', features: [site] };
const PARAMS: Run['params'] = Object.fromEntries(analysisOf('candidate-sites').params.map(({ key, default: value }) => [key, value]));
const run = (params: Run['params']): Run => ({ id: 'candidate-sites', analysis: 'candidate-sites', version: 2, scenario: null, params, inputs: {}, layers: { 'candidate-sites': layer }, indicators: [], issues: [], explain: {} } as unknown as Run);
const rest = async () => { for (let i = 0; i < 20; i++) await Promise.resolve(); };
const figures = (top: number, levels: number) => ({ site: { top, levels, stalls: 100 * levels, cost: { base: 1000 * levels } }, conflicts: [] });
/** The next question, which has to be this one, gets its figures. */
async function answer(what: string): Promise<void> {
  await rest();
  const next = asked.shift();
  expect(next?.what).toBe(what);
  const [top, levels] = what.split('/').map(Number);
  next!.answer(figures(top, levels));
  await rest();
}
beforeEach(() => {
  asked = [];
  openDocument({ ...EMPTY, runs: [run(PARAMS)] });
  setSection({ ...FRESH_SECTION, open: true, source: { kind: 'site', site: 's', direction: 'along' } });
});

describe('a box that is moved', () => {
  it('has the figures of where it lies last, of moves that come faster than answers', async () => {
    askFigures();
    await answer('1.5/2');
    moveBox({ levels: 3 });
    await rest();
    moveBox({ levels: 4 });
    moveBox({ top: 2 });
    await answer('1.5/3');
    await answer('2/4');
    expect(asked).toEqual([]);
    expect(currentSection()).toMatchObject({ before: figures(1.5, 2), now: figures(2, 4) });
  });
  it('has its own figures again when it is put back, whatever comes late', async () => {
    askFigures();
    await answer('1.5/2');
    moveBox({ levels: 5 });
    await rest();
    backToSite();
    await answer('1.5/5');
    expect(currentSection()).toMatchObject({ trial: null, now: figures(1.5, 2) });
  });
  it('is kept with the cost that was reckoned for it, not for where it was before', async () => {
    askFigures();
    await answer('1.5/2');
    moveBox({ levels: 3 });
    await answer('1.5/3');
    moveBox({ levels: 4 });
    expect(areOf(currentSection().now, currentSection().trial!)).toBe(false);
    keepTrial();
    expect(currentDocument().measures).toEqual([]);
    await answer('1.5/4');
    keepTrial();
    expect(currentDocument().measures).toMatchObject([{ set: { levels: 4 }, cost: 4000 }]);
  });
  it('is held against the site as the last run found it', async () => {
    askFigures();
    await answer('1.5/2');
    commit('step.run', (document) => ({ ...document, runs: [run({ ...PARAMS, levelHeight: 3.6 })] }));
    askFigures();
    await rest();
    expect(currentSection()).toMatchObject({ before: null, now: null });
    await answer('1.5/2');
    expect(currentSection().before).toEqual(figures(1.5, 2));
  });
});

it('a section that cannot be cut does not take the next one with it', async () => {
  openSection({ kind: 'site', site: 'gone', direction: 'along' });
  openSection({ kind: 'site', site: 's', direction: 'along' });
  await rest();
  asked.shift()!.refuse(new Error('gone'));
  await rest();
  const next = asked.shift()!, model = { features: [], focus: null };
  expect([next.what, currentSection().open]).toEqual(['cut s', true]);
  next.answer({ laid: { line: [], name: '甲', across: null }, model });
  await rest();
  expect(currentSection().model).toBe(model);
});
it('and where there is no next one the section is closed', async () => {
  openSection({ kind: 'site', site: 'gone', direction: 'along' });
  await rest();
  asked.shift()!.refuse(new Error('gone'));
  await rest();
  expect(currentSection()).toMatchObject({ open: false, source: null });
});
