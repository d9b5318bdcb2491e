import type { Plane } from '../crs/index.ts';
import { UserError, type FeatureId, type Layer, type PlanFeature, type SchemaId } from '../model/index.ts';
import { acrossRoad, alongRoad, axisOfRoad, throughSite, type SiteDirection } from './lines.ts';
import type { SectionLine } from './types.ts';

/** What a section is laid along. */
export type SectionSource =
  | { kind: 'line'; line: SectionLine }
  | { kind: 'along'; road: FeatureId }
  | { kind: 'across'; road: FeatureId; chainage: number | null }
  | { kind: 'site'; site: FeatureId; direction: SiteDirection };
export interface LaidLine {
  line: SectionLine;
  name: string | null;
  /** Of a road that is cut across: how long its centre line is and where, m. */
  across: { length: number; chainage: number } | null;
}

/** The line in degrees; across a road in its middle where no chainage is said. @throws UserError `section.gone`, `section.no-axis`, `section.no-ground`, `section.chainage` */
export function lineOfSource(source: SectionSource, layers: readonly Layer[], plane: Plane): LaidLine {
  if (source.kind === 'line') return { line: source.line, name: null, across: null };
  if (source.kind === 'site') {
    const site = found(layers, ['candidate-site', 'drawn-site'], source.site), road = site.properties['source'] === 'road-project' ? featureIn(layers, ['road-project'], String(site.properties['sourceId'])) : undefined;
    return { line: throughSite(site, source.direction, plane, road ?? null), name: nameOf(site), across: null };
  }
  const road = found(layers, ['road-project'], source.road);
  if (source.kind === 'along') return { line: alongRoad(road, plane), name: nameOf(road), across: null };
  const { length } = axisOfRoad(road, plane), chainage = Math.min(length, source.chainage ?? length / 2);
  return { line: acrossRoad(road, chainage, plane), name: nameOf(road), across: { length, chainage } };
}
const nameOf = ({ id, properties }: PlanFeature): string => String(properties['name'] ?? id);
const featureIn = (layers: readonly Layer[], schemas: readonly SchemaId[], id: FeatureId): PlanFeature | undefined => layers.filter(({ schema }) => schemas.includes(schema)).flatMap(({ features }) => features).find((feature) => feature.id === id);
function found(layers: readonly Layer[], schemas: readonly SchemaId[], id: FeatureId): PlanFeature {
  const feature = featureIn(layers, schemas, id);
  if (!feature) throw new UserError('section.gone', { id });
  return feature;
}
