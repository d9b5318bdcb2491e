import { candidateSites, sitePortfolio } from '../sites/index.ts';
import { fitLayers, fitSites } from '../test-fit/index.ts';
import { RECORDS } from './files.ts';
import { parkingShortage, shelterCoverage } from './service-analysis.ts';
import type { Analysis } from './types.ts';

/** All analyses by id: the form, the command line and the documentation follow from this table. */
export const ANALYSES: Readonly<Record<string, Analysis>> = Object.fromEntries([parkingShortage, shelterCoverage, candidateSites, sitePortfolio, fitSites].map((analysis) => [analysis.id, analysis]));

/** `districts` where the boundary has several. */
const SERVICE_LAYERS = ['demand-units', 'facilities', 'shortage-areas', 'districts'] as const;
const RESULT_LAYERS: Readonly<Record<string, readonly string[]>> = { [parkingShortage.id]: SERVICE_LAYERS, [shelterCoverage.id]: SERVICE_LAYERS, [candidateSites.id]: ['candidate-sites', 'failed-sites'], [sitePortfolio.id]: ['portfolio-sites'], [fitSites.id]: fitLayers };
/** Which files a run may write, known before it. */
export const resultNames = (id: string): string[] => [...RESULT_LAYERS[id].map((name) => `${name}.geojson`), ...RECORDS];
