import { download } from '../files/download.ts';
import { currentDocument, type Run } from '../state/document.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';

/** The files of a run, made by the engine: the same bytes as the command line writes. */
export async function filesOfRun(run: Run): Promise<Record<string, Blob>> {
  const entries = currentDocument().layers;
  const inputs = Object.fromEntries(Object.entries(run.inputs).map(([input, layer]) => {
    const entry = entries.find((one) => one.layer === layer);
    return [input, { layer, file: entry?.fileName ?? `${layer.name}.geojson`, sha256: entry?.sha256 ?? null, issues: entry?.issues ?? [] }];
  }));
  return engine.files({ analysis: run.analysis, params: run.params, inputs, layers: run.layers, indicators: run.indicators, issues: run.issues, reckoning: run.reckoning });
}
export function exportRunFile(run: Run, name: string): Promise<void> {
  return attempt(async () => {
    const file = (await filesOfRun(run))[name];
    if (file) download(name, name.endsWith('.geojson') ? 'application/geo+json' : 'application/json', file);
  });
}
/** Names of the files, known before they are made. */
export const runFileNames = (run: Run): string[] => [...Object.keys(run.layers).map((name) => `${name}.geojson`), 'indicators.json', 'issues.json', 'explain.json', 'run.json'];
