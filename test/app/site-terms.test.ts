import { describe, expect, test } from 'vitest';
import type { Layer, PlanFeature } from '../../geo/index.ts';
import { labelPoint } from '../../app/map/fill-source.ts';
import { EMPTY, type Run } from '../../app/state/document.ts';
import { allowed, demanded, excluded, foundSites, sitesToPick, termsOf, termTexts } from '../../app/state/site-terms.ts';

const NONE = termsOf({});
const site = (id: string, properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [0, 0] }, properties });
const runOf = (analysis: string, name: string, features: PlanFeature[]) => ({ id: analysis, analysis, layers: { [name]: { id: name, schema: 'candidate-site', name, features } as Layer } }) as unknown as Run;

describe('what is demanded of the set', () => {
  test('is read from the parameters and written as they have it', () => {
    const terms = termsOf({ must: 'a，b', mustNot: 'c', exclusive: 'a+d, b+c' });
    expect(terms).toEqual({ must: ['a', 'b'], mustNot: ['c'], exclusive: [['a', 'd'], ['b', 'c']] });
    expect(termTexts(terms)).toEqual({ must: 'a,b', mustNot: 'c', exclusive: 'a+d,b+c' });
    expect(termsOf(undefined)).toEqual(NONE);
  });
  test('a site cannot be wanted and not wanted; the same demand again lifts it', () => {
    const wanted = demanded(demanded(NONE, 'a', 'must'), 'b', 'mustNot');
    expect(demanded(wanted, 'a', 'mustNot')).toEqual({ must: [], mustNot: ['b', 'a'], exclusive: [] });
    expect(demanded(wanted, 'a', 'must')).toEqual({ must: [], mustNot: ['b'], exclusive: [] });
  });
  test('sites that exclude each other are pairs, each once, whichever comes first', () => {
    const terms = excluded(excluded(NONE, ['b', 'a']), ['a', 'b', 'c']);
    expect(terms.exclusive).toEqual([['b', 'a'], ['a', 'c'], ['b', 'c']]);
    expect(allowed(terms, 1).exclusive).toEqual([['b', 'a'], ['b', 'c']]);
  });
});

describe('the sites to pick from', () => {
  const portfolio = runOf('site-portfolio', 'portfolio-sites', [site('p', { name: '公园', source: 'public-land', capacity: 9, cost: 1 })]);
  test('are those of the ranking by rank, else those of the set', () => {
    const ranking = runOf('candidate-sites', 'candidate-sites', [site('b', { name: '乙', rank: 2, stalls: 5, cost: 3, source: 'drawn' }), site('a', { name: '甲', rank: 1, stalls: 7, cost: 4, source: 'drawn' })]);
    expect(sitesToPick({ ...EMPTY, runs: [portfolio, ranking] }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sitesToPick({ ...EMPTY, runs: [portfolio] })).toEqual([{ id: 'p', name: '公园', rank: null, source: 'public-land', capacity: 9, cost: 1 }]);
    const relief = runOf('site-portfolio', 'portfolio-sites', [site('x', { reliefAlone: 3 }), site('y', { reliefAlone: 8 })]);
    expect(sitesToPick({ ...EMPTY, runs: [relief] }).map(({ id }) => id)).toEqual(['y', 'x']);
    expect(sitesToPick(EMPTY)).toEqual([]);
  });
  test('are found by name or id; what is demanded already comes first', () => {
    const sites = sitesToPick({ ...EMPTY, runs: [runOf('candidate-sites', 'candidate-sites', ['甲', '乙', '丙乙'].map((name, i) => site(`s${i}`, { name, rank: i + 1, source: 'drawn' })))] });
    expect(foundSites(sites, '乙', NONE, 9).rows.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(foundSites(sites, 'S2', NONE, 9).rows.map(({ id }) => id)).toEqual(['s2']);
    const { rows, all } = foundSites(sites, '', { ...NONE, mustNot: ['s2'] }, 2);
    expect([rows.map(({ id }) => id), all]).toEqual([['s2', 's0'], 3]);
  });
});

test('a site that is not built carries no label', () => {
  expect(labelPoint(site('a', { name: '甲', buildPhase: null }), 'buildPhase').properties!['label']).toBe('');
  expect(labelPoint(site('a', { name: '甲', buildPhase: 2 }), 'buildPhase').properties!['label']).toBe(2);
});
