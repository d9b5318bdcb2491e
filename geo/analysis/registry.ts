import { candidateSites } from '../sites/index.ts';
import { parkingShortage, shelterCoverage } from './service-analysis.ts';
import type { Analysis } from './types.ts';

/** All analyses by id: the form, the command line and the documentation follow from this table. */
export const ANALYSES: Readonly<Record<string, Analysis>> = Object.fromEntries([parkingShortage, shelterCoverage, candidateSites].map((analysis) => [analysis.id, analysis]));
