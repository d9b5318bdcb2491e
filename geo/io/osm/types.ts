import type { Geometry } from 'geojson';
import type { Plane } from '../../crs/index.ts';
import type { Language } from '../../messages/index.ts';
import type { Layer, Params, Properties, SchemaId } from '../../model/index.ts';
import type { Log } from './log.ts';
import type { Tags } from './tags.ts';

export interface OsmFeature {
  id: string;
  tags: Tags;
  geometry: Geometry;
}
/** What every rule is given. `number` reads a parameter of data/parameters/osm.json. */
export interface OsmContext {
  plane: Plane;
  number(key: string): number;
  text(key: string): string;
  log: Log;
  language: Language;
  /** Source, date, confidence and remarks, the same in every layer. */
  provenance(confidence: 'reported' | 'estimated', remarks: readonly string[]): Properties;
}
/** One assumption or omission: how often, for which features first, and in words. */
export interface OsmNote {
  /** `osm` for what entered no layer because it has no usable place. */
  layer: SchemaId | 'osm';
  code: string;
  n: number;
  params: Record<string, string | number>;
  features: string[];
  text: string;
}
export interface OsmReport {
  features: number;
  parameters: Params;
  layers: { schema: SchemaId; features: number; totals: Record<string, number> }[];
  assumed: OsmNote[];
  leftOut: OsmNote[];
}
export interface OsmResult {
  /** Layers that have features, in the order of the schemas. */
  layers: Layer[];
  report: OsmReport;
}
