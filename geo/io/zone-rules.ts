import { intersect } from '@turf/turf';
import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import { ellipsoidalArea } from '../crs/index.ts';
import { Grounds, pointOnSurface } from '../geometry/index.ts';
import { extentOf, issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';

type Zone = PlanFeature<Polygon | MultiPolygon>;

/** Neighbours whose drawn edges do not quite agree overlap by slivers: so many square metres, or this share of the smaller zone. */
const SLIVER = 1, SLIVER_SHARE = 0.001;
/** Overlaps of zones that were looked at before: a project is checked after every change, its zones seldom change. */
const known = new WeakMap<readonly PlanFeature[], Overlap[]>();

/** What must hold between the zones of an underground-space plan, and between them and drawn sites. */
export function zoneRules(layers: readonly Layer[]): Issue[] {
  const zoneLayers = layers.filter(({ schema }) => schema === 'underground-zone');
  return [...zoneLayers.flatMap(overlappingZones), ...sitesOutsideZones(layers, zoneLayers)];
}
const zonesOf = ({ features }: Layer): Zone[] => features.filter((feature): feature is Zone => feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon');

/** Two zones of one stratum claim the same ground. */
function overlappingZones(layer: Layer): Issue[] {
  const pairs = known.get(layer.features) ?? [...grouped(zonesOf(layer).filter(({ properties }) => properties['stratum'] !== null)).values()].flatMap(overlaps);
  known.set(layer.features, pairs);
  if (pairs.length === 0) return [];
  const worst = pairs.reduce((a, b) => (b.area > a.area ? b : a));
  const features = [...new Set(pairs.flatMap(({ a, b }) => [a.id, b.id]))];
  return [issue('rule.zones-overlap', 'warning', { layer: layer.id, features, place: pointOnSurface(worst.ground), params: { n: pairs.length, a: nameOf(worst.a), b: nameOf(worst.b), area: Math.round(worst.area) } })];
}

function grouped(zones: readonly Zone[]): Map<unknown, Zone[]> {
  const groups = new Map<unknown, Zone[]>();
  for (const zone of zones) groups.set(zone.properties['stratum'], [...groups.get(zone.properties['stratum']) ?? [], zone]);
  return groups;
}

interface Overlap {
  a: Zone;
  b: Zone;
  ground: Polygon | MultiPolygon;
  /** m² on the ellipsoid */
  area: number;
}
function overlaps(zones: readonly Zone[]): Overlap[] {
  if (zones.length < 2) return [];
  const index = new Flatbush(zones.length);
  const extents = zones.map((zone) => extentOf([zone])!);
  for (const extent of extents) index.add(...extent);
  index.finish();
  return zones.flatMap((a, i) => index.search(...extents[i]).filter((j) => j > i).flatMap((j): Overlap[] => {
    const ground = intersect({ type: 'FeatureCollection', features: [a, zones[j]] })?.geometry;
    const area = ground ? ellipsoidalArea(ground) : 0;
    return ground && area > SLIVER && area > SLIVER_SHARE * Math.min(ellipsoidalArea(a.geometry), ellipsoidalArea(zones[j].geometry)) ? [{ a, b: zones[j], ground, area }] : [];
  }));
}

/** A site that the planner drew where the plan has no zone at all. */
function sitesOutsideZones(layers: readonly Layer[], zoneLayers: readonly Layer[]): Issue[] {
  const zones = zoneLayers.flatMap(zonesOf);
  if (zones.length === 0) return [];
  const planned = new Grounds(zones.map(({ geometry }) => geometry));
  return layers.filter(({ schema }) => schema === 'drawn-site').flatMap((layer) => {
    const outside = layer.features.filter(({ geometry }) => planned.holding(pointOnSurface(geometry)) < 0);
    return outside.length === 0 ? [] : [issue('rule.outside-zones', 'warning', { layer: layer.id, features: outside.map(({ id }) => id), place: pointOnSurface(outside[0].geometry), params: { n: outside.length, name: nameOf(outside[0]) } })];
  });
}
const nameOf = ({ id, properties }: PlanFeature): string => String(properties['name'] ?? id);
