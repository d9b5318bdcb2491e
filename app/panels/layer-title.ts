import type { Layer } from '../../geo/index.ts';
import type { SayCode } from '../i18n/index.ts';

/** A layer's name and, for a result that another run has too, the run it is of. */
export interface LayerWords {
  name: string;
  run: string;
}

/** A layer named after its schema is named in the language of the page; a name the user gave stays as it is. */
export function layerWords(layer: Layer, sayCode: SayCode): LayerWords {
  const name = layer.name === '' ? sayCode(`schema.${layer.schema}`) : sayCode(`layer.${layer.name}`, {}, layer.name);
  const [run, result] = layer.id.split('/');
  return { name, run: result === undefined ? '' : sayCode(`run.${run}`, {}, '') };
}

/** On one line: two runs give layers of one name, and a list, a legend or a file must tell them apart. */
export function layerTitle(layer: Layer, sayCode: SayCode): string {
  const { name, run } = layerWords(layer, sayCode);
  return run === '' ? name : `${name} · ${run}`;
}
