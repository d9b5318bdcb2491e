export { fitSites } from './analysis.ts';
export type { Fit, Level } from './fit.ts';
export { TEST_FIT_PARAMS } from './parameters.ts';
export { leastShare, rampLength, rulesOf, type Rules } from './rules.ts';
export { testFit, VARIANTS, type TestFit, type Variant, type VariantId } from './variants.ts';
import { LEVEL_LAYERS } from './level-layers.ts';

/** Names of the result layers. */
export const fitLayers: readonly string[] = ['fit-sites', ...LEVEL_LAYERS];
