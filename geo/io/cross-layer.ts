import type { MultiPolygon, Polygon } from 'geojson';
import { Grounds, pointOnSurface } from '../geometry/index.ts';
import { byFeatureId, extentOf, issue, shelterOf, type Issue, type Layer, type PlanFeature, type Properties, type PropertyValue, type SchemaId } from '../model/index.ts';
import { offsetRule } from './offset-rule.ts';
import { sliverIssues } from './slivers/find.ts';
import { zoneRules } from './zone-rules.ts';

/** Something that must hold within a feature. `holds` is asked only where all fields are known. */
interface FeatureRule {
  code: string;
  schemas: readonly SchemaId[];
  fields: readonly string[];
  severity: Issue['severity'];
  holds(values: Properties): boolean;
}
const at = (values: Properties, field: string) => values[field] as number;
/** Layers whose features state depths, elevations and levels. */
const DEEP: readonly SchemaId[] = ['underground-zone', 'constraint', 'shelter', 'parking-facility'];

const FEATURE_RULES: readonly FeatureRule[] = [
  { code: 'rule.depth-order', schemas: DEEP, fields: ['topDepth', 'bottomDepth'], severity: 'warning', holds: (v) => at(v, 'topDepth') <= at(v, 'bottomDepth') },
  { code: 'rule.elevation-order', schemas: DEEP, fields: ['topElevation', 'bottomElevation'], severity: 'warning', holds: (v) => at(v, 'topElevation') >= at(v, 'bottomElevation') },
  // Each end tells how high the ground is; one of four numbers is wrong where they disagree by more than ground slopes over a basement.
  { code: 'rule.depth-elevation', schemas: DEEP, fields: ['topDepth', 'bottomDepth', 'topElevation', 'bottomElevation'], severity: 'warning', holds: (v) => Math.abs(at(v, 'topDepth') + at(v, 'topElevation') - at(v, 'bottomDepth') - at(v, 'bottomElevation')) <= 1 },
  { code: 'rule.works-order', schemas: ['road-project'], fields: ['worksStart', 'worksEnd'], severity: 'warning', holds: (v) => String(v['worksStart']) <= String(v['worksEnd']) },
  { code: 'rule.freeze-after-start', schemas: ['road-project'], fields: ['designFreeze', 'worksStart'], severity: 'warning', holds: (v) => String(v['designFreeze']) <= String(v['worksStart']) },
  { code: 'rule.sheltering-area', schemas: ['shelter'], fields: ['shelteringArea', 'floorArea'], severity: 'warning', holds: (v) => at(v, 'shelteringArea') <= at(v, 'floorArea') },
  // 0.55 … 0.80 of the floor area is what real shelters have (seven units of one garage: 0.64 … 0.73).
  { code: 'rule.sheltering-share', schemas: ['shelter'], fields: ['shelteringArea', 'floorArea'], severity: 'info', holds: (v) => at(v, 'floorArea') === 0 || (at(v, 'shelteringArea') / at(v, 'floorArea') >= 0.55 && at(v, 'shelteringArea') / at(v, 'floorArea') <= 0.8) },
  { code: 'rule.capacity-area', schemas: ['shelter'], fields: ['capacity', 'shelteringArea'], severity: 'info', holds: (v) => Math.abs(at(v, 'capacity') - at(v, 'shelteringArea')) <= 0.05 * at(v, 'shelteringArea') },
  { code: 'rule.stalls-area', schemas: ['shelter'], fields: ['stalls', 'floorArea'], severity: 'warning', holds: (v) => at(v, 'stalls') * 15 <= at(v, 'floorArea') },
];

/** Checks attributes against each other, and neighbours, within one layer. */
export const validateLayer = (layer: Layer): Issue[] => [...brokenRules(layer), ...collectedTwice(layer), ...sliverIssues(layer)];
/** The same, also where it takes seconds. */
export const validateThoroughly = (layer: Layer): Issue[] => [...brokenRules(layer), ...collectedTwice(layer), ...sliverIssues(layer, true)];
function brokenRules(layer: Layer): Issue[] {
  return FEATURE_RULES.filter((rule) => rule.schemas.includes(layer.schema)).flatMap((rule) => {
    const broken = layer.features.filter(({ properties }) => rule.fields.every((field) => properties[field] !== null && properties[field] !== undefined) && !rule.holds(properties));
    return broken.length === 0 ? [] : [issue(rule.code, rule.severity, { layer: layer.id, features: broken.map((f) => f.id), place: placeOf(broken[0]), field: rule.fields[0], params: { n: broken.length, id: broken[0].id, name: nameOf(broken[0]) } })];
  });
}

