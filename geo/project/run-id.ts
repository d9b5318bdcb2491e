import type { Params } from '../model/index.ts';

/** Runs of one analysis in one scenario replace each other, except that parking by night and by day stand side by side, and garages of named sites beside those of all. */
export const runIdOf = (analysis: string, params: Params, scenario: string | null = null): string => `${kindOfRun(analysis, params)}${scenario === null ? '' : `@${scenario}`}`;
/** Tells what a run is about, in whatever scenario: the same question has the same kind. */
export const kindOfRun = (analysis: string, params: Params): string => `${analysis}${Object.hasOwn(KINDS, analysis) ? KINDS[analysis](params) : ''}`;
/** Where one analysis answers several questions: what is added to its name. */
const KINDS: Readonly<Record<string, (params: Params) => string>> = {
  'parking-shortage': ({ period }) => `-${String(period)}`,
  'test-fit': ({ fitSites }) => (String(fitSites ?? '').trim() === '' ? '' : '-site'),
};
