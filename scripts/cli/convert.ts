import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { ASK, formatForEnding, openSource, plainLayer, proposeLayer, readLayer, schemaOf, UserError, writeLayers, type CrsGuess, type Issue, type Layer, type OpenSource, type RawLayer, type SchemaId } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { writeFolder } from './files.ts';
import { readSources } from './sources.ts';
import type { Terminal } from './terminal.ts';

/**
 * `undercroft convert`: a file of one format to another. Without `--schema` columns stay as they are; with it they become the fields
 * of a layer, checked. What has to be asked of a user (CRS, encoding) is asked by name: the option that answers it.
 */
export async function convert(call: Call, screen: Terminal): Promise<void> {
  const [from, to] = call.operands.map((operand) => screen.resolve(operand));
  refuseSame(from, to, screen);
  const format = await formatForEnding(to);
  const source = await openSource(readSources(from, screen), { encoding: call.text('encoding') ?? undefined });
  refuseDoubt(source, call.text('encoding'));
  const read = source.layers.map((raw) => layerOf(source, raw, call));
  const layers = named(read.map(({ layer }) => layer), basename(to, extname(to)));
  const { files, issues } = await writeLayers(format.id, layers, { crs: call.text('crs') ?? undefined, encoding: call.text('out-encoding') ?? undefined, language: screen.language });
  const names = files.length === 1 ? [{ ...files[0], name: basename(to) }] : files;
  writeFolder(dirname(to), Object.fromEntries(names.map(({ name, bytes }) => [name, bytes])), screen);
  report([...read.flatMap((one) => one.issues), ...issues], screen);
  const n = layers.reduce((sum, { features }) => sum + features.length, 0);
  for (const { name } of names) screen.print(screen.say('cli.wrote', { path: screen.show(join(dirname(to), name)), n: screen.say('cli.features', { n }) }));
}

/** A conversion into its own file would leave nothing to try again from. */
function refuseSame(from: string, to: string, screen: Terminal): void {
  const [a, b] = [from, to].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (a && b && a.ino === b.ino && a.dev === b.dev) throw new UserError('convert.same', { path: screen.show(to) });
}

function layerOf(source: OpenSource, raw: RawLayer, call: Call): { layer: Layer; issues: Issue[] } {
  const guess = crsFor(source, raw, call.text('set-crs'));
  const schema = call.text('schema');
  if (schema === null) return plainLayer(raw, guess?.code ?? null, { swapped: guess?.swapped, keepPlaceless: guess === null });
  const { layer, issues } = readLayer(raw, { schema: schemaOf(schema).id as SchemaId, name: raw.name, crs: guess?.code ?? null, swapped: guess?.swapped });
  return { layer, issues };
}

/** What `--set-crs` says, else what the file says, else what its numbers say if they say it surely. Null for a table without places. */
function crsFor(source: OpenSource, raw: RawLayer, given: string | null): Pick<CrsGuess, 'code' | 'swapped'> | null {
  const { crs } = proposeLayer(source, raw);
  if (crs.length === 0) return null;
  if (given !== null) {
    const swapped = /,\s*(?:yx|ne)$/i.test(given);
    const code = given.replace(/,.*$/, '').trim();
    return { code, swapped: swapped || (crs.find((guess) => guess.code === code)?.swapped ?? false) };
  }
  if (crs[0].confidence < ASK) throw new UserError('convert.ask-crs', { layer: raw.name || source.fileName, guesses: crs.slice(0, 4).map(({ code }) => code).join(', ') });
  return crs[0];
}
function refuseDoubt({ layers, fileName }: OpenSource, given: string | null): void {
  const doubtful = given === null ? layers.find(({ encoding }) => encoding && encoding.confidence < ASK) : undefined;
  if (doubtful) throw new UserError('convert.ask-encoding', { file: fileName, guess: doubtful.encoding!.encoding });
}

/** Layers that have no name of their own are called like the file that is written. */
function named(layers: readonly Layer[], name: string): Layer[] {
  return layers.map((layer, i) => (layer.name === '' ? { ...layer, id: i === 0 ? name : `${name}-${i + 1}`, name: i === 0 ? name : `${name}-${i + 1}` } : layer));
}

function report(issues: readonly Issue[], { print, say }: Terminal): void {
  for (const { code, severity, params } of issues) print(`${say(`cli.severity.${severity}`)}  ${say(`issue.${code}`, params)}`);
}
