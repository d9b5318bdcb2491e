import { expect, test } from 'vitest';
import { BENEFIT_INDICATORS, rankSites, type IndicatorTable } from '../../geo/ranking/index.ts';
import { closeRanking } from '../../geo/sites/report.ts';
import { feature, point } from './ground.ts';

/*  Of two sites min-max makes 0 and 1: a is the better one for society, b for the economy, and nothing else differs. So
 *  the scores are the weights of the two benefits, and they change places where those are equal.
 */
const weights = { social: 0.36, economic: 0.34, environmental: 0.15, warReadiness: 0.15 };
const site = (id: string, best: string, held: boolean) => ({ id, held, values: BENEFIT_INDICATORS.map(({ benefit, direction }) => (['social', 'economic'].includes(benefit) ? (benefit === best ? direction : 0) : 0)) });
function told(heldA: boolean, heldB: boolean) {
  const table: IndicatorTable = { indicators: BENEFIT_INDICATORS, sites: [site('a', 'social', heldA), site('b', 'economic', heldB)] };
  const ranking = rankSites(table, weights);
  const ranked = [...ranking.sites].sort((a, b) => a.rank - b.rank).map(({ id }) => feature(id, point(0, 0)));
  return closeRanking(table, ranking, ranked).map(({ code, features }) => [code, features]);
}

test('two sites that a small change of a weight turns round are told, but not where one is held and the other free', () => {
  expect(told(false, false)).toEqual([['ranking.close.social', ['a', 'b']]]);
  expect(told(true, true)).toEqual([['ranking.close.social', ['a', 'b']]]);
  expect(told(false, true)).toEqual([]);
  expect(told(true, false)).toEqual([]);
});
