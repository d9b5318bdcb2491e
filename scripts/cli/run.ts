import { join } from 'node:path';
import { analysisOf, crossLayerIssues, fillParams, resultFiles, runAnalysis, writeGeoJson, type Indicator, type Layer } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { writeFolder } from './files.ts';
import { inputsOf, readLayers, refuseFaults, type InputRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft run`: layers in, result files out. Nothing is written unless everything went through. */
export async function run(call: Call, screen: Terminal): Promise<void> {
  const analysis = analysisOf(call.operands[0]);
  const params = fillParams(analysis, Object.fromEntries(call.pairs('param')));
  const reads = readLayers(analysis, call.pairs('layer'), screen);
  const issues = [...reads.flatMap((read) => read.issues), ...crossLayerIssues(reads.map(({ layer }) => layer))];
  if (call.has('strict')) refuseFaults(reads, issues, screen);

  const result = await runAnalysis(analysis.id, inputsOf(reads), params, (step, done) => screen.progress(`${Math.round(done * 100)}% ${screen.say(step)}`));
  screen.progress('');
  const files = { ...resultFiles(analysis, params, Object.fromEntries(reads.map(({ input, record }) => [input, record])), result, issues), ...setAside(reads) };
  const folder = screen.resolve(call.text('out')!);
  writeFolder(folder, files, screen, Object.keys(analysis.inputs).map(setAsideName));
  report(folder, files, reads, result.layers, result.indicators, issues.length + result.issues.length, screen);
}

const setAsideName = (input: string): string => `${input}.set-aside.geojson`;

/** What could not be used, as it was read: nothing is dropped in silence. */
function setAside(reads: readonly InputRead[]): Record<string, string> {
  return Object.fromEntries(reads.filter(({ rejected }) => rejected.length > 0).map(({ input, layer, rejected }) => [setAsideName(input), writeGeoJson({ ...layer, id: `${input}.set-aside`, features: rejected })]));
}

function report(folder: string, files: Readonly<Record<string, string>>, reads: readonly InputRead[], layers: Readonly<Record<string, Layer>>, indicators: readonly Indicator[], issues: number, { print, say, show }: Terminal): void {
  for (const { input, counts } of reads) print(say('cli.read', { input, ...counts }));
  const label = (key: string) => (say(`indicator.${key}`) === `indicator.${key}` ? key : say(`indicator.${key}`));
  for (const { key, value, unit } of indicators) print(`  ${label(key)}: ${value === null ? '-' : Number(value.toPrecision(6))}${unit === '' || unit === 'ratio' || unit === 'count' ? '' : ` ${unit}`}`);
  const counts = new Map(Object.values(layers).map(({ name, features }) => [`${name}.geojson`, features.length]));
  for (const name of Object.keys(files)) {
    const n = counts.get(name);
    print(say('cli.wrote', { path: show(join(folder, name)), n: n === undefined ? `${Math.ceil(Buffer.byteLength(files[name]) / 1024)} KB` : say('cli.features', { n }) }));
  }
  if (issues > 0) print(say('cli.issues', { n: issues }));
}
