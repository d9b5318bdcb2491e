import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { formatForEnding, plainLayer, proposeLayer, readLayer, schemaOf, UserError, writeLayers, type Issue, type Layer, type OpenSource, type RawLayer, type SchemaId } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { writeFolder } from './files.ts';
import { crsFor, givenFor, inFile, openFile, type Given } from './layer-source.ts';
import type { Terminal } from './terminal.ts';

/**
 * `undercroft convert`: a file of one format to another. Without `--schema` columns stay as they are; with it they become the fields
 * of a layer, checked. What has to be asked of a user (CRS, encoding) is asked by name: the option that answers it.
 */
export async function convert(call: Call, screen: Terminal): Promise<void> {
  const [from, to] = call.operands.map((operand) => screen.resolve(operand));
  refuseSame(from, to, screen);
  const format = await formatForEnding(to);
  const given = givenFor(call, [], 'set-crs');
  const { source } = await openFile(from, given, screen);
  const read = await inFile(from, screen, () => source.layers.map((raw) => layerOf(source, raw, call, given)));
  const layers = named(read.map(({ layer }) => layer), basename(to, extname(to)));
  const { files, issues } = await writeLayers(format.id, layers, { crs: call.text('crs') ?? undefined, encoding: call.text('out-encoding') ?? undefined, language: screen.language });
  const names = files.length === 1 ? [{ ...files[0], name: basename(to) }] : files;
  refuseOthers(dirname(to), names, call, screen);
  writeFolder(dirname(to), Object.fromEntries(names.map(({ name, bytes }) => [name, bytes])), screen);
  report([...read.flatMap((one) => one.issues), ...issues], screen);
  // A file a layer, or one file for all of them.
  const counts = files.length === layers.length ? layers.map(({ features }) => features.length) : files.map(() => layers.reduce((sum, { features }) => sum + features.length, 0));
  for (const [i, { name }] of names.entries()) screen.print(screen.say('cli.wrote', { path: screen.show(join(dirname(to), name)), n: screen.say('cli.features', { n: counts[i] }) }));
}

/** A conversion into its own file would leave nothing to try again from. */
function refuseSame(from: string, to: string, screen: Terminal): void {
  const [a, b] = [from, to].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (a && b && a.ino === b.ino && a.dev === b.dev) throw new UserError('convert.same', { path: screen.show(to) });
}

/** Only one file has the name that was given; several are called after their layers, and may meet what nobody meant to lose. */
function refuseOthers(folder: string, files: readonly { name: string }[], call: Call, screen: Terminal): void {
  if (files.length < 2) return;
  const there = files.map(({ name }) => join(folder, name)).filter((path) => existsSync(path));
  if (there.length > 0 && !call.has('force')) throw new UserError('convert.exists', { path: screen.show(there[0]), n: there.length });
}

function layerOf(source: OpenSource, raw: RawLayer, call: Call, given: Given): { layer: Layer; issues: Issue[] } {
  const guess = crsFor(proposeLayer(source, raw), source.fileName, given);
  const schema = call.text('schema');
  if (schema === null) return plainLayer(raw, guess?.code ?? null, { swapped: guess?.swapped, keepPlaceless: guess === null });
  const { layer, issues } = readLayer(raw, { schema: schemaOf(schema).id as SchemaId, name: raw.name, crs: guess?.code ?? null, swapped: guess?.swapped });
  return { layer, issues };
}

/** Layers that have no name of their own are called like the file that is written. */
function named(layers: readonly Layer[], name: string): Layer[] {
  return layers.map((layer, i) => (layer.name === '' ? { ...layer, id: i === 0 ? name : `${name}-${i + 1}`, name: i === 0 ? name : `${name}-${i + 1}` } : layer));
}

function report(issues: readonly Issue[], { print, say }: Terminal): void {
  for (const { code, severity, params } of issues) print(`${say(`cli.severity.${severity}`)}  ${say(`issue.${code}`, params)}`);
}