/** The same name on the same place is one thing that was collected twice; it would count twice. */
function collectedTwice(layer: Layer): Issue[] {
  const seen = new Set<string>(), times = new Map<PropertyValue | undefined, number>();
  for (const { properties } of layer.features) times.set(properties['name'], (times.get(properties['name']) ?? 0) + 1);
  const again = layer.features.filter(({ geometry, properties }) => {
    // Writing a geometry out takes a while: only where the name stands twice.
    if (typeof properties['name'] !== 'string' || times.get(properties['name'])! < 2) return false;
    const key = `${properties['name']}|${JSON.stringify(geometry)}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
  return again.length === 0 ? [] : [issue('rule.collected-twice', 'warning', { layer: layer.id, features: again.map((f) => f.id), place: placeOf(again[0]), params: { n: again.length, id: again[0].id, name: nameOf(again[0]) } })];
}

/** Checks layers against each other. */
export function crossLayerIssues(layers: readonly Layer[]): Issue[] {
  return [...noOverlap(layers), ...outsideBoundary(layers), ...countedTwice(layers), ...zoneRules(layers), ...offsetRule(layers)];
}

/** Degrees, about a kilometre: a car park some streets from the units is not in another CRS. */
const NEAR = 0.01;

/**
 * Layers that lie nowhere near the others were delivered in another CRS, or belong to another city. Layers near each other are a
 * group; the largest is believed, of equal ones that with the demand units.
 */
function noOverlap(layers: readonly Layer[]): Issue[] {
  const placed = layers.map((layer) => ({ layer, extent: extentOf(layer.features) })).filter((row) => row.extent !== null);
  const group = placed.map((_, i) => i);
  for (const [i, { extent }] of placed.entries()) {
    for (let j = 0; j < i; j++) {
      if (!near(extent!, placed[j].extent!)) continue;
      const [from, to] = [group[i], group[j]];
      for (const k of group.keys()) if (group[k] === from) group[k] = to;
    }
  }
  const weight = (id: number) => placed.filter((_, i) => group[i] === id).length + (placed.some(({ layer }, i) => group[i] === id && layer.schema === 'demand-unit') ? 0.5 : 0);
  const believed = [...new Set(group)].sort((a, b) => weight(b) - weight(a))[0];
  return placed.filter((_, i) => group[i] !== believed)
    .map(({ layer, extent }) => issue('layers.no-overlap', 'warning', { layer: layer.id, place: extent!, params: { name: layer.name || layer.schema, extent: extent!.map((value) => value.toFixed(3)).join(', ') } }));
}
const near = (a: number[], b: number[]) => a[0] <= b[2] + NEAR && b[0] <= a[2] + NEAR && a[1] <= b[3] + NEAR && b[1] <= a[3] + NEAR;

const INSIDE_THE_CITY: readonly SchemaId[] = ['shelter', 'demand-unit', 'parking-facility', 'drawn-site'];
function outsideBoundary(layers: readonly Layer[]): Issue[] {
  const areas = layers.filter((layer) => layer.schema === 'boundary').flatMap((layer) => layer.features).filter((feature) => feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon');
  if (areas.length === 0) return [];
  const city = new Grounds(areas.map(({ geometry }) => geometry as Polygon | MultiPolygon));
  return layers.filter((layer) => INSIDE_THE_CITY.includes(layer.schema)).flatMap((layer) => {
    const outside = layer.features.filter(({ geometry }) => city.holding(pointOnSurface(geometry)) < 0);
    return outside.length === 0 ? [] : [issue('rule.outside-boundary', 'warning', { layer: layer.id, features: outside.map((f) => f.id), place: placeOf(outside[0]), params: { n: outside.length, name: nameOf(outside[0]) } })];
  });
}

/** A shelter open for parking that is also listed as a car park would supply its stalls twice; analyses count it once. */
function countedTwice(layers: readonly Layer[]): Issue[] {
  const shelters = byFeatureId(layers.filter((layer) => layer.schema === 'shelter').flatMap((layer) => layer.features));
  return layers.filter((layer) => layer.schema === 'parking-facility').flatMap((layer) => {
    const twice = layer.features.filter((feature) => shelterOf(feature, shelters) !== null);
    return twice.length === 0 ? [] : [issue('rule.counted-twice', 'info', { layer: layer.id, features: twice.map((f) => f.id), place: placeOf(twice[0]), params: { n: twice.length, name: nameOf(twice[0]) } })];
  });
}

const placeOf = (feature: PlanFeature): [number, number] => pointOnSurface(feature.geometry);
const nameOf = (feature: PlanFeature): string => String(feature.properties['name'] ?? feature.id);
