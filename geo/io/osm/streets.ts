import type { LineString, Position } from 'geojson';
import type { PlanFeature } from '../../model/index.ts';
import { shortPieces } from './short-pieces.ts';
import { CAR_ROADS, ROAD_CLASSES, WALKED, WALKED_IF_SAID } from './tables.ts';
import { layerOf, type Tags } from './tags.ts';
import type { OsmContext, OsmFeature } from './types.ts';

const SAID = ['yes', 'designated', 'permissive', 'destination'];
const FORBIDDEN = ['no', 'private'];

/** Ways that people walk, with their level, so that stairs and passages stay apart from what they cross. */
export function walkingWays(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  const { log, plane, number } = context;
  const walked = features.filter(({ id, tags, geometry }) => {
    const highway = tags['highway'];
    if (!highway || !/LineString$/.test(geometry.type) || highway === 'construction') return false;
    const reason = notWalked(tags);
    if (reason) log.leaveOut('walking-network', reason, id, reason === 'way-kind' ? { highway } : {});
    return reason === null;
  });
  const isShort = shortPieces(walked, plane, number('shortestPiece'));
  return walked.flatMap(({ id, tags, geometry }, i) => {
    if (isShort[i]) {
      log.leaveOut('walking-network', 'way-piece', id, { metres: number('shortestPiece') });
      return [];
    }
    const highway = tags['highway'];
    const properties = { id, name: tags['name'] ?? null, roadClass: highway, layer: layerOf(tags), level: tags['level'] ?? null, tunnel: tags['tunnel'] !== undefined && tags['tunnel'] !== 'no', bridge: tags['bridge'] !== undefined && tags['bridge'] !== 'no', ...context.provenance('reported', []) };
    return [{ type: 'Feature' as const, id, geometry, properties }];
  });
}

function notWalked(tags: Tags): string | null {
  const { highway, foot, access } = tags;
  const said = SAID.includes(foot ?? '');
  if (!WALKED.includes(highway) && !(WALKED_IF_SAID.includes(highway) && (said || hasPavement(tags)))) return 'way-kind';
  if (FORBIDDEN.includes(foot ?? '')) return 'way-foot-no';
  if (FORBIDDEN.includes(access ?? '') && !said) return 'way-private';
  if (CAR_ROADS.includes(highway) && tags['tunnel'] === 'yes' && !said && !hasPavement(tags)) return 'way-car-tunnel';
  return null;
}
const hasPavement = (tags: Tags): boolean => ['both', 'left', 'right', 'yes'].includes(tags['sidewalk'] ?? '');

/** Road projects: roads being built, and the classes that the planner asks for, joined along their name. */
export function roadProjects(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  const classes = context.text('projectClasses').split(',').map((word) => word.trim());
  const groups = new Map<string, OsmFeature[]>();
  for (const feature of features) {
    const { id, tags, geometry } = feature;
    if (geometry.type !== 'LineString' || !classes.includes(tags['highway'])) continue;
    const roadClass = classOf(tags);
    if (['tunnel', 'bridge'].some((key) => tags[key] !== undefined && tags[key] !== 'no')) context.log.leaveOut('road-project', 'road-tunnel-bridge', id);
    else if (roadClass === undefined) context.log.leaveOut('road-project', 'road-no-road', id, { construction: tags['construction'] ?? '' });
    else {
      const key = tags['name'] ? `${tags['highway']}|${tags['name']}` : id;
      groups.set(key, [...(groups.get(key) ?? []), feature]);
    }
  }
  return [...groups.values()].map((group) => roadProject(group, context));
}

/** Null where the tags do not say what is being built; undefined where it is no road. */
function classOf(tags: Tags): string | null | undefined {
  const highway = tags['highway'] === 'construction' ? tags['construction'] : tags['highway'];
  return highway === undefined || highway === 'yes' ? null : ROAD_CLASSES[highway.replace(/_link$/, '')];
}

function roadProject(group: readonly OsmFeature[], context: OsmContext): PlanFeature {
  const { id, tags } = group[0];
  const remarks: string[] = [];
  const isProject = tags['highway'] === 'construction';
  if (!isProject) remarks.push(context.log.assume('road-project', 'road-supposed', id));
  if (classOf(tags) === null) context.log.assume('road-project', 'road-class-unknown', id);
  const lines = joinLines(group.map(({ geometry }) => (geometry as LineString).coordinates));
  const geometry = lines.length === 1 ? { type: 'LineString' as const, coordinates: lines[0] } : { type: 'MultiLineString' as const, coordinates: lines };
  const day = (key: string) => (/^\d{4}-\d{2}-\d{2}$/.test(tags[key] ?? '') ? tags[key] : null);
  return {
    type: 'Feature', id, geometry,
    properties: { id, name: tags['name'] ?? null, roadClass: classOf(tags) ?? null, redLineWidth: null, scope: isProject ? 'new' : null, worksStart: null, worksEnd: day('opening_date'), ...context.provenance(isProject ? 'reported' : 'estimated', remarks) },
  };
}

/** Joins lines end to end where exactly those ends meet, so that a street mapped in pieces is one line again. */
export function joinLines(lines: readonly Position[][]): Position[][] {
  const key = ([x, y]: Position) => `${x},${y}`;
  const left = lines.map((line) => [...line]);
  const joined: Position[][] = [];
  while (left.length > 0) {
    let line = left.shift()!;
    for (let grown = true; grown;) {
      const next = left.findIndex((other) => [key(other[0]), key(other.at(-1)!)].some((end) => end === key(line[0]) || end === key(line.at(-1)!)));
      grown = next >= 0 && key(line[0]) !== key(line.at(-1)!);
      if (grown) line = append(line, left.splice(next, 1)[0], key);
    }
    joined.push(line);
  }
  return joined;
}
function append(line: Position[], other: Position[], key: (position: Position) => string): Position[] {
  const [head, tail, first, last] = [line[0], line.at(-1)!, other[0], other.at(-1)!].map(key);
  if (tail === first) return [...line, ...other.slice(1)];
  if (tail === last) return [...line, ...[...other].reverse().slice(1)];
  return head === last ? [...other, ...line.slice(1)] : [...[...other].reverse(), ...line.slice(1)];
}
