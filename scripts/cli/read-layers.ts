import { basename } from 'node:path';
import { nearest, proposeLayer, proposeMatch, readLayer as readRaw, schemaOf, UserError, validateLayer, validateThoroughly, type Analysis, type CrsGuess, type FieldMatch, type FormatId, type Inputs, type Issue, type ReadResult, type RunInput, type SchemaId } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { sha256Of } from './files.ts';
import { crsFor, givenFor, inFile, layerIn, openFile, placeOf } from './layer-source.ts';
import type { Terminal } from './terminal.ts';

/** How a file was understood. */
export interface Understood {
  format: FormatId;
  crs: Pick<CrsGuess, 'code' | 'swapped'> | null;
  encoding: string | null;
  match: FieldMatch[];
}

export interface InputRead extends ReadResult {
  input: string;
  /** Where the file lies; null for a layer of a project. */
  path: string | null;
  record: RunInput;
  /** The layer of the project that it is; null for a file of its own. */
  layerId?: string | null;
}
/** A layer that came from a file. */
export interface FileRead extends InputRead {
  path: string;
  understood: Understood;
}

/** The layers of a command line, in the order of the analysis' table, so that the order of the options changes no byte. */
export async function readLayers(analysis: Analysis, call: Call, screen: Terminal, ofProject: (input: string, schema: SchemaId, given: string | undefined) => InputRead | null = () => null): Promise<InputRead[]> {
  const paths = new Map<string, string>();
  for (const [name, path] of call.pairs('layer')) {
    const input = inputOf(analysis, name);
    if (paths.has(input)) throw new UserError('cli.input-twice', { input, given: name });
    paths.set(input, path);
  }
  const reads: InputRead[] = [];
  for (const [input, { schema }] of Object.entries(analysis.inputs)) {
    const path = paths.get(input);
    const own = ofProject(input, schema, path);
    if (own) reads.push(own);
    else if (path !== undefined) reads.push(await readLayer(input, schema, path, call, screen));
  }
  return reads;
}

/** The name of an input, or the schema that it takes. */
function inputOf(analysis: Analysis, name: string): string {
  const names = Object.keys(analysis.inputs);
  const input = names.includes(name) ? name : names.find((one) => analysis.inputs[one].schema === name);
  if (!input) throw new UserError('input.unknown', { given: name, known: [nearest(name, names), ...names.filter((one) => one !== nearest(name, names))].join(', ') });
  return input;
}

/** Reads a file of any format as a layer. What it leaves open is asked for, by the option that answers. */
export async function readLayer(input: string, schema: SchemaId, given: string, call: Call, screen: Terminal): Promise<FileRead> {
  const { path, layer: wanted } = placeOf(given, screen);
  const options = givenFor(call, [input, schema]);
  const { source, files } = await openFile(path, options, screen);
  return inFile(path, screen, () => {
    const raw = layerIn(source, wanted, path, screen);
    const proposal = proposeLayer(source, raw);
    const crs = crsFor(proposal, screen.show(path), options);
    if (crs === null && TABLES.includes(source.format) && proposal.count > 0) throw new UserError('cli.no-places', { file: screen.show(path) });
    const match = proposeMatch(proposal.columns, proposal.sample, schemaOf(schema));
    const result = readRaw(raw, { schema, layerId: input, name: input, match, crs: crs?.code ?? null, swapped: crs?.swapped });
    const check = call.command.name === 'validate' ? validateThoroughly : validateLayer;
    const record = { file: basename(path), sha256: sha256Of(files), features: result.layer.features.length };
    return { ...result, issues: [...result.issues, ...check(result.layer)], input, path, record, understood: { format: source.format, crs, encoding: raw.encoding?.encoding ?? null, match } };
  });
}
/** Formats whose rows need not have a place. */
const TABLES: readonly FormatId[] = ['csv', 'excel'];

export const inputsOf = (reads: readonly InputRead[]): Inputs => Object.fromEntries(reads.map(({ input, layer }) => [input, layer]));

/** A layer that nothing can be computed from, with the reason why all of it was set aside. */
export function refuseUnusable(analysis: Analysis, reads: readonly InputRead[], screen: Terminal): void {
  for (const { input, path, record, counts, issues } of reads) {
    const first = issues.find(({ severity }) => severity === 'error');
    if (analysis.inputs[input].required && counts.read > 0 && counts.kept === 0 && first) throw new UserError('cli.unusable', { path: screen.show(path ?? record.file), n: counts.read, first: screen.say(`issue.${first.code}`, first.params) });
  }
}

/** `--strict`: what the user wants to hear before anything is computed from it. */
export function refuseFaults(reads: readonly Pick<ReadResult, 'counts'>[], issues: readonly Issue[], screen: Terminal): void {
  const set = reads.reduce((sum, { counts }) => sum + counts.setAside, 0);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const first = errors[0] ?? issues[0];
  if (set > 0 || errors.length > 0) throw new UserError('cli.strict', { set, errors: errors.length, first: first ? screen.say(`issue.${first.code}`, first.params) : '-' });
}
