import { beforeEach, expect, test, vi } from 'vitest';

const ROW = { id: 'site-portfolio', inputs: {}, params: [{ key: 'must', type: 'text', default: '' }, { key: 'maxSites', type: 'integer', default: 0 }, { key: 'date', type: 'date', default: null }] };
vi.mock('../../app/workers/engine.ts', () => ({ engine: { analyses: () => Promise.resolve({ analyses: [ROW], citations: {} }) } }));
const { loadAnalyses, restoreForms, useForms } = await import('../../app/state/forms.ts');

const run = (must: string, scenario: string | null = null) => ({ analysis: ROW.id, params: { must, maxSites: 0, date: '2026-11-01' }, scenario });
beforeEach(() => { useForms.setState({ analyses: [], changed: {}, wrong: {}, chosen: {} }); });

test('the forms of a project that is opened ask what its last runs in the baseline asked, with days from today', async () => {
  restoreForms([run('a'), run('b,c'), run('d', 's1')]);
  await loadAnalyses();
  expect(useForms.getState().changed).toEqual({ 'site-portfolio': { must: 'b,c' } });
});
test('nothing of the project before is left in them', async () => {
  await loadAnalyses();
  useForms.setState({ changed: { [ROW.id]: { must: 'x' } }, wrong: { [ROW.id]: { maxSites: '-1' } }, chosen: { [ROW.id]: { boundary: 'old' } } });
  restoreForms([run('')]);
  expect(useForms.getState()).toMatchObject({ changed: {}, wrong: {}, chosen: {} });
});
