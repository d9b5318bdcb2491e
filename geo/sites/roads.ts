import { planeArea, type Plane } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import { extentOf, type Extent, type Layer, type PlanFeature, type Params } from '../model/index.ts';
import { isPolygonal, linesIn, numberIn, planarOf, textIn } from './ground.ts';
import { axisOf, type Axis } from './line.ts';
import { TABLES } from './parameters.ts';
import { smallestRectangle } from './rectangle.ts';
import { timingOf, type RoadTiming } from './timing.ts';

/** A road project as ground: the corridor between its red lines, its axis, and its times. */
export interface Road {
  feature: PlanFeature;
  corridor: Polygonal | null;
  axis: Axis | null;
  extent: Extent | null;
  /** The red-line width was not given and was taken from the road class. */
  assumedWidth: boolean;
  timing: RoadTiming;
}

/**
 * The corridor: a polygon as it is; a centre line widened to both red lines, ends cut square. A width that is not given
 * is the least that the road class has; without a class there is no corridor.
 */
export function roadOf(feature: PlanFeature, plane: Plane, kernel: Kernel, params: Params, date: string | null): Road {
  const shape = planarOf(feature, plane, kernel);
  const timing = timingOf(feature, params, date);
  const none = { feature, corridor: null, axis: null, extent: null, assumedWidth: false, timing };
  if (!shape) return none;
  if (isPolygonal(shape)) {
    const rectangle = smallestRectangle(shape);
    return { ...none, corridor: shape, axis: rectangle && axisOf(rectangle.axis), extent: extentOf([{ geometry: shape }]) };
  }
  const { width, assumed } = redLineWidthOf(feature);
  const lines = linesIn(shape);
  const corridor = width !== null && width > 0 && lines.length > 0 ? kernel.buffer(shape, width / 2, { flatCaps: true }) : null;
  if (!corridor) return none;
  const rectangle = lines.length === 1 ? null : smallestRectangle(corridor);
  return { ...none, corridor, axis: lines.length === 1 ? axisOf(lines[0]) : rectangle && axisOf(rectangle.axis), extent: extentOf([{ geometry: corridor }]), assumedWidth: assumed };
}
/** From red line to red line, m: as given, else the least of the road's class. */
export function redLineWidthOf(feature: PlanFeature): { width: number | null; assumed: boolean } {
  const given = numberIn(feature, 'redLineWidth');
  return { width: given ?? widthOfClass(feature), assumed: given === null };
}
function widthOfClass(feature: PlanFeature): number | null {
  const roadClass = textIn(feature, 'roadClass');
  return roadClass !== null && Object.hasOwn(TABLES.redLineWidth, roadClass) ? TABLES.redLineWidth[roadClass as keyof typeof TABLES.redLineWidth] : null;
}

/** All road projects; they give windows and locks, and cut each other at junctions. */
export class Roads {
  readonly list: readonly Road[];
  private streets: Axis[] | null = null;
  constructor(roads: Layer | undefined, private readonly walking: Layer | undefined, private readonly plane: Plane, private readonly kernel: Kernel, params: Params, date: string | null) {
    this.list = (roads?.features ?? []).map((feature) => roadOf(feature, plane, kernel, params, date));
  }
  of(feature: PlanFeature): Road | undefined {
    return this.list.find((road) => road.feature === feature);
  }

  /** The roads under which a share of the ground lies that counts. */
  over(ground: Polygonal): Road[] {
    const extent = extentOf([{ geometry: ground }])!;
    const least = planeArea(ground) * TABLES.lockShare;
    return this.list.filter((road) => {
      if (!road.corridor || !road.extent || !overlap(extent, road.extent)) return false;
      const common = this.kernel.intersection(ground, road.corridor);
      return common !== null && planeArea(common) >= least;
    });
  }

  /** Lines that may cross an axis: other road projects, and the streets of the walking network. */
  crossing(feature: PlanFeature, extent: Extent): Axis[] {
    this.streets ??= this.walking ? this.walking.features.filter((street) => TABLES.roadClasses.includes(String(street.properties['roadClass']))).flatMap((street) => {
      const shape = planarOf(street, this.plane, this.kernel);
      return shape ? linesIn(shape).map(axisOf) : [];
    }) : [];
    const others = this.list.flatMap((road) => (road.feature !== feature && road.axis ? [road.axis] : []));
    return [...others, ...this.streets].filter(({ line }) => overlap(extent, extentOf([{ geometry: { type: 'LineString', coordinates: line } }])!));
  }
}
function overlap(a: Extent, b: Extent): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
