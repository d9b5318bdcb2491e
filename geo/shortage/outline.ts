import KDBush from 'kdbush';
import type { Geometry } from 'geojson';
import { ellipsoidalArea, type Plane } from '../crs/index.ts';
import { unprojectGeometry, voronoiCell, type Kernel, type Polygonal } from '../geometry/index.ts';
import type { PointSet } from '../network/index.ts';
import type { AreaSource } from './areas.ts';
import { groundIndex, groundOf, type Ground } from './link.ts';

/**
 * Draws the ground of a cluster: the union of its units' own ground, closed over gaps narrower than the linking distance,
 * but never over a unit outside the cluster (METHODS 4). Grounds are made when they are needed and kept.
 */
export class Outliner {
  private readonly cells = new Map<number, Geometry | null>();
  private readonly points: KDBush;
  private readonly polygons: Ground[];
  private readonly polygonIndex: ReturnType<typeof groundIndex>;

  private readonly kernel: Kernel;
  private readonly plane: Plane;
  private readonly shapes: readonly Geometry[];
  private readonly reach: PointSet;

  /** `shapes` are the units in the plane; `reach` their reach points, one a unit for the cells of point units. */
  constructor({ kernel, plane, shapes, reach }: Pick<AreaSource, 'kernel' | 'plane' | 'shapes' | 'reach'>, private readonly linkDistance: number) {
    [this.kernel, this.plane, this.shapes, this.reach] = [kernel, plane, shapes, reach];
    this.points = new KDBush(reach.x.length, 64, Float64Array);
    for (let i = 0; i < reach.x.length; i++) this.points.add(reach.x[i], reach.y[i]);
    this.points.finish();
    this.polygons = shapes.flatMap((shape, unit) => (isPolygonal(shape) ? [groundOf(unit, shape)] : []));
    this.polygonIndex = groundIndex(this.polygons);
  }

  draw(units: readonly number[]): { geometry: Polygonal; area: number } | null {
    const outline = this.outline(units);
    const geometry = outline && unprojectGeometry(this.plane, outline);
    return geometry && { geometry, area: ellipsoidalArea(geometry) };
  }

  private outline(units: readonly number[]): Polygonal | null {
    const own = units.map((unit) => this.ground(unit)).filter((ground) => ground !== null);
    if (own.length === 0) return null;
    const closed = this.linkDistance > 0 ? this.kernel.closing(own, this.linkDistance, 4) : this.kernel.union(own);
    const foreign = closed && this.foreignGround(closed, new Set(units));
    return foreign && foreign.length > 0 ? this.kernel.difference(closed!, { type: 'GeometryCollection', geometries: [this.kernel.union(foreign)!] }) : closed;
  }

  private ground(unit: number): Geometry | null {
    if (isPolygonal(this.shapes[unit])) return this.shapes[unit];
    if (!this.cells.has(unit)) this.cells.set(unit, this.cell(unit));
    return this.cells.get(unit)!;
  }
  private cell(unit: number): Geometry | null {
    const i = this.reach.owner.indexOf(unit);
    const x = this.reach.x[i], y = this.reach.y[i];
    const radius = Math.max(this.linkDistance / 2, 1);
    const near = this.points.within(x, y, 2 * radius).filter((j) => j !== i).sort((a, b) => a - b)
      .map((j) => [this.reach.x[j], this.reach.y[j], j < i] as const);
    return voronoiCell(x, y, near, radius);
  }

  /** Ground of units outside the cluster that the closed shape has come to cover. */
  private foreignGround(shape: Polygonal, own: ReadonlySet<number>): Geometry[] {
    const { extent: [w, s, e, n] } = groundOf(-1, shape);
    const polygons = this.polygonIndex?.search(w, s, e, n).map((k) => this.polygons[k].unit) ?? [];
    const points = this.points.range(w, s, e, n).map((i) => this.reach.owner[i]).filter((unit) => !isPolygonal(this.shapes[unit]));
    const near = [...new Set([...polygons, ...points])].filter((unit) => !own.has(unit)).sort((a, b) => a - b).map((unit) => this.ground(unit)).filter((ground) => ground !== null);
    const meets = this.kernel.against(shape, near, 'meets');
    return near.filter((_, i) => meets[i]);
  }
}

const isPolygonal = (geometry: Geometry): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
