import type { Layer, SayWord, SchemaId } from '../model/index.ts';
import { symbologyOf, symbologyOfPersons } from './symbology.ts';
import type { Symbology } from './types.ts';

const RESULTS = new Set<SchemaId>(['demand-result', 'supply-result', 'district-result', 'shortage-area']);

/** What the id of a result layer says: `<kind of run>/<name>`, with `@<scenario>` behind the kind where it was run in one. */
export function runOfResult(layerId: string): { kind: string; scenario: string | null } | null {
  const [run, result] = layerId.split('/');
  if (result === undefined) return null;
  const [kind, scenario = null] = run.split('@');
  return { kind, scenario };
}

/** The id that the layer has, or the result of the same run would have, in the baseline. */
export function baselineId(layerId: string): string {
  return layerId.replace(/@[^/]*(?=\/)/, '');
}

/** The unit of a result's counts. The schema leaves it open, since three services share it; the run in the layer's id decides. */
export function unitOfResult({ id, schema }: Pick<Layer, 'id' | 'schema'>): 'stall' | 'person' | undefined {
  if (!RESULTS.has(schema)) return undefined;
  return runOfResult(id)?.kind === 'shelter-coverage' ? 'person' : 'stall';
}

/** A layer's symbology, with classes that fit what it counts. */
export function symbologyOfLayer(layer: Pick<Layer, 'id' | 'schema'>): Symbology {
  const row = symbologyOf(layer.schema);
  return unitOfResult(layer) === 'person' ? symbologyOfPersons(row) : row;
}

/** How strong fill and line are drawn at an opacity of the layer: map, thumbnails, legends, picture and sheets show the same. */
export function strengthOf({ fillShare = 1 }: Pick<Symbology, 'fillShare'>, opacity: number): { fill: number; line: number } {
  return { fill: opacity * fillShare, line: Math.min(1, opacity * 1.15) };
}

/** A layer's name and, for a result that another run has too, the run it is of. */
export interface LayerWords {
  name: string;
  run: string;
}
/** A layer named after its schema is named in the language of the reader; a name the user gave stays as it is. */
export function layerWords({ id, name, schema }: Layer, say: SayWord): LayerWords {
  const own = name === '' || name === schema ? say(`schema.${schema}`) : say(`layer.${name}`, {}, name);
  const run = runOfResult(id);
  return { name: own, run: run === null ? '' : say(`run.${run.kind}`, {}, '') };
}
/** On one line: two runs give layers of one name, and a list, a legend or a file must tell them apart. */
export function layerTitle(layer: Layer, say: SayWord): string {
  const { name, run } = layerWords(layer, say);
  return run === '' ? name : `${name} · ${run}`;
}
