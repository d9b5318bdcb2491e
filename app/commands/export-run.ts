import { csvCell, type PropertyValue } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { sayNow } from '../i18n/index.ts';
import { currentDocument, type Run } from '../state/document.ts';
import { useForms } from '../state/forms.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { runWords } from './run-analysis.ts';

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
/** The figures and parameters of a run as a table for people. */
export function exportFigures(run: Run): Promise<void> {
  return attempt(() => {
    const defs = useForms.getState().analyses.find(({ id }) => id === run.analysis)?.params;
    const word = (unit: string | undefined) => (unit ? sayNow(`unit.${unit}`, {}, '') : '');
    const rows: PropertyValue[][] = [
      ['results.figure', 'results.value', 'results.unit'].map((key) => sayNow(key)),
      ...run.indicators.map(({ key, value, unit }) => [sayNow(`indicator.${key}`, {}, sayNow(`indicator.${key.split('.').at(-1)}`)), value === null ? null : Number(value.toPrecision(12)), word(unit)]),
      ...Object.entries(run.params).map(([key, value]) => [sayNow(`param.${key}`), typeof value === 'string' ? sayNow(`choice.${key}.${value}`, {}, value) : value, word(defs?.find((def) => def.key === key)?.unit)]),
    ];
    download(`${sayNow(runWords(run))}-${sayNow('results.figuresFile')}.csv`, 'text/csv;charset=utf-8', `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`);
  });
}
/** Names of the files, known before they are made. */
export const runFileNames = (run: Run): string[] => [...Object.keys(run.layers).map((name) => `${name}.geojson`), 'indicators.json', 'issues.json', 'explain.json', 'run.json'];
