import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { SchemaId } from './schema-id.ts';

/** Identifies a feature within its layer. Always text, also where the file had a number. */
export type FeatureId = string;

/** An attribute as it is kept: unknown is null, never 0 or "". */
export type PropertyValue = string | number | boolean | null | PropertyValue[] | { [key: string]: PropertyValue };
export type Properties = Record<string, PropertyValue>;

/** A GeoJSON feature with a text id. Coordinates are longitude, latitude in degrees (CGCS2000 / WGS 84). */
export interface PlanFeature<G extends Geometry = Geometry> extends Feature<G, Properties> {
  id: FeatureId;
}

/** Features of one schema. `id` is unique within a project; `name` is what the user reads. */
export interface Layer {
  id: string;
  schema: SchemaId;
  name: string;
  features: PlanFeature[];
}

export type LayerCollection = FeatureCollection<Geometry, Properties>;
export type { Feature, FeatureCollection, Geometry, Position };
