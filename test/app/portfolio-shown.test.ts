import { expect, test } from 'vitest';
import type { Layer, PlanFeature } from '../../geo/index.ts';
import { formatFigure } from '../../app/i18n/format.ts';
import { budgetPoints, chosenAmong, wholeBudget } from '../../app/panels/sites/portfolio-shown.ts';
import type { Run } from '../../app/state/document.ts';

const site = (id: string, properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [0, 0] }, properties });
const runOf = (name: string, features: PlanFeature[]) => ({ layers: { [name]: { id: name, schema: 'candidate-site', name, features } as Layer } }) as unknown as Run;
const portfolio = runOf('portfolio-sites', [site('a', { buildPhase: 2, cost: 100 }), site('b', { buildPhase: null, cost: 50 })]);

test('the chosen sites are those of the candidate run, with their phase', () => {
  const known = site('a', { cost: 100, levels: 3 });
  expect(chosenAmong(portfolio, runOf('candidate-sites', [site('b', { cost: 50 }), known]))).toEqual([{ site: known, phase: 2 }]);
});

test('a candidate run that was asked something else gives no measures', () => {
  expect(chosenAmong(portfolio, runOf('candidate-sites', [site('a', { cost: 90 })]))).toBeNull();
  expect(chosenAmong(portfolio, runOf('candidate-sites', [site('b', { cost: 50 })]))).toBeNull();
  expect(chosenAmong(portfolio, undefined)).toBeNull();
});

test('budgets that have no set are no points of the chart', () => {
  const params = { budget: 10, bound: 5, greedy: 5, sites: 1 };
  expect(budgetPoints([{ key: 'factor.frontier', value: null, params }, { key: 'factor.frontier', value: 5, params }])).toEqual([{ budget: 10, relief: 5, sites: 1 }]);
});

test('the budgets of all phases are one mark, and none is no mark', () => {
  expect(wholeBudget('100, 250')).toBe(350);
  expect(wholeBudget('')).toBeNull();
});

test('a gap that is open is shown with as many digits as it takes to see it', () => {
  expect([0, 0.000004, 0.0004, 0.1234].map((gap) => formatFigure('portfolioGap', gap, 'ratio', (code) => code))).toEqual(['0%', '< 0.01%', '0.04%', '12.34%']);
});
