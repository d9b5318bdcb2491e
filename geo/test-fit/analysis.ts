import type { Analysis } from '../model/index.ts';
import { citation, TEST_FIT_PARAMS } from './parameters.ts';

/** Test fit: how many cars really go in. Lays a garage out under each candidate site and counts the stalls that are drawn, beside the rule by area. */
export const fitSites: Analysis = {
  id: 'test-fit', version: 1, params: TEST_FIT_PARAMS,
  method: ['METHODS', 'bay-module', 'grid-8.1', 'JGJ100-memory', 'GB50038-unit', 'real-garage-7-units'].map(citation),
  inputs: { 'candidate-sites': { schema: 'candidate-site', required: true } },
  // Whoever only wants to know of it, as a form does, does not load it.
  run: async (inputs, params, progress) => (await import('./run.ts')).runTestFit(inputs, params, progress),
};
