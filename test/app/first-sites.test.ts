import { expect, test } from 'vitest';
import { FIRST, firstSites } from '../../app/commands/first-sites.ts';
import type { Run } from '../../app/state/document.ts';
import { feature, layer, point } from '../sites/ground.ts';

const sites = Array.from({ length: 12 }, (_, i) => feature(`s${i}`, point(i, 0), { rank: 12 - i }));
const run = (scenario: string | null, features = sites) => ({ analysis: 'candidate-sites', scenario, layers: { 'candidate-sites': layer('candidate-site', ...features) } }) as unknown as Run;

test('the first sites are the best of the baseline, best first, whatever their order in the file', () => {
  const found = firstSites([run('s1', []), run(null)], 'internal')!;
  expect(found.sites).toEqual(['s11', 's10', 's9', 's8', 's7', 's6', 's5', 's4', 's3', 's2']);
  expect(found.sites).toHaveLength(FIRST);
});
test('without a run in the baseline, or with none that found a site, there are none', () => {
  expect([firstSites([], 'internal'), firstSites([run('s1')], 'internal'), firstSites([run(null, [])], 'internal')]).toEqual([null, null, null]);
});
test('sites above the level are not among them', () => {
  const secret = feature('x', point(0, 0), { rank: 1, secrecy: 'secret' });
  expect(['internal', 'secret'].map((level) => firstSites([run(null, [secret, sites[11]])], level as 'internal' | 'secret')?.sites)).toEqual([['s11'], ['x', 's11']]);
});
