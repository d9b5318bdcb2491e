import type { Root } from '@tmcw/togeojson';
import type { Layer, Properties } from '../../../model/index.ts';
import { columnsOfLayer } from '../../write.ts';
import { messageOf } from '../../words.ts';
import { fileName } from '../file-names.ts';
import type { FormatWriteOptions, Written } from '../types.ts';

/** Letters that XML 1.0 cannot hold, and halves of pairs. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text: string): string => text.replace(NO_XML, '');

/** KML 2.2 in WGS 84, which is what KML is always in: a folder a layer, attributes as ExtendedData under their names in the user's language. */
export async function writeKml(layers: readonly Layer[], options: FormatWriteOptions): Promise<Written> {
  const { foldersToKML } = await import('@placemarkio/tokml');
  const root: Root = { type: 'root', children: layers.map((layer) => ({
    type: 'folder', meta: { name: clean(layer.name || layer.id) },
    children: layer.features.map(({ id, geometry, properties }) => ({ type: 'Feature' as const, id: clean(id), geometry, properties: extended(layer, properties, options.language ?? 'zh') })),
  })) };
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${foldersToKML(root)}\n`;
  const base = layers.length === 1 ? fileName(layers[0].name || layers[0].id, layers[0].schema) : 'layers';
  return { files: [{ name: `${base}.kml`, bytes: new TextEncoder().encode(text) }], issues: [] };
}

/** The name is that of the placemark. Unknown values are not written: KML has no null. */
function extended(layer: Layer, properties: Properties, language: 'zh' | 'en'): Properties {
  const rows = columnsOfLayer(layer).filter((column) => column !== 'name' && (properties[column] ?? null) !== null).map((column): [string, string] => {
    const label = clean(messageOf(layer.schema, column, language)), value = properties[column];
    // The writer takes these for parts of the placemark itself.
    return [['name', 'description', 'visibility'].includes(label) ? `_${label}` : label, clean(typeof value === 'string' ? value : JSON.stringify(value))];
  });
  const name = properties['name'];
  return { ...Object.fromEntries(rows), ...(name === null || name === undefined ? {} : { name: clean(String(name)) }) };
}
