import type { Position } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { pointOnSurface, projectGeometry } from '../geometry/index.ts';
import { eachPosition, UserError, type PlanFeature } from '../model/index.ts';
import { redLineWidthOf, smallestRectangle } from '../sites/index.ts';
import { closedLines, partsIn } from './parts.ts';
import { Path } from './path.ts';
import { stretchesIn } from './stretches.ts';
import type { SectionLine } from './types.ts';

/** So far beyond what a line was laid for, m: the neighbours are what a section is looked at for. */
export const MARGIN = 30;
/** Width of a road that says neither width nor class, m. */
const ROAD = 24;

/** A road's centre line: the longest of its lines, or the middle line of its ground. @throws UserError `section.no-axis` */
export function axisOfRoad(road: PlanFeature, plane: Plane): Path {
  const shape = road.geometry && projectGeometry(plane, road.geometry), { lines, rings } = partsIn(shape);
  const paths = lines.flatMap((line) => (line.length >= 2 ? [new Path(line)] : []));
  if (paths.length > 0) return paths.reduce((a, b) => (b.length > a.length ? b : a));
  const rectangle = shape && rings.length > 0 ? smallestRectangle(shape) : null;
  if (!rectangle) throw new UserError('section.no-axis', { name: String(road.properties['name'] ?? road.id) });
  return new Path(rectangle.axis);
}
export const alongRoad = (road: PlanFeature, plane: Plane): SectionLine => inDegrees(axisOfRoad(road, plane).corners, plane);

/** Across a road at a chainage of its centre line, from left to right, to beyond both red lines. @throws UserError `section.no-axis`, `section.chainage` */
export function acrossRoad(road: PlanFeature, chainage: number, plane: Plane): SectionLine {
  const axis = axisOfRoad(road, plane);
  if (!(chainage >= 0 && chainage <= axis.length)) throw new UserError('section.chainage', { chainage: String(chainage), length: axis.length.toFixed(1) });
  const shape = road.geometry && projectGeometry(plane, road.geometry), ground = partsIn(shape).rings.length > 0 && shape ? smallestRectangle(shape)?.width ?? null : null;
  const half = (ground ?? redLineWidthOf(road).width ?? ROAD) / 2 + MARGIN;
  return inDegrees(crossing(axis.place(chainage), axis.direction(chainage), half), plane);
}
/** From the left of a direction to its right. */
function crossing([x, y]: Position, [ux, uy]: Position, half: number): Position[] {
  return [[x - uy * half, y + ux * half], [x + uy * half, y - ux * half]];
}

export type SiteDirection = 'along' | 'across';
/** Through a site, and beyond it on both sides: along its road where it has one, else along or across its smallest rectangle. */
export function throughSite(site: PlanFeature, direction: SiteDirection, plane: Plane, road: PlanFeature | null = null): SectionLine {
  const shape = site.geometry && projectGeometry(plane, site.geometry), rectangle = shape && smallestRectangle(shape);
  if (!shape || !rectangle) throw new UserError('section.no-ground', { name: String(site.properties['name'] ?? site.id) });
  const axis = road && partsIn(road.geometry).lines.length > 0 ? axisOfRoad(road, plane) : null;
  const own = axis ? onAxis(axis, shape) : new Path(rectangle.axis);
  if (direction === 'along') return inDegrees(axis ? own.corners : prolonged(own.corners, MARGIN), plane);
  const { rings } = partsIn(shape), middle = own.place(own.length / 2), inner = pointOnSurface(shape);
  const base = stretchesIn(new Path(crossing(middle, own.direction(own.length / 2), 0.5)), closedLines(rings)).length > 0 ? middle : inner;
  return inDegrees(crossing(base, own.direction(own.nearest(base).at), rectangle.width / 2 + MARGIN), plane);
}
/** The stretch of an axis beside which a shape lies, with its margin. */
function onAxis(axis: Path, shape: NonNullable<PlanFeature['geometry']>): Path {
  let from = Infinity, to = -Infinity;
  eachPosition(shape, (position) => { const { at } = axis.nearest(position); from = Math.min(from, at); to = Math.max(to, at); });
  const [first, last] = [Math.max(0, from - MARGIN), Math.min(axis.length, to + MARGIN)];
  return new Path([axis.place(first), ...axis.corners.filter((_, i) => axis.at[i] > first && axis.at[i] < last), axis.place(last)]);
}
function prolonged(line: readonly Position[], by: number): Position[] {
  const n = line.length;
  return [beyond(line[1], line[0], by), ...line.slice(1, n - 1), beyond(line[n - 2], line[n - 1], by)];
}
function beyond(before: Position, end: Position, by: number): Position {
  const dx = end[0] - before[0], dy = end[1] - before[1], long = Math.sqrt(dx * dx + dy * dy);
  return [end[0] + dx / long * by, end[1] + dy / long * by];
}
const inDegrees = (line: readonly Position[], plane: Plane): SectionLine => line.map(([x, y]) => plane.inverse(x, y));
