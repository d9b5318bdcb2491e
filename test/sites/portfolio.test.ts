import { describe, expect, it } from 'vitest';
import { analysisOf, answerSoFar, bestSet, fillParams, firstAnswer, HERE, messages, noProgress, PortfolioSession, runAnalysis, say, UserError, wholeAnswer, type Inputs, type Params } from '../../geo/index.ts';
import { gapWords } from '../../geo/sites/portfolio/result.ts';
import { feature, layer, lineOf, point, rectangle } from './ground.ts';

/*   home 0: 100 cars           far 1000: 40 cars
 *   ▭ -30…30 at y 60  (near)   ▭ 970…1030 at y 60 (out)     road: opened 2025, locked to 2030, beside home
 */
const inputs: Inputs = {
  'demand-units': layer('demand-unit', feature('home', point(0, 0), { demandNight: 100 }), feature('far', point(1000, 0), { demandNight: 40 })),
  'drawn-sites': layer('drawn-site', feature('near', rectangle(-30, 60, 60, 40), { levels: 1 }), feature('out', rectangle(970, 60, 60, 40), { levels: 1 })),
  'road-projects': layer('road-project', feature('fresh', lineOf([-100, -60], [100, -60]), { redLineWidth: 30, scope: 'rebuilt', worksEnd: '2025-05-01' })),
};
const NEAR = 'drawn-near-1', OUT = 'drawn-out-1', FRESH = 'road-project-fresh-1';
async function run(params: Params = {}) {
  const result = await runAnalysis('site-portfolio', inputs, { crs: 'EPSG:4547', detourFactor: 1, date: '2026-11-24', frontierSteps: 0, ...params }, () => {});
  const { features } = result.layers['portfolio-sites'];
  return {
    ...result, states: Object.fromEntries(features.map(({ id, properties }) => [id, properties['portfolioState']])), phases: Object.fromEntries(features.map(({ id, properties }) => [id, properties['buildPhase']])),
    figures: Object.fromEntries(result.indicators.map(({ key, value }) => [key, value])), codes: result.issues.map(({ code }) => code),
  };
}
const words = (keys: readonly string[]) => keys.filter((key) => !messages[key]);

