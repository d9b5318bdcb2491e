import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnalysisResult, Indicator, Issue, Layer, Params, Progress, Underground } from '../../geo/index.ts';
import { analysisOf, crossLayerIssues, depthContextOf, resultFiles, runAnalysis, validateLayer, writeGeoJson } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerHead, LayerStore } from './layer-store.ts';
import { readReckoning, writeReckoning, type Reckoning } from './reckoning.ts';

export interface RunAnswer {
  version: number;
  heads: Record<string, LayerHead>;
  indicators: Indicator[];
  issues: Issue[];
  reckoning: Reckoning;
}
/** An input as the record of a run names it; `sha256` is null where the layer was changed after it was read. */
export interface InputRecord {
  key: string;
  file: string;
  sha256: string | null;
  issues: readonly Issue[];
}
export interface FilesRequest {
  analysis: string;
  params: Params;
  inputs: Readonly<Record<string, InputRecord>>;
  layers: Readonly<Record<string, string>>;
  indicators: readonly Indicator[];
  issues: readonly Issue[];
  reckoning: Reckoning;
}

/** Running an analysis, and the files of a run as the command line writes them. */
export function runApi(store: LayerStore) {
  return {
    run: (id: string, inputs: Readonly<Record<string, string>>, params: Params, underground: Underground, progress: Progress) => outcome(async (): Promise<RunAnswer> => answerFrom(store, analysisOf(id).version, await runAnalysis(id, inputLayers(store, id, inputs), params, progress, depthContextOf(underground)))),
    files: (request: FilesRequest) => outcome(async () => {
      const texts = filesOf(store, request, await readReckoning(request.reckoning));
      return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new Blob([text])]));
    }),
  };
}

/** A result as it travels: its layers stay in the store and are fetched in portions. */
export function answerFrom(store: LayerStore, version: number, { layers, explain, indicators, issues }: AnalysisResult): RunAnswer {
  const heads = Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, store.add(layer)]));
  return { version, heads, indicators, issues, reckoning: writeReckoning(explain) };
}

/** Inputs in the order of the analysis' table and named by their input, as the command line reads them: so results and issues are the same bytes. */
export function inputLayers(store: LayerStore, id: string, keys: Readonly<Record<string, string>>): Record<string, Layer> {
  return Object.fromEntries(Object.keys(analysisOf(id).inputs).flatMap((input) => (keys[input] ? [[input, { ...store.get(keys[input]), id: input, name: input }]] : [])));
}

function filesOf(store: LayerStore, { analysis, params, inputs, layers, indicators, issues }: FilesRequest, explain: AnalysisResult['explain']): Record<string, string> {
  const read = inputLayers(store, analysis, Object.fromEntries(Object.entries(inputs).map(([input, { key }]) => [input, key])));
  const records = Object.fromEntries(Object.entries(read).map(([input, layer]) => [input, { file: inputs[input].file, sha256: inputs[input].sha256 ?? hash(writeGeoJson(layer)), features: layer.features.length }]));
  const readIssues = Object.entries(read).flatMap(([input, layer]) => [...inputs[input].issues.map((one) => ({ ...one, layer: input })), ...validateLayer(layer)]);
  const result: AnalysisResult = {
    layers: Object.fromEntries(Object.entries(layers).map(([name, key]) => [name, { ...store.get(key), id: name, name }])),
    indicators: [...indicators], issues: [...issues], explain,
  };
  return resultFiles(analysisOf(analysis), params, records, result, [...readIssues, ...crossLayerIssues(Object.values(read))]);
}
/** Not Web Crypto: an intranet page without https does not have it. */
const hash = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));
