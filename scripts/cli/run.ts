import { join } from 'node:path';
import { analysisOf, crossLayerIssues, depthContextOf, fillParams, resultFiles, resultNames, runAnalysis, UserError, writeGeoJson, type Indicator, type Issue, type Layer } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { issueLine } from './issue-lines.ts';
import { openProject } from './project-file.ts';
import { fromProject, scenarioNamed, writeRun } from './project-run.ts';
import { inputsOf, readLayers, refuseFaults, refuseUnusable, type InputRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft run`: layers in, result files out, or a project in and the run back into it. Nothing is written unless everything went through. */
export async function run(call: Call, screen: Terminal): Promise<void> {
  const analysis = analysisOf(call.operands[0]);
  const params = fillParams(analysis, Object.fromEntries(call.pairs('param')));
  const out = call.text('out'), file = call.text('project');
  checkPlaces(call);
  const project = file === null ? null : await openProject(file, screen);
  const wanted = call.text('scenario'), scenario = project && wanted !== null ? scenarioNamed(project, wanted) : null;
  const reads = await readLayers(analysis, call, screen, project ? fromProject(project, scenario, screen) : undefined);
  const issues = [...reads.flatMap((read) => read.issues), ...crossLayerIssues(reads.map(({ layer }) => layer))];
  const folder = out === null ? null : screen.resolve(out);
  const asides = Object.keys(analysis.inputs).map(setAsideName);
  if (folder !== null) refuseToCover(folder, [...resultNames(analysis.id), ...asides], reads.flatMap(({ path }) => path ?? []), screen);
  refuseUnusable(analysis, reads, screen);
  if (call.has('strict')) refuseFaults(reads, issues, screen);

  const result = await runAnalysis(analysis.id, inputsOf(reads), params, (step, done) => screen.progress(`${Math.round(done * 100)}% ${screen.say(step)}`), project ? depthContextOf(project.project) : undefined);
  screen.progress('');
  const files = { ...resultFiles(analysis, params, Object.fromEntries(reads.map(({ input, record }) => [input, record])), result, issues), ...setAside(reads) };
  if (folder !== null) writeFolder(folder, files, screen, asides);
  if (project) writeRun(project, analysis, params, scenario?.id ?? null, reads, result, screen);
  for (const one of project?.issues ?? []) screen.print(issueLine(one, screen));
  report(folder, files, reads, result.layers, result.indicators, [...issues, ...result.issues], screen);
  if (project) screen.print(screen.say('cli.project.saved', { path: screen.show(project.path) }));
}

/** Without a project there are files to read and a folder to write. */
function checkPlaces(call: Call): void {
  if (call.has('project')) return;
  if (call.has('scenario')) throw new UserError('cli.missing', { command: call.command.name, what: '--project <file.gpkg>' });
  if (!call.has('layer')) throw new UserError('cli.missing', { command: call.command.name, what: '--layer <input=file>' });
  if (!call.has('out')) throw new UserError('cli.missing', { command: call.command.name, what: '--out <folder>' });
}

const setAsideName = (input: string): string => `${input}.set-aside.geojson`;

/** What could not be used, as it was read: nothing is dropped in silence. */
function setAside(reads: readonly InputRead[]): Record<string, string> {
  return Object.fromEntries(reads.filter(({ rejected }) => rejected.length > 0).map(({ input, layer, rejected }) => [setAsideName(input), writeGeoJson({ ...layer, id: `${input}.set-aside`, features: rejected })]));
}

function report(folder: string | null, files: Readonly<Record<string, string>>, reads: readonly InputRead[], layers: Readonly<Record<string, Layer>>, indicators: readonly Indicator[], issues: readonly Issue[], screen: Terminal): void {
  const { print, say, show } = screen;
  for (const { input, counts } of reads) print(say('cli.read', { input, ...counts }));
  const label = (key: string) => (say(`indicator.${key}`) === `indicator.${key}` ? key : say(`indicator.${key}`));
  for (const { key, value, unit } of indicators) print(`  ${label(key)}: ${value === null ? '-' : Number(value.toPrecision(6))}${unit === '' || unit === 'ratio' || unit === 'count' ? '' : ` ${unit}`}`);
  const counts = new Map(Object.values(layers).map(({ name, features }) => [`${name}.geojson`, features.length]));
  for (const name of folder === null ? [] : Object.keys(files)) {
    const n = counts.get(name);
    print(say('cli.wrote', { path: show(join(folder!, name)), n: n === undefined ? `${Math.ceil(Buffer.byteLength(files[name]) / 1024)} KB` : say('cli.features', { n }) }));
  }
  // Notes are for who looks into the file; what may be wrong is said at once.
  for (const one of issues) if (one.severity !== 'info') print(`${one.layer ? `${one.layer}: ` : ''}${issueLine(one, screen)}`);
  if (issues.length > 0) print(say(folder === null ? 'cli.issues-in-project' : 'cli.issues', { n: issues.length }));
}
