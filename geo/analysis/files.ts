import { writeGeoJson } from '../io/index.ts';
import { say } from '../messages/index.ts';
import type { Issue } from '../model/index.ts';
import type { Analysis, AnalysisResult, Params } from './types.ts';

/** An input of a run, as the record names it: no path and no clock, so that records can be compared. */
export interface RunInput {
  file: string;
  sha256: string;
  features: number;
}

/**
 * The files of a run by name: a GeoJSON for each result layer, `indicators.json`, `issues.json`, `explain.json` and
 * `run.json`. The command line writes them and the browser hands them out, so they are the same bytes.
 */
export function resultFiles(analysis: Analysis, params: Params, inputs: Readonly<Record<string, RunInput>>, result: AnalysisResult, readIssues: readonly Issue[] = []): Record<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const layers = Object.fromEntries(Object.values(result.layers).map((layer) => [`${layer.name}.geojson`, writeGeoJson({ ...layer, id: layer.name })]));
  return {
    ...layers,
    'indicators.json': json(result.indicators),
    'issues.json': json([...readIssues, ...result.issues].map(withWords)),
    'explain.json': json(result.explain),
    'run.json': json({ analysis: `${analysis.id}@${analysis.version}`, parameters: params, inputs: sorted(inputs) }),
  };
}
export const RECORDS = ['indicators.json', 'issues.json', 'explain.json', 'run.json'] as const;
/** In both languages, so that the file is the same whoever asked for it. */
const withWords = (one: Issue) => ({ ...one, message: { zh: say(`issue.${one.code}`, 'zh', one.params), en: say(`issue.${one.code}`, 'en', one.params) } });
const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.keys(record).sort().map((key) => [key, record[key]]));

/** The table of analyses as data: parameters with units, defaults and citations. */
export function describe(analyses: Readonly<Record<string, Analysis>>, say: (key: string) => string): unknown {
  return Object.values(analyses).map(({ id, version, inputs, params, method }) => ({
    id, version, title: say(`analysis.${id}`), inputs, method,
    params: params.map((row) => ({ ...row, title: say(`param.${row.key}`) })),
  }));
}
