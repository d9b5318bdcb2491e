import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysisOf, crossLayerIssues, fillParams, readGeoJson, resultFiles, runAnalysis, validateLayer, type Inputs, type Params, type RunInput } from '../../geo/index.ts';
import { ROOT } from '../support/imports.ts';

const FOLDER = join(ROOT, 'test/golden');

/** What a figure has to be: exactly, or a number and how far it may be off. */
export type Figure = string | number | boolean | null | readonly [about: number, within: number];
export interface Case {
  analysis: string;
  parameters: Params;
  /** File by input. */
  layers: Readonly<Record<string, string>>;
  figures: {
    indicators: Readonly<Record<string, Figure>>;
    /** Codes in the order of issues.json, with the features or rows that each is about. */
    issues: readonly string[];
    /** By result layer: the ids in their order, then values by feature and field. */
    layers: Readonly<Record<string, { ids?: readonly string[]; [id: string]: Readonly<Record<string, Figure>> | readonly string[] | undefined }>>;
  };
}

export const caseNames = (): string[] => readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
export const textIn = (name: string, file: string): string => readFileSync(join(FOLDER, name, file), 'utf8');
export const readCase = (name: string): Case => JSON.parse(textIn(name, 'case.json')) as Case;

/** The files of a case as `undercroft run` would write them, `turned` with the rows of every layer the other way round. */
export async function filesOf(name: string, turned = false): Promise<Record<string, string>> {
  const { analysis: id, parameters, layers } = readCase(name);
  const analysis = analysisOf(id);
  const reads = Object.entries(analysis.inputs).flatMap(([input, { schema }]) => {
    if (layers[input] === undefined) return [];
    const text = textIn(name, layers[input]);
    const { layer, issues } = readGeoJson(text, { schema, layerId: input, name: input });
    if (turned) layer.features.reverse();
    const record: RunInput = { file: layers[input], sha256: createHash('sha256').update(text).digest('hex'), features: layer.features.length };
    return [{ input, layer, record, issues: [...issues, ...validateLayer(layer)] }];
  });
  const params = fillParams(analysis, parameters);
  const inputs: Inputs = Object.fromEntries(reads.map(({ input, layer }) => [input, layer]));
  const issues = [...reads.flatMap((read) => read.issues), ...crossLayerIssues(reads.map(({ layer }) => layer))];
  return resultFiles(analysis, params, Object.fromEntries(reads.map(({ input, record }) => [input, record])), await runAnalysis(id, inputs, params, () => {}), issues);
}

export function expectedFiles(name: string): Record<string, string> {
  const folder = join(FOLDER, name, 'expected');
  return existsSync(folder) ? Object.fromEntries(readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')])) : {};
}
export function keep(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(FOLDER, name, 'expected');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}
