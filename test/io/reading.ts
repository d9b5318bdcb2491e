import { openSource, proposeLayer, readGeoJson, type LayerProposal, type ReadResult } from '../../geo/io/index.ts';
import type { Issue, SchemaId } from '../../geo/model/index.ts';

export type Row = [geometry: unknown, properties?: Record<string, unknown>, id?: string | number];

/** A FeatureCollection as text, as a user's file would have it. */
export const textOf = (...rows: Row[]): string => JSON.stringify({
  type: 'FeatureCollection', features: rows.map(([geometry, properties = {}, id]) => ({ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry })),
});
export const read = (schema: SchemaId, ...rows: Row[]): ReadResult => readGeoJson(textOf(...rows), { schema });

/** What the import dialogue is told of a GeoJSON file. */
export async function proposed(text: string, name: string): Promise<LayerProposal> {
  const source = await openSource([{ name, bytes: new TextEncoder().encode(text) }]);
  return proposeLayer(source, source.layers[0]);
}

export const point = (x = 113.57, y = 22.27): unknown => ({ type: 'Point', coordinates: [x, y] });
export const polygon = (...rings: number[][][]): unknown => ({ type: 'Polygon', coordinates: rings });
/** A square of one hundredth of a degree, anticlockwise. */
export const square = (x = 113, y = 22, side = 0.01): number[][] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];

/** The issues but for the note that rows have no id. */
export const told = (result: ReadResult): Issue[] => result.issues.filter(({ code }) => code !== 'id.missing');
export const codes = (result: ReadResult): string[] => told(result).map(({ code }) => code);
