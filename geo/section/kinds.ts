import type { PlanFeature, SchemaId } from '../model/index.ts';
import type { SectionRole } from './types.ts';

/** Kinds that are ground of a nature, which lies under and around works rather than being some. */
const AREAL = ['soft-soil', 'artesian-water', 'green-line', 'blue-line', 'purple-line'];
/** What of each schema a section shows, and as what; schemas that are not here have nothing under the ground. */
const ROLES: Partial<Record<SchemaId, (feature: PlanFeature) => SectionRole | null>> = {
  constraint: ({ properties }) => (AREAL.includes(String(properties['kind'])) ? 'zone' : 'works'),
  shelter: () => 'works',
  // A car park that stands on the ground takes none of the underground.
  'parking-facility': ({ properties }) => (properties['kind'] === 'basement' ? 'works' : null),
  'underground-zone': () => 'zone',
  'road-project': () => 'road',
  'drawn-site': () => 'site',
  'candidate-site': ({ properties }) => (properties['source'] === 'existing-shelter' ? null : 'site'),
};
export const SECTION_SCHEMAS = Object.keys(ROLES) as SchemaId[];
export const roleOf = (feature: PlanFeature, schema: SchemaId): SectionRole | null => ROLES[schema]?.(feature) ?? null;

/** What comes first is drawn first. */
const ORDER: readonly SectionRole[] = ['zone', 'road', 'works', 'site'];
export const byRole = (a: { role: SectionRole }, b: { role: SectionRole }): number => ORDER.indexOf(a.role) - ORDER.indexOf(b.role);

/** The kind that the table of constraints knows a feature by. */
export function constraintKind({ properties }: PlanFeature, schema: SchemaId): string | null {
  if (schema === 'constraint') return typeof properties['kind'] === 'string' ? properties['kind'] : 'other';
  return schema === 'shelter' ? 'existing-shelter' : schema === 'parking-facility' ? 'existing-basement' : null;
}
