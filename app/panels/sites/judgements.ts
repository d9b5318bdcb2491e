import { ahp, BENEFITS, judgementMatrix, type AhpResult, type BenefitWeights } from '../../../geo/index.ts';
import type { Run } from '../../state/document.ts';
import { judgementsIn } from '../analyses/param-check.ts';

/** Saaty's scale: 1 = equally important, 9 = far more important; reciprocals the other way round. */
export const SCALE = [9, 7, 5, 3, 2, 1, 1 / 2, 1 / 3, 1 / 5, 1 / 7, 1 / 9];
export const PAIRS = BENEFITS.flatMap((row, i) => BENEFITS.slice(i + 1).map((column, k) => ({ row, column, at: [i, i + 1 + k] as const })));
export const label = (value: number) => (value >= 1 ? String(Math.round(value * 100) / 100) : `1/${Math.round(100 / value) / 100}`);

/** The judgements a run was ranked with; null where its weights were set directly. */
export function judgementsOfRun(run: Run): number[] | null {
  return judgementsIn(String(run.params['ahp'] ?? ''));
}
/** The judgements on the scale that come nearest to weights that were set directly: where the comparison begins. */
export const judgementsNear = (weights: BenefitWeights): number[] => PAIRS.map(({ row, column }) => nearestOnScale(weights[row], weights[column]));
function nearestOnScale(a: number, b: number): number {
  if (a <= 0 && b <= 0) return 1;
  // By ratio: 3 is as far from 9 as from 1.
  const away = (value: number) => Math.abs(Math.log(value) - Math.log(Math.max(a, 1e-6)) + Math.log(Math.max(b, 1e-6)));
  return SCALE.reduce((best, value) => (away(value) < away(best) ? value : best));
}

export const judged = (judgements: readonly number[]): AhpResult => ahp(judgementMatrix(judgements, BENEFITS.length));
/** The weights that follow; null while the judgements go round in a circle. */
export function weightsJudged(judgements: readonly number[]): BenefitWeights | null {
  const { weights, circle } = judged(judgements);
  return circle ? null : Object.fromEntries(BENEFITS.map((benefit, i) => [benefit, weights[i]])) as unknown as BenefitWeights;
}
/** As the parameter of the analysis takes them. */
export const judgementsText = (judgements: readonly number[]): string => judgements.map(label).join(',');
