import type { AnalysisResult, Layer } from '../model/index.ts';
import { transaction, type Database } from '../io/index.ts';
import { layerChecksum } from './checksum.ts';
import { putTable, removeTable } from './layers.ts';
import { changeRecord, dropRecords, putRecords, recordsOf, textOf } from './records.ts';
import type { StoredInput, StoredReckoning, StoredRun } from './types.ts';

/** Puts a run in, or in the place of the one with its id. Its result layers are tables like any other. */
export function putRun(db: Database, run: StoredRun, position?: number): void {
  transaction(db, () => {
    const before = recordsOf(db, 'undercroft_runs', { run_id: run.id })[0];
    const kept = new Set(Object.values(run.layers).map(({ id }) => id));
    dropResults(db, run.id, kept);
    dropRecords(db, 'undercroft_runs', { run_id: run.id });
    const place = position ?? (before ? Number(before.cells['position']) : Math.max(-1, ...recordsOf(db, 'undercroft_runs').map(({ cells }) => Number(cells['position']))) + 1);
    const { id, analysis, version, scenario, underground, params, inputs, indicators, issues, reckoning } = run;
    putRecords(db, 'undercroft_runs', [{
      run_id: id, position: place, analysis, version, params: JSON.stringify(params), inputs: JSON.stringify(inputs), indicators: JSON.stringify(indicators), issues: JSON.stringify(issues),
      reckoning: reckoning.text, reckoning_places: JSON.stringify(reckoning.places), scenario, underground: underground ?? null,
    }]);
    for (const [name, layer] of Object.entries(run.layers)) putTable(db, layer, { run_id: id, result_name: name });
  });
}

export function removeRun(db: Database, runId: string): void {
  transaction(db, () => {
    dropResults(db, runId, new Set());
    dropRecords(db, 'undercroft_runs', { run_id: runId });
  });
}
/** Runs in this order; others keep theirs behind. */
export function orderRuns(db: Database, runIds: readonly string[]): void {
  transaction(db, () => {
    for (const [position, run_id] of runIds.entries()) changeRecord(db, 'undercroft_runs', { run_id }, { position });
  });
}
function dropResults(db: Database, run_id: string, kept: ReadonlySet<string>): void {
  for (const { cells } of recordsOf(db, 'undercroft_layers', { run_id })) if (!kept.has(textOf(cells['layer_id']))) removeTable(db, textOf(cells['layer_id']));
}

/** What a run keeps of a layer that goes into it. */
export function inputOf(layer: Layer, layerId: string | null, file: string, sha256: string | null): StoredInput {
  return { layerId, checksum: layerChecksum(layer), file, sha256, features: layer.features.length };
}

/** The reckoning as bytes: one feature's part is found without reading the others. */
export function packReckoning(explain: AnalysisResult['explain']): StoredReckoning {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let size = 0;
  const place = (factors: unknown): [number, number] => {
    const bytes = encoder.encode(JSON.stringify(factors));
    parts.push(bytes);
    size += bytes.length;
    return [size - bytes.length, size];
  };
  const places = Object.fromEntries(Object.entries(explain).map(([layer, rows]) => [layer, Object.fromEntries(Object.entries(rows).map(([id, factors]) => [id, place(factors)]))]));
  const text = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    text.set(part, at);
    at += part.length;
  }
  return { text, places };
}
export function unpackReckoning({ text, places }: StoredReckoning): AnalysisResult['explain'] {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(places).map(([layer, rows]) => [layer, Object.fromEntries(Object.entries(rows).map(([id, [from, to]]) => [id, JSON.parse(decoder.decode(text.subarray(from, to))) as AnalysisResult['explain'][string][string]]))]));
}
