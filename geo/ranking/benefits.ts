import rows from '../../data/parameters/benefits.json' with { type: 'json' };
import type { Indicator, Unit } from '../model/index.ts';

/** The four benefits a site is judged by, in the order of the weights and of the AHP matrix. */
export const BENEFITS = ['social', 'economic', 'environmental', 'warReadiness'] as const;
export type Benefit = (typeof BENEFITS)[number];
export type BenefitWeights = Readonly<Record<Benefit, number>>;

/** One indicator of a benefit. Words: `indicator.<key>`. Shares sum to 1 within each benefit. */
export interface BenefitIndicator {
  key: string;
  benefit: Benefit;
  unit: Unit;
  direction: 1 | -1;
  /** Less is better and this is as bad as it gets: what is worse counts as this, so that one hopeless site does not make all others look alike. */
  cap?: number;
  share: number;
  /** Key of a citation. */
  source: string;
  toBeConfirmed: boolean;
}
/** The four tables of METHODS 6 as one, from data/parameters. */
export const BENEFIT_INDICATORS = rows as unknown as readonly BenefitIndicator[];

/** The weights that a run was ranked with, as its indicators say them, whether they came from sliders or from a judgement matrix. */
export function weightsOfRun({ indicators }: { indicators: readonly Indicator[] }): BenefitWeights {
  return namedBenefits(BENEFITS.map((benefit) => indicators.find(({ key }) => key === `weight.${benefit}`)?.value ?? 0));
}

/** Values in the order of `BENEFITS` by their names. */
export function namedBenefits(values: readonly number[]): Record<Benefit, number> {
  const named = {} as Record<Benefit, number>;
  BENEFITS.forEach((benefit, j) => { named[benefit] = values[j]; });
  return named;
}
