import { expect, test } from 'vitest';
import { handOutGroups } from '../../app/meeting/hand-out-choices.ts';
import { EMPTY, type ProjectDocument, type Run } from '../../app/state/document.ts';
import type { Layer } from '../../geo/index.ts';
import { wordsIn } from '../../geo/messages/index.ts';
import { stored } from '../project/projects.ts';
import { feature, layer, point } from '../sites/ground.ts';

const lots = (id: string, fileName: string) => ({ ...stored({ ...layer('parking-facility', feature(id, point(0, 0))), id }), fileName });
const run = (id: string, scenario: string | null) => ({ id, analysis: 'parking-shortage', scenario, params: {}, layers: { 'shortage-areas': { id: `${id}/shortage-areas`, schema: 'shortage-area', name: 'shortage-areas', features: [feature('a', point(0, 0))] } as Layer } }) as unknown as Run;
const CITY: ProjectDocument = { ...EMPTY, layers: [lots('p1', '甲.geojson'), lots('p2', '乙.geojson')], scenarios: [{ id: 's1', name: '方案 1', measures: [], remarks: '' }], runs: [run('parking-shortage-night', null), run('parking-shortage-night@s1', 's1')] };

test('no two things that may be handed out stand under the same words', () => {
  const groups = handOutGroups(CITY, wordsIn('zh'));
  expect(groups.map(({ of, scenario }) => [of, scenario])).toEqual(expect.arrayContaining([['delivered', null], ['results', null], ['results', '方案 1']]));
  const titles = groups.flatMap(({ of, scenario, rows }) => rows.map(({ title }) => `${of} ${scenario} ${title}`));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => title.startsWith('delivered')).map((title) => title.split(' · ')[1]).sort()).toEqual(['乙.geojson', '甲.geojson']);
});
