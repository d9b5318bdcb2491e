import { basename } from 'node:path';
import { nearest, readGeoJson, UserError, validateLayer, type Analysis, type Inputs, type Issue, type ReadResult, type RunInput, type SchemaId } from '../../geo/index.ts';
import { readText } from './files.ts';
import { lineOf, type Terminal } from './terminal.ts';

export interface InputRead extends ReadResult {
  input: string;
  /** Where the file lies; null for a layer of a project. */
  path: string | null;
  record: RunInput;
  /** The layer of the project that it is; null for a file of its own. */
  layerId?: string | null;
}

/** The layers of a command line, in the order of the analysis' table, so that the order of the options changes no byte. */
export function readLayers(analysis: Analysis, given: readonly [string, string][], screen: Terminal, ofProject: (input: string, schema: SchemaId, given: string | undefined) => InputRead | null = () => null): InputRead[] {
  const paths = new Map<string, string>();
  for (const [name, path] of given) {
    const input = inputOf(analysis, name);
    if (paths.has(input)) throw new UserError('cli.input-twice', { input, given: name });
    paths.set(input, path);
  }
  return Object.entries(analysis.inputs).flatMap(([input, { schema }]) => {
    const path = paths.get(input);
    const own = ofProject(input, schema, path);
    if (own) return [own];
    return path === undefined ? [] : [readLayer(input, schema, path, screen)];
  });
}

/** The name of an input, or the schema that it takes. */
function inputOf(analysis: Analysis, name: string): string {
  const names = Object.keys(analysis.inputs);
  const input = names.includes(name) ? name : names.find((one) => analysis.inputs[one].schema === name);
  if (!input) throw new UserError('input.unknown', { given: name, known: [nearest(name, names), ...names.filter((one) => one !== nearest(name, names))].join(', ') });
  return input;
}

/** Reads a file as a layer; an error that has no file in its words gets it in front. */
export function readLayer(input: string, schema: SchemaId, path: string, screen: Terminal): InputRead {
  const full = screen.resolve(path);
  const { text, sha256 } = readText(full, screen);
  try {
    const result = readGeoJson(text, { schema, layerId: input, name: input });
    return { ...result, issues: [...result.issues, ...validateLayer(result.layer)], input, path: full, record: { file: basename(full), sha256, features: result.layer.features.length } };
  } catch (error) {
    if (error instanceof UserError) throw new UserError('cli.in-file', { path: screen.show(full), sentence: lineOf(error, screen.language) });
    throw error;
  }
}

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
