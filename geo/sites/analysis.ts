import type { Analysis } from '../model/index.ts';
import { SITE_INPUTS } from './inputs.ts';
import { citation, SITE_PARAMS } from './parameters.ts';

/** Candidate sites (METHODS 5 and 6): where a basement could go, what each would relieve, and how they rank. */
export const candidateSites: Analysis = {
  id: 'candidate-sites', version: 2, params: SITE_PARAMS,
  method: ['METHODS', 'GB50038-3.1.3', 'road-regulation-33', 'Saaty-1980', 'Hwang-Yoon-1981', 'Lahdelma-2001'].map(citation),
  inputs: SITE_INPUTS,
  // Whoever only wants to know of it, as a form does, does not load it.
  run: async (...call) => (await import('./run.ts')).runCandidateSites(...call),
};
