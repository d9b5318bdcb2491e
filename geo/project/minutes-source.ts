import type { MinutesSource } from '../meeting/index.ts';
import type { Layer } from '../model/index.ts';
import type { Documents } from './document-kinds.ts';
import { runKeywords } from './run-keywords.ts';
import { kindOfRun } from './run-id.ts';
import type { StoredRun } from './types.ts';

interface Held extends Pick<Documents, 'measures' | 'scenarios' | 'opinions'> {
  name: { zh: string; en: string };
  invented: boolean;
  layers: readonly { layer: Layer }[];
  runs: readonly Pick<StoredRun, 'id' | 'analysis' | 'version' | 'scenario' | 'params' | 'inputs' | 'indicators' | 'layers'>[];
}
/** What minutes are written from, out of a project. */
export function minutesSource({ name, invented, layers, measures, scenarios, opinions, runs }: Held): MinutesSource {
  const keywords = runKeywords(runs);
  return {
    project: name, invented, measures, scenarios, opinions, layers: layers.map(({ layer }) => layer),
    runs: runs.map(({ id, analysis, scenario, params, indicators, layers: results }, i) => ({ id, analysis, scenario, params, indicators, kind: kindOfRun(analysis, params), layers: Object.values(results), keyword: keywords[i] })),
  };
}
