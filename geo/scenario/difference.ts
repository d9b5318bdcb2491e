import { byFeatureId, type Layer, type PlanFeature, type Properties, type SchemaId } from '../model/index.ts';

/**
 * What differs between two states of the project's layers: features that are only in the one or the other, or whose shape or fields
 * differ (schema `scenario-change`, by schema, then id). Layers that both share are not looked into.
 */
export function layerChanges(before: readonly Layer[], after: readonly Layer[]): PlanFeature[] {
  const schemas = [...new Set([...before, ...after].map(({ schema }) => schema))];
  return schemas.flatMap((schema) => {
    const [was, now] = [before, after].map((layers) => layers.filter((layer) => layer.schema === schema));
    return was.length === now.length && was.every((layer, i) => layer === now[i]) ? [] : featureChanges(schema, was.flatMap(({ features }) => features), now.flatMap(({ features }) => features));
  });
}
function featureChanges(schema: SchemaId, before: readonly PlanFeature[], after: readonly PlanFeature[]): PlanFeature[] {
  const was = byFeatureId(before), now = byFeatureId(after);
  return [
    ...after.flatMap((feature) => {
      const old = was.get(feature.id);
      if (!old) return [change(schema, feature, 'added', [])];
      const fields = old === feature ? [] : changedFields(old, feature);
      return fields.length > 0 ? [change(schema, feature, 'changed', fields)] : [];
    }),
    ...before.filter(({ id }) => !now.has(id)).map((feature) => change(schema, feature, 'removed', [])),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}
function changedFields(a: PlanFeature, b: PlanFeature): string[] {
  const keys = [...new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])].filter((key) => !same(a.properties[key], b.properties[key]));
  return same(a.geometry, b.geometry) ? keys : ['geometry', ...keys];
}
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function change(schema: SchemaId, { id, geometry, properties }: PlanFeature, kind: 'added' | 'removed' | 'changed', fields: readonly string[]): PlanFeature {
  const own = `${schema}/${id}`;
  return { type: 'Feature', id: own, geometry, properties: { id: own, name: properties['name'] ?? id, change: kind, ofLayer: schema, fields: fields.join(','), ...secrecyOf(properties) } };
}
const secrecyOf = ({ secrecy }: Properties): Properties => (typeof secrecy === 'string' ? { secrecy } : {});

/** Units that are better or worse served after than before (schema `demand-change`): both are results of one service. Changes below a thousandth of a stall or person are none. */
export function demandChanges(before: Layer, after: Layer): PlanFeature[] {
  const was = byFeatureId(before.features);
  return after.features.flatMap(({ id, geometry, properties }) => {
    const old = was.get(id)?.properties;
    if (!old || Math.abs(Number(old['shortage'] ?? 0) - Number(properties['shortage'] ?? 0)) < 1e-3) return [];
    const [servedBefore, servedAfter] = [old, properties].map((of) => (typeof of['servedRatio'] === 'number' ? of['servedRatio'] : null));
    return [{ type: 'Feature', id, geometry, properties: {
      id, name: properties['name'] ?? id, shortageBefore: old['shortage'] ?? null, shortageAfter: properties['shortage'] ?? null, shortageFall: Number(old['shortage'] ?? 0) - Number(properties['shortage'] ?? 0),
      servedBefore, servedAfter, servedChange: servedBefore === null || servedAfter === null ? null : servedAfter - servedBefore, ...secrecyOf(properties),
    } } satisfies PlanFeature];
  });
}