describe('the set of sites', () => {
  it('leaves a locked road to the second phase, unless it must be built', async () => {
    const now = await run();
    expect(now.states).toEqual({ [NEAR]: 'chosen', [OUT]: 'chosen', [FRESH]: 'locked' });
    expect(now.figures['portfolioRelief']).toBe(66 + 40);
    expect(now.codes).toContain('portfolio.locked');
    const later = await run({ budgets: '5000,20000' });
    expect(later.phases).toEqual({ [NEAR]: 1, [OUT]: 1, [FRESH]: 2 });
    expect([later.figures['portfolioPhase1'], later.figures['portfolioPhase2']]).toEqual([106, 140]);
    const forced = await run({ must: FRESH, maxSites: 1 });
    expect(forced.states[FRESH]).toBe('must');
    expect(forced.codes).toContain('portfolio.must-locked');
  });
  it('keeps a site as secret as what it is made from', async () => {
    const secret: Inputs = { ...inputs, 'drawn-sites': layer('drawn-site', feature('near', rectangle(-30, 60, 60, 40), { levels: 1, secrecy: 'secret' })) };
    const { layers } = await runAnalysis('site-portfolio', secret, { crs: 'EPSG:4547', frontierSteps: 0 }, () => {});
    expect(layers['portfolio-sites'].features.find(({ id }) => id === NEAR)!.properties['secrecy']).toBe('secret');
  });
  it('serves parking and sheltering apart', async () => {
    const people: Inputs = { ...inputs, 'demand-units': layer('demand-unit', feature('home', point(0, 0), { population: 200 })) };
    const { indicators } = await runAnalysis('site-portfolio', people, { crs: 'EPSG:4547', portfolioService: 'shelter', frontierSteps: 0 }, () => {});
    // 200 persons x staying share 0.6.
    expect(indicators.find(({ key }) => key === 'portfolioRelief')).toMatchObject({ value: 120, unit: 'person' });
  });
  it('says in words why there is none', async () => {
    const cases: [string, Params][] = [
      ['must-forbidden', { must: NEAR, mustNot: NEAR }], ['must-exclusive', { must: `${NEAR},${OUT}`, exclusive: `${NEAR}+${OUT}` }], ['must-number', { must: `${NEAR},${OUT}`, maxSites: 1 }],
      ['must-budget', { must: NEAR, budgets: '10' }], ['target-out-of-reach', { targetRatio: 0.9 }], ['together', { targetRatio: 0.5, maxSites: 1 }],
    ];
    for (const [code, params] of cases) {
      const { codes, issues, states, figures } = await run(params);
      expect(codes).toContain(`portfolio.${code}`);
      const { params: filled } = issues.find((one) => one.code === `portfolio.${code}`)!;
      expect(say(`issue.portfolio.${code}`, 'zh', filled)).toMatch(/^无解：[^{]+$/);
      expect([Object.keys(states).length, figures['portfolioValue']]).toEqual([3, null]);
    }
  });
  it('has words for all that it says', async () => {
    const { indicators, explain, issues } = await run({ frontierSteps: 2, budgets: '5000,20000', mustNot: OUT });
    expect(words([...indicators.map(({ key }) => `indicator.${key}`), ...Object.values(explain).flatMap((rows) => Object.values(rows).flat()).map(({ key }) => key), ...issues.map(({ code }) => `issue.${code}`)])).toEqual([]);
    expect(explain['frontier']['frontier'].map(({ value }) => value)).toEqual([0, 66]);
  });
});

describe('sites that are measured once', () => {
  const filled = (params: Params) => fillParams(analysisOf('site-portfolio'), { crs: 'EPSG:4547', detourFactor: 1, date: '2026-11-24', frontierSteps: 2, ...params });
  const openSession = () => PortfolioSession.open(inputs, filled({}), noProgress);
  it('answer every later question as a run of its own would', async () => {
    const session = await openSession();
    for (const params of [{}, { budgets: '900' }, { must: FRESH, maxSites: 1 }, { portfolioService: 'day' }, { mustNot: NEAR }, { budgets: '5000,20000' }] as Params[]) {
      const question = session.ask(filled(params), noProgress);
      const answer = await wholeAnswer(question, await bestSet(question, noProgress), noProgress);
      expect(answer).toEqual(await runAnalysis('site-portfolio', inputs, filled(params), noProgress));
    }
  });
  it('are measured anew only for what changes them', () => {
    const key = (params: Params) => PortfolioSession.keyOf(filled(params));
    expect(key({ budgets: '7', must: NEAR, targetRatio: 0.5, maxSites: 1, timeLimit: 5, portfolioService: 'day' })).toBe(key({}));
    expect(key({ catchmentRadius: 250 })).not.toBe(key({}));
    expect(key({ date: '2026-11-25' })).not.toBe(key({}));
  });
  it('give the greedy set at once, without a bound, and know what the budgets buy when only the budget is new', async () => {
    const session = await openSession(), first = session.ask(filled({}), noProgress);
    const greedy = firstAnswer(first);
    expect(Object.fromEntries(greedy.indicators.map(({ key, value }) => [key, value]))).toMatchObject({ portfolioValue: 106, portfolioGreedy: 106, portfolioBound: null, portfolioGap: null });
    expect(greedy.explain['frontier']).toBeUndefined();
    await wholeAnswer(first, await bestSet(first, noProgress), noProgress);
    const next = session.ask(filled({ budgets: '900' }), noProgress);
    expect(firstAnswer(next).explain['frontier']['frontier']).toHaveLength(2);
    expect(firstAnswer(session.ask(filled({ mustNot: OUT }), noProgress)).explain['frontier']).toBeUndefined();
  });
  it('say that a search was stopped, and keep no frontier that was not finished', async () => {
    const session = await openSession(), question = session.ask(filled({}), noProgress), ended = { ...HERE, stopped: () => true };
    const best = await bestSet(question, noProgress, () => {}, ended);
    const { issues, indicators, explain } = await wholeAnswer(question, best, noProgress, ended);
    expect(issues.map(({ code }) => code)).toContain('portfolio.stopped');
    expect(indicators.find(({ key }) => key === 'portfolioValue')!.value).toBe(106);
    expect(explain['frontier']).toBeUndefined();
    expect(answerSoFar(session.ask(filled({}), noProgress), best).explain['frontier']).toBeUndefined();
  });
});

it.each([
  ['portfolio.site-unknown', { must: 'nowhere' }], ['portfolio.budgets', { budgets: '5000,viel' }], ['portfolio.budgets-comma', { budgets: '20,000' }], ['portfolio.budgets-comma', { budgets: ' 1,234，500.5 ' }], ['portfolio.budgets', { budgets: '1,2,3,4' }], ['portfolio.exclusive', { exclusive: NEAR }],
  ['portfolio.no-target', { aim: 'cost' }], ['portfolio.cost-phases', { aim: 'cost', targetRelief: 10, budgets: '1,2' }],
] as [string, Params][])('a mistake is told: %s %j', async (code, params) => {
  const told = await run(params).catch((error: unknown) => error);
  expect(told).toBeInstanceOf(UserError);
  expect((told as UserError).code).toBe(code);
  expect(say(`error.${code}`, 'en', (told as UserError).params)).not.toMatch(/[{}]/);
});

it('a gap that is open is never said to be none', () => {
  expect([null, 0, 0.000004, 0.0004, 0.1234].map(gapWords)).toEqual(['-', '0 %', '< 0.01 %', '0.04 %', '12.34 %']);
});
