import { expect, it } from 'vitest';
import { messages } from '../../geo/messages/index.ts';
import { BENEFIT_INDICATORS, BENEFITS } from '../../geo/ranking/index.ts';
import { CONSTRAINT_RULES } from '../../geo/sites/index.ts';
import { SITE_SOURCES } from '../../geo/sites/sources.ts';
import own from '../../data/parameters/sites.json' with { type: 'json' };
import citations from '../../data/parameters/citations.json' with { type: 'json' };
import { feature, layer, lineOf, point, rectangle, run } from './ground.ts';

const has = (key: string) => expect(messages[key]?.zh && messages[key].en ? '' : key).toBe('');

it('every code of the tables has its words in both languages', () => {
  for (const { key } of own) has(`param.${key}`);
  for (const { id } of SITE_SOURCES) has(`choice.source.${id}`);
  for (const kind of Object.keys(CONSTRAINT_RULES)) for (const prefix of ['factor.consult', 'factor.passes', 'reason.constraint']) has(`${prefix}.${kind}`);
  for (const [kind, { department, exclude }] of Object.entries(CONSTRAINT_RULES)) {
    has(`department.${department}`);
    if (exclude !== null) has(`factor.cut.${kind}`);
  }
  for (const { key } of BENEFIT_INDICATORS) has(`indicator.${key}`);
  for (const benefit of BENEFITS) has(`benefit.${benefit}`);
});

it('every parameter, constraint and indicator names a source that is in the citations', () => {
  const known = new Set(Object.keys(citations));
  for (const { source } of [...own, ...BENEFIT_INDICATORS, ...Object.values(CONSTRAINT_RULES)]) expect(known.has(source) ? '' : source).toBe('');
});

it('a run says nothing that has no words', async () => {
  const { explain, indicators, issues, failed } = await run({
    'road-projects': layer('road-project', feature('a', lineOf([0, 0], [900, 0]), { roadClass: 'arterial', worksStart: '2028-01-01' }), feature('b', lineOf([0, 300], [500, 300])), feature('c', rectangle(0, 600, 300, 15)), feature('d', rectangle(0, 700, 300, 40), { designFreeze: '2028-01-01', worksEnd: '2029-01-01' })),
    shelters: layer('shelter', feature('s', point(0, 900), { stalls: 20, nextInspection: '2020-01-01' }), feature('t', point(0, 990))),
    'land-parcels': layer('land-parcel', feature('g', rectangle(0, 1200, 400, 300), { landUse: 'G1' }), feature('h', rectangle(900, 1200, 80, 60), { landUse: 'S42' })),
    constraints: layer('constraint', feature('m', rectangle(400, -100, 10, 300), { kind: 'metro-structure', topDepth: 6, bottomDepth: 12 }), feature('p', lineOf([0, 720], [300, 720]), { kind: 'pipe', topDepth: 1, bottomDepth: 2 }), feature('e', point(940, 1230), { kind: 'toxic-tank' }), feature('v', point(100, 705), { kind: 'volcano' })),
  }, { date: '2026-11-24', ahp: '2,3,1,2,1/2,1/3' });
  for (const factors of Object.values(explain)) for (const { key } of Object.values(factors).flat()) has(key);
  for (const { key } of indicators) has(`indicator.${key}`);
  for (const { code } of issues) if (/^(sites|ranking)\./.test(code)) has(`issue.${code}`);
  expect(failed.length).toBeGreaterThan(2);
});
