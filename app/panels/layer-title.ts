import type { Layer } from '../../geo/index.ts';
import type { SayCode } from '../i18n/index.ts';

/** A layer named after its schema is named in the language of the page; a name the user gave stays as it is. */
export function layerTitle(layer: Layer, sayCode: SayCode): string {
  const own = sayCode(`layer.${layer.name}`, {}, layer.name);
  return layer.name === '' ? sayCode(`schema.${layer.schema}`) : own;
}
