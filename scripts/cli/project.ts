import { basename, extname } from 'node:path';
import { checkIntegrity, createProject, FORMAT_VERSION, openDatabase, putLayer, SCHEMA_IDS, schemaOf, SCHEMAS, UserError, type Issue, type SchemaId } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { isThere, now, openProject, saveProject, settle, type OpenProject } from './project-file.ts';
import { readLayer, refuseFaults, type FileRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

/** `undercroft project <action> <file.gpkg>`. */
const ACTIONS: Readonly<Record<string, (call: Call, path: string, screen: Terminal) => Promise<void>>> = { new: make, add, info, check };

export function project(call: Call, screen: Terminal): Promise<void> {
  const [action, path] = call.operands;
  if (!Object.hasOwn(ACTIONS, action)) throw new UserError('cli.project-action', { given: action, known: Object.keys(ACTIONS).join(', ') });
  return ACTIONS[action](call, path, screen);
}

async function make(call: Call, given: string, screen: Terminal): Promise<void> {
  const path = screen.resolve(given);
  if (isThere(path)) throw new UserError('cli.project-exists', { path: screen.show(path) });
  const name = call.text('name') ?? basename(path, extname(path));
  const db = await openDatabase();
  createProject(db, { name: { zh: name, en: name }, invented: false, viewState: null, createdBy: `undercroft ${programVersion()}`, created: now(), saved: now() });
  saveProject({ db, path, stamp: null }, screen);
  screen.print(screen.say('cli.project.saved', { path: screen.show(path) }));
}

async function add(call: Call, given: string, screen: Terminal): Promise<void> {
  const { print, say } = screen;
  const pairs = call.pairs('layer');
  if (pairs.length === 0) throw new UserError('cli.missing', { command: 'project add', what: '--layer <schema=file>' });
  const open = await openProject(given, screen);
  const reads: FileRead[] = [];
  for (const [word, file] of pairs) {
    const schema = inputSchema(word);
    const known = open.project.layers.find(({ layer }) => layer.schema === schema);
    if (known && !call.has('replace')) throw new UserError('cli.project-layer', { id: known.layer.id, name: known.layer.name });
    reads.push(await readLayer(known?.layer.id ?? schema, schema, file, call, screen));
  }
  const issues = reads.flatMap((read) => read.issues);
  if (call.has('strict')) refuseFaults(reads, issues, screen);
  settle(open);
  for (const { layer, rejected, record, counts, issues: found } of reads) {
    putLayer(open.db, { layer: { ...layer, name: basename(record.file, extname(record.file)) }, fileName: record.file, sha256: record.sha256, issues: found, setAside: rejected, counts });
    print(say('cli.read', { input: layer.id, ...counts }));
  }
  for (const one of issues) print(sentence(one, screen));
  saveProject(open, screen);
  print(say('cli.project.saved', { path: screen.show(open.path) }));
}

/** A layer that a user brings; results come from runs. */
function inputSchema(word: string): SchemaId {
  const schema = schemaOf(word);
  if (!schema.input) throw new UserError('schema.unknown', { given: word, known: SCHEMA_IDS.filter((id) => SCHEMAS[id].input).join(', ') });
  return schema.id;
}

async function info(call: Call, given: string, screen: Terminal): Promise<void> {
  const open = await openProject(given, screen);
  if (call.has('json')) return screen.print(JSON.stringify(summary(open), null, 2));
  const { print, say, language } = screen;
  const { project: { name, invented, saved, createdBy, layers, runs, basemaps }, outOfDate, issues } = open;
  print(say('cli.project.head', { name: name[language], version: FORMAT_VERSION, invented: say(invented ? 'cli.project.invented' : 'cli.project.real'), saved, by: createdBy }));
  for (const { layer, setAside, issues: known, fileName } of layers) print(say('cli.project.layer', { id: layer.id, name: layer.name, n: say('cli.features', { n: layer.features.length }), setAside: setAside.length, issues: known.length, file: fileName || '-' }));
  for (const { id, name, width, height, crs, secrecy, size, fileName } of basemaps) print(say('cli.project.basemap', { id, name, width, height, crs: typeof crs === 'string' ? crs : crs.name, secrecy: say(`choice.secrecy.${secrecy}`), size: Math.ceil(size / 1024), file: fileName || '-' }));
  for (const run of runs) {
    const stale = outOfDate[run.id];
    print(say('cli.project.run', { id: run.id, analysis: `${run.analysis}@${run.version}`, state: stale ? say('cli.project.stale', { inputs: stale.join(', ') }) : say('cli.project.fresh') }));
    for (const [result, layer] of Object.entries(run.layers)) print(`  ${say('cli.project.result', { name: result, n: say('cli.features', { n: layer.features.length }) })}`);
  }
  for (const one of issues) print(sentence(one, screen));
}
const summary = ({ project: { layers, runs, pictures: _bytes, ...meta }, outOfDate, issues, changed }: OpenProject): unknown => ({
  ...meta, format: FORMAT_VERSION,
  layers: layers.map(({ layer: { id, schema, name }, fileName, sha256, counts, issues: known }) => ({ id, schema, name, fileName, sha256, counts, issues: known.length })),
  runs: runs.map(({ id, analysis, version, params, inputs, indicators, layers: results }) => ({ id, analysis, version, params, inputs, indicators, layers: Object.fromEntries(Object.entries(results).map(([name, { features }]) => [name, features.length])), outOfDate: outOfDate[id] ?? [] })),
  changed, issues,
});

/** Every page of the file, then every layer with the checks of an import. */
async function check(call: Call, given: string, screen: Terminal): Promise<void> {
  const { print, say } = screen;
  const open = await openProject(given, screen);
  checkIntegrity(open.db);
  if (call.has('strict')) refuseFaults([], open.issues, screen);
  if (call.has('json')) return print(JSON.stringify({ issues: open.issues, changed: open.changed, outOfDate: open.outOfDate }, null, 2));
  print(say('cli.project.sound'));
  for (const one of open.issues) print(sentence(one, screen));
  if (open.issues.length === 0) print(say('cli.no-issues'));
}

const sentence = (one: Issue, { say }: Terminal): string => `${say(`cli.severity.${one.severity}`)}  ${say(`issue.${one.code}`, one.params)}`;
