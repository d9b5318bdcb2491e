import { planeByCode, planeFor, type Plane } from '../crs/index.ts';
import { depthOf, type DepthInterval } from '../depth/index.ts';
import { projectGeometry } from '../geometry/index.ts';
import { UserError, type Layer, type PlanFeature } from '../model/index.ts';
import { excludedWithin, redLineWidthOf } from '../sites/index.ts';
import { colourOf, symbologyOf } from '../style/index.ts';
import { crossingsOf } from './crossings.ts';
import { garageParts } from './garage.ts';
import { profileOf } from './ground.ts';
import { byRole, constraintKind, roleOf, SECTION_SCHEMAS } from './kinds.ts';
import { nearLine } from './near-line.ts';
import { closedLines, partsIn, type Parts } from './parts.ts';
import { Path } from './path.ts';
import { joined, stretchesIn, stretchesWithin, type Stretch } from './stretches.ts';
import type { SectionContext, SectionCut, SectionFeature, SectionLine, SectionModel } from './types.ts';
import { widthOf } from './width.ts';

/** Clearances reach no farther than this; nothing beyond is looked at, m. */
const FARTHEST = 200;
/** A line that turns by less than 30 degrees from the section runs along it. */
const ALONG = Math.sqrt(3) / 2;
/** Chainages to a micrometre, so that a line and its reverse say the same. */
const SHARP = 1e6;

/**
 * A section along a line: what lies under it and beside it, with the depths that are known (METHODS 5, DOMAIN 1.4). Layers bottom first; those
 * without anything underground say nothing. `crs` null: the CGCS2000 zone of the line's start.
 *
 * @throws UserError `section.line`, `crs.unknown`
 */
export function cutSection(line: SectionLine, layers: readonly Layer[], context: SectionContext, crs: string | null = null): SectionModel {
  if (line.length < 2) throw new UserError('section.line');
  const plane = crs === null ? planeFor(line[0][0], line[0][1]) : planeByCode(crs);
  const path = Path.fromDegrees(line, plane);
  const features = layers.filter(({ schema }) => SECTION_SCHEMAS.includes(schema)).flatMap((layer) =>
    nearLine(layer, path, plane, FARTHEST).flatMap((feature) => featureOn(feature, layer, path, plane, context))).sort(byRole);
  const focus = features.findIndex(({ role, id }) => role === 'site' && id === context.focus);
  return {
    crs: plane.code, length: path.length, corners: path.corners.map(([x, y], i) => ({ at: path.at[i], place: plane.inverse(x, y) })),
    ground: profileOf(path, plane, context.depth.ground), strata: context.depth.strata, features, garage: garageParts(layers, features, path, plane), focus: focus < 0 ? null : focus, offset: context.offset, rampGrade: context.rampGrade,
  };
}

function featureOn(feature: PlanFeature, { id: layer, schema }: Layer, path: Path, plane: Plane, context: SectionContext): SectionFeature[] {
  const role = feature.geometry && roleOf(feature, schema);
  if (!role) return [];
  const parts = partsIn(projectGeometry(plane, feature.geometry)), road = role === 'road' ? redLineWidthOf(feature) : null;
  const cuts = role === 'road' ? corridor(path, parts, road!.width) : cutsOf(path, parts, widthOf(feature), context.offset);
  const metres = clearanceOf(feature, schema), clearance = metres !== null && metres > 0 ? { metres, stretches: rounded(within(path, parts, Math.min(metres, FARTHEST))) } : null;
  if (cuts.length === 0 && (clearance === null || clearance.stretches.length === 0)) return [];
  const depth = depthOf(feature, schema, context.depth), levels = count(feature.properties['levels']);
  const { fill, outline, line, point } = symbologyOf(schema), rule = role === 'road' ? outline?.color : fill ?? line?.color ?? point?.color;
  return [{
    layer, schema, id: feature.id, name: nameOf(feature), kind: schema === 'constraint' ? constraintKind(feature, schema) : null, role, color: rule ? colourOf(rule, feature.properties) : '#808080',
    depth: role === 'road' ? ON_GROUND : depth, cuts: cuts.map(sharp), clearance, levels, levelHeight: heightOf(depth, levels), widthAssumed: road?.assumed ?? false,
  }];
}
/** Roads lie on the ground; how deep they are built nobody says. */
const ON_GROUND: DepthInterval = { top: null, bottom: null, basis: 'unknown', assumed: [] };
const nameOf = ({ id, properties }: PlanFeature): string => String(properties['name'] ?? id);
const count = (value: unknown): number | null => (typeof value === 'number' && value >= 1 ? Math.round(value) : null);
const heightOf = ({ top, bottom }: DepthInterval, levels: number | null): number | null => (levels === null || top === null || bottom === null ? null : (bottom - top) / levels);

