import type { Factor, Params, PlanFeature } from '../../../geo/index.ts';

/** A footprint smaller than this share of the ground it came from was cut out of it. */
const CUT = 0.98;

/** The reckoning of a site with the step between a whole road's ground and one block of it: without it the area drops for no reason that is told. */
export function withCut(factors: readonly Factor[], { properties }: PlanFeature, params: Params): Factor[] {
  const of = (key: string) => factors.find((factor) => factor.key === key)?.value;
  const [whole, footprint] = [Number(of('factor.afterOpening')), Number(of('factor.footprint'))];
  const isCut = properties['source'] === 'road-project' && footprint < CUT * whole && of('factor.part') === undefined;
  if (!isCut) return [...factors];
  const step: Factor = { key: 'factor.block', value: null, params: { blockLength: Number(params['blockLength'] ?? 0) } };
  return factors.flatMap((factor) => (factor.key === 'factor.footprint' ? [step, factor] : [factor]));
}
