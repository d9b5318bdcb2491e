import type { PlanFeature, Properties } from '../../../geo/index.ts';

/** What the map looks at of a layer's columns: those that its style reads, and the one that its names come from, under the name that they go by. */
export interface DrawnColumns {
  fields: readonly string[];
  name: { from: string; as: string } | null;
}
/** Features with no more columns than that, and their id. */
export const drawnFeatures = (features: readonly PlanFeature[], columns: DrawnColumns): PlanFeature[] => features.map((feature) => drawn(feature, columns));

function drawn({ id, geometry, properties }: PlanFeature, { fields, name }: DrawnColumns): PlanFeature {
  const columns: Properties = { _id: id };
  for (const field of fields) {
    const value = properties[field];
    if (value !== null && value !== undefined && typeof value !== 'object') columns[field] = value;
  }
  if (name) columns[name.as] = properties[name.from] ?? '';
  return { type: 'Feature', id, geometry, properties: columns };
}
