import { byFeatureId, issue, type FeatureId, type Issue, type Layer, type PlanFeature, type Properties, type PropertyValue, type SchemaId } from '../model/index.ts';
import { effectsOf } from './effects.ts';
import type { Measure } from './types.ts';

/** Finds features by schema and id, in the first layer that has them. */
export class Baseline {
  private readonly found = new Map<SchemaId, Map<FeatureId, PlanFeature>[]>();

  constructor(readonly layers: readonly Layer[]) {}

  feature(schema: SchemaId, id: FeatureId): PlanFeature | undefined {
    let maps = this.found.get(schema);
    if (!maps) this.found.set(schema, maps = this.layers.filter((layer) => layer.schema === schema).map(({ features }) => byFeatureId(features)));
    for (const map of maps) if (map.has(id)) return map.get(id);
    return undefined;
  }
}

/**
 * Whether a measure still fits the baseline that was delivered: its target is there, and the fields it changes say what they said when it
 * was written. A measure that does not fit is not applied; the issue (`measure.*`) says why, so that nothing changes in silence.
 */
export function fitOf(measure: Measure, baseline: Baseline): Issue | null {
  const about = { params: { measure: measure.id, title: measure.title } };
  if (measure.kind === 'build-site') return sourceFits(measure, baseline) ? null : issue('measure.source-gone', 'error', about);
  const { target } = measure;
  const feature = target ? baseline.feature(target.schema, target.id) : undefined;
  if (!target || !feature) return issue('measure.target-gone', 'error', { params: { ...about.params, name: target?.name ?? '-' } });
  const place = { layer: target.schema, features: [target.id] };
  const changed = Object.keys(measure.was).find((field) => !same(feature.properties[field], measure.was[field]));
  if (changed !== undefined) return issue('measure.target-changed', 'error', { ...place, field: changed, params: { ...about.params, name: target.name, was: text(measure.was[changed]), now: text(feature.properties[changed]) } });
  const [own] = effectsOf(measure);
  const isDone = own?.kind === 'set' && Object.keys(own.properties).every((field) => same(feature.properties[field], own.properties[field]));
  return isDone ? issue('measure.already-so', 'info', { ...place, params: { ...about.params, name: target.name } }) : null;
}

/** What the site was found in: a road project or plot that is no longer there takes the site with it. */
function sourceFits({ set }: Measure, baseline: Baseline): boolean {
  const schema = SOURCE_SCHEMAS[String(set['source'] ?? '')];
  return schema === undefined || typeof set['sourceId'] !== 'string' || baseline.feature(schema, set['sourceId']) !== undefined;
}
const SOURCE_SCHEMAS: Readonly<Record<string, SchemaId>> = { 'road-project': 'road-project', 'public-land': 'land-parcel', 'plan-zone': 'underground-zone', drawn: 'drawn-site' };

const same = (a: PropertyValue | undefined, b: PropertyValue | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const text = (value: PropertyValue | undefined): string => (value === null || value === undefined ? '-' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** The measure as it would be written today: with the values that the target has now. The same measure where it has no target any more. */
export function refit(measure: Measure, baseline: Baseline): Measure {
  const feature = measure.target ? baseline.feature(measure.target.schema, measure.target.id) : undefined;
  return feature ? { ...measure, was: valuesOf(feature.properties, Object.keys(measure.was)) } : measure;
}
export const valuesOf = (properties: Properties, fields: readonly string[]): Properties => Object.fromEntries(fields.map((field) => [field, properties[field] ?? null]));