function clearanceOf(feature: PlanFeature, schema: Layer['schema']): number | null {
  const kind = constraintKind(feature, schema), own = feature.properties['clearance'];
  return kind === null ? null : excludedWithin(kind, schema === 'constraint' && typeof own === 'number' ? own : null);
}
const within = (path: Path, { rings, lines, points }: Parts, reach: number): Stretch[] => joined([
  ...stretchesIn(path, rings), ...stretchesWithin(path, [...closedLines(rings), ...lines, ...points.map((point) => [point, [point[0] + 1e-6, point[1]]])], reach),
]);

/** Ground is gone through; lines cross or run along; points stand beside. */
function cutsOf(path: Path, { rings, lines, points }: Parts, width: number | null, offset: number): SectionCut[] {
  const along = stretchesWithin(path, lines, offset, { alongAtLeast: ALONG });
  const isAlong = (at: number) => along.some(([from, to]) => at >= from && at <= to);
  return [
    ...stretchesIn(path, rings).map(([from, to]): SectionCut => ({ kind: 'stretch', from, to })),
    ...along.map(([from, to]): SectionCut => ({ kind: 'along', from, to, offset: offsetOf(path, lines, from, to) })),
    ...crossingsOf(path, lines).filter(({ at, angle }) => angle > 30 || !isAlong(at)).map(({ at, angle }): SectionCut => ({ kind: 'crossing', at, angle, width })),
    ...points.map((point) => path.nearest(point)).filter((near) => Math.abs(near.offset) <= offset).map((near): SectionCut => ({ kind: 'point', ...near })),
  ].sort((a, b) => start(a) - start(b));
}
const start = (cut: SectionCut): number => ('at' in cut ? cut.at : cut.from);

/** How far off a line is in the middle of where it runs along: left below 0. */
function offsetOf(path: Path, lines: readonly (readonly number[][])[], from: number, to: number): number {
  const middle = path.place((from + to) / 2), [ux, uy] = path.direction((from + to) / 2);
  let best = Infinity;
  for (const line of lines) {
    if (line.length < 2) continue;
    const near = new Path(line), { at } = near.nearest(middle), [x, y] = near.place(at), side = ux * (y - middle[1]) - uy * (x - middle[0]);
    const away = Math.sqrt((x - middle[0]) * (x - middle[0]) + (y - middle[1]) * (y - middle[1]));
    if (away < Math.abs(best)) best = side > 0 ? -away : away;
  }
  return best;
}

/** Between the red lines of a road: its ground, or so far on both sides of its centre line, cut square at its ends. */
function corridor(path: Path, { rings, lines }: Parts, width: number | null): SectionCut[] {
  const stretches = rings.length > 0 ? stretchesIn(path, rings) : width !== null && width > 0 ? stretchesWithin(path, lines, width / 2, { flat: true }) : [];
  return stretches.map(([from, to]) => ({ kind: 'stretch', from, to }));
}

const round = (metres: number): number => Math.round(metres * SHARP) / SHARP;
const rounded = (stretches: readonly Stretch[]): Stretch[] => stretches.map(([from, to]) => [round(from), round(to)]);
function sharp(cut: SectionCut): SectionCut {
  if (cut.kind === 'stretch') return { ...cut, from: round(cut.from), to: round(cut.to) };
  return cut.kind === 'along' ? { ...cut, from: round(cut.from), to: round(cut.to), offset: round(cut.offset) } : cut.kind === 'crossing' ? { ...cut, at: round(cut.at) } : { ...cut, at: round(cut.at), offset: round(cut.offset) };
}
