import { ahp, BENEFITS, CONSISTENT, judgementMatrix, type AhpResult, type BenefitWeights } from '../ranking/index.ts';
import { issue, UserError, type Issue, type Params } from '../model/index.ts';
import { numberOf } from './parameters.ts';

const WEIGHT_PARAMS: Readonly<Record<(typeof BENEFITS)[number], string>> = { social: 'weightSocial', economic: 'weightEconomic', environmental: 'weightEnvironmental', warReadiness: 'weightWarReadiness' };

/**
 * Weights of the four benefits: from the judgement matrix where one is given (upper triangle, `2,3,1,2,1/2,1/3`), else
 * as set. Judgements in a circle are refused; other contradictions (CR > 0.1) are warned of, the worst one named.
 * @throws UserError `param.ahp`, `param.weights`, `ranking.inconsistent.<pair>`
 */
export function weightsOf(params: Params): { weights: BenefitWeights; ahp: AhpResult | null; issues: Issue[] } {
  const text = String(params['ahp'] ?? '').trim();
  if (text === '') return { weights: setWeights(params), ahp: null, issues: [] };
  const result = ahp(judgementMatrix(readUpper(text), BENEFITS.length));
  const { i, j, given, fitting } = result.worst;
  // The pair is part of the code, so that its words come in every language.
  const code = `ranking.inconsistent.${BENEFITS[i]}-${BENEFITS[j]}`;
  const about = { cr: round(result.ratio), given: round(given), fitting: round(fitting) };
  if (result.circle) throw new UserError(code, about);
  return {
    weights: Object.fromEntries(BENEFITS.map((benefit, k) => [benefit, result.weights[k]])) as Record<(typeof BENEFITS)[number], number>, ahp: result,
    issues: result.ratio > CONSISTENT ? [issue(code, 'warning', { params: about })] : [],
  };
}
const round = (value: number) => Math.round(value * 1000) / 1000;

function setWeights(params: Params): BenefitWeights {
  const weights = Object.fromEntries(BENEFITS.map((benefit) => [benefit, numberOf(params, WEIGHT_PARAMS[benefit])])) as Record<(typeof BENEFITS)[number], number>;
  if (BENEFITS.every((benefit) => weights[benefit] === 0)) throw new UserError('param.weights');
  return weights;
}

/** Six positive numbers, fractions allowed. */
function readUpper(text: string): number[] {
  const upper = text.split(/[,，;；\s]+/).filter((word) => word !== '').map((word) => {
    const [over, under = '1', more] = word.split('/');
    return more === undefined ? Number(over) / Number(under) : NaN;
  });
  const wanted = BENEFITS.length * (BENEFITS.length - 1) / 2;
  if (upper.length !== wanted || upper.some((value) => !(value > 0 && value < Infinity))) throw new UserError('param.ahp', { given: text });
  return upper;
}
