import type { PlanFeature, SchemaId } from '../model/index.ts';

/** Layers whose features are bodies under the ground. Results that only repeat them are none. */
export const VOLUME_SCHEMAS: readonly SchemaId[] = ['underground-zone', 'constraint', 'shelter', 'parking-facility', 'candidate-site', 'drawn-site'];

/** Constraints that are ground, zones and prohibitions: they take no room, and what lies in them has to be seen. */
const GLASS_KINDS = new Set(['power-corridor', 'river', 'blue-line', 'green-line', 'purple-line', 'heritage', 'explosives', 'toxic-tank', 'fault', 'protected-tree', 'soft-soil', 'artesian-water', 'water-source']);

export const hasVolumes = (schema: SchemaId): boolean => VOLUME_SCHEMAS.includes(schema);

/** A car park on or above the ground is no body below it. */
export const isBelowGround = ({ properties }: PlanFeature, schema: SchemaId): boolean => schema !== 'parking-facility' || properties['kind'] === 'basement';

export const isGlass = ({ properties }: PlanFeature, schema: SchemaId): boolean => schema === 'underground-zone' || (schema === 'constraint' && GLASS_KINDS.has(String(properties['kind'])));
