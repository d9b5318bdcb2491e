import KDBush from 'kdbush';
import type { Geometry } from 'geojson';
import { ellipsoidalArea, type Plane } from '../crs/index.ts';
import { unprojectGeometry, voronoiCell, type Kernel, type Polygonal } from '../geometry/index.ts';
import { eachPosition } from '../model/index.ts';
import type { AreaSource } from './areas.ts';
import { groundIndex, groundOf, type Ground } from './link.ts';

/**
 * Draws the ground of a cluster: the union of its units' own ground, closed over gaps narrower than the linking distance,
 * but never over a unit outside the cluster (METHODS 4). Grounds are made when they are needed and kept.
 */
export class Outliner {
  private readonly cells = new Map<number, Geometry>();
  /** Where units without ground of their own stand, and whose each place is. */
  private readonly places: KDBush;
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly owner: number[] = [];
  private readonly polygons: Ground[];
  private readonly polygonIndex: ReturnType<typeof groundIndex>;

  private readonly kernel: Kernel;
  private readonly plane: Plane;
  private readonly shapes: readonly Geometry[];

  /** `shapes` are the units in the plane. */
  constructor({ kernel, plane, shapes }: Pick<AreaSource, 'kernel' | 'plane' | 'shapes'>, private readonly linkDistance: number) {
    [this.kernel, this.plane, this.shapes] = [kernel, plane, shapes];
    shapes.forEach((shape, unit) => { if (!isPolygonal(shape)) this.addPlaces(shape, unit); });
    this.places = new KDBush(this.x.length, 64, Float64Array);
    for (let i = 0; i < this.x.length; i++) this.places.add(this.x[i], this.y[i]);
    this.places.finish();
    this.polygons = shapes.flatMap((shape, unit) => (isPolygonal(shape) ? [groundOf(unit, shape)] : []));
    this.polygonIndex = groundIndex(this.polygons);
  }
  private addPlaces(shape: Geometry, unit: number): void {
    eachPosition(shape, ([x, y]) => {
      this.x.push(x);
      this.y.push(y);
      this.owner.push(unit);
    });
  }

  draw(units: readonly number[]): { geometry: Polygonal; area: number } | null {
    const outline = this.outline(units);
    const geometry = outline && unprojectGeometry(this.plane, outline);
    return geometry && { geometry, area: ellipsoidalArea(geometry) };
  }

  private outline(units: readonly number[]): Polygonal | null {
    const own = units.map((unit) => this.ground(unit));
    const closed = this.linkDistance > 0 ? this.kernel.closing(own, this.linkDistance, 4) : this.kernel.union(own);
    const foreign = closed && this.kernel.union(this.foreignGround(closed, new Set(units)));
    if (!foreign) return closed;
    // Where units outside stand on all of it, the area is shown on its own ground rather than not at all.
    return this.kernel.difference(closed, foreign) ?? this.kernel.union(own);
  }

  private ground(unit: number): Geometry {
    if (isPolygonal(this.shapes[unit])) return this.shapes[unit];
    const known = this.cells.get(unit);
    if (known) return known;
    const cell = this.cell(unit);
    this.cells.set(unit, cell);
    return cell;
  }
  /** Units at the same place share their cell. */
  private cell(unit: number): Geometry {
    const cells: Geometry[] = [];
    eachPosition(this.shapes[unit], ([x, y]) => {
      const near = this.places.within(x, y, 2 * this.radius).map((j) => [this.x[j], this.y[j], false] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      cells.push(voronoiCell(x, y, near, this.radius)!);
    });
    return cells.length === 1 ? cells[0] : this.kernel.union(cells)!;
  }
  private get radius(): number {
    return Math.max(this.linkDistance / 2, 1);
  }

  /** Ground of units outside the cluster that the closed shape has come to cover. */
  private foreignGround(shape: Polygonal, own: ReadonlySet<number>): Geometry[] {
    const { extent: [w, s, e, n] } = groundOf(-1, shape);
    const polygons = this.polygonIndex?.search(w, s, e, n).map((k) => this.polygons[k].unit) ?? [];
    const r = this.radius;
    const points = this.places.range(w - r, s - r, e + r, n + r).map((i) => this.owner[i]);
    const near = [...new Set([...polygons, ...points])].filter((unit) => !own.has(unit)).sort((a, b) => a - b).map((unit) => this.ground(unit));
    const meets = this.kernel.against(shape, near, 'meets');
    return near.filter((_, i) => meets[i]);
  }
}

const isPolygonal = (geometry: Geometry): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  || (geometry.type === 'GeometryCollection' && geometry.geometries.length > 0 && geometry.geometries.every(isPolygonal));
