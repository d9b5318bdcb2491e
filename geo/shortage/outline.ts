import KDBush from 'kdbush';
import type { Geometry } from 'geojson';
import { ellipsoidalArea, type Plane } from '../crs/index.ts';
import { closedGround, ExtentGrid, extentsOf, unprojectGeometry, voronoiCell, WorkArrays, type Kernel, type Polygonal } from '../geometry/index.ts';
import { eachPosition, indexes } from '../model/index.ts';
import type { AreaSource } from './areas.ts';

/** Room for what lasts as long as one call, and as long as one of its clusters. */
export interface AreaMemory { call: WorkArrays; cluster: WorkArrays }
export const areaMemory = (): AreaMemory => ({ call: new WorkArrays(), cluster: new WorkArrays() });

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
  /** Units with ground of their own. */
  private readonly polygons: number[];
  private readonly extents: Float64Array;
  private readonly polygonGrid: ExtentGrid;
  /** The search that last saw a unit. */
  private readonly marked: Uint32Array;
  private marks = 0;

  private readonly work: WorkArrays;
  private readonly kernel: Kernel;
  private readonly plane: Plane;
  private readonly shapes: readonly Geometry[];

  /**
   * @param source `shapes` are the units in the plane
   * @param memory for what lasts as long as this
   */
  constructor({ kernel, plane, shapes }: Pick<AreaSource, 'kernel' | 'plane' | 'shapes'>, private readonly linkDistance: number, memory = areaMemory()) {
    this.work = memory.cluster;
    [this.kernel, this.plane, this.shapes] = [kernel, plane, shapes];
    shapes.forEach((shape, unit) => { if (!isPolygonal(shape)) this.addPlaces(shape, unit); });
    this.places = new KDBush(this.x.length, 64, Float64Array);
    for (let i = 0; i < this.x.length; i++) this.places.add(this.x[i], this.y[i]);
    this.places.finish();
    this.polygons = indexes(shapes.length, (unit) => isPolygonal(shapes[unit]));
    this.marked = new Uint32Array(shapes.length);
    this.extents = extentsOf(shapes, memory.call);
    this.polygonGrid = new ExtentGrid(this.polygons.length === shapes.length ? this.extents : extentsOf(this.polygons.map((unit) => shapes[unit]), memory.call), memory.call);
  }
  private addPlaces(shape: Geometry, unit: number): void {
    eachPosition(shape, ([x, y]) => {
      this.x.push(x);
      this.y.push(y);
      this.owner.push(unit);
    });
  }

  draw(units: readonly number[]): { geometry: Polygonal; area: number } | null {
    const geometry = this.outline(units);
    return geometry && { geometry, area: ellipsoidalArea(geometry) };
  }

  /** In degrees. */
  private outline(units: readonly number[]): Polygonal | null {
    const { linkDistance, work, plane } = this;
    const own = units.map((unit) => this.ground(unit));
    const foreign = this.foreignGround(units);
    const closed = linkDistance > 0 ? closedGround(own, foreign, linkDistance, { at: (x, y) => plane.inverse(x, y), work }) : undefined;
    if (closed) return closed;
    // Where units outside stand on all of it, the area is shown on its own ground rather than not at all.
    const inPlane = (closed === undefined ? this.byKernel(own, foreign) : null) ?? this.kernel.union(own);
    return inPlane && unprojectGeometry(plane, inPlane);
  }
  private byKernel(own: readonly Geometry[], foreign: readonly Geometry[]): Polygonal | null {
    const closed = this.linkDistance > 0 ? this.kernel.closing(own, this.linkDistance, 4) : this.kernel.union(own);
    if (!closed) return null;
    const meets = this.kernel.against(closed, foreign, 'meets');
    const meeting = this.kernel.union(foreign.filter((_, i) => meets[i]));
    return meeting ? this.kernel.difference(closed, meeting) : closed;
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

  /** Ground of units outside the cluster that its closed shape may come to cover: it lies within half the linking distance. */
  private foreignGround(units: readonly number[]): Geometry[] {
    const { extents, owner, polygons, polygonGrid, radius } = this;
    const near: number[] = [];
    // Members are counted as seen, so that they are not their own neighbours.
    const mark = ++this.marks;
    for (const unit of units) this.marked[unit] = mark;
    const see = (unit: number) => {
      if (this.marked[unit] === mark) return;
      this.marked[unit] = mark;
      near.push(unit);
    };
    for (const unit of units) {
      // A place reaches as far again as its disc.
      const reach = this.linkDistance / 2 + (isPolygonal(this.shapes[unit]) ? 0 : radius);
      const [w, s, e, n] = [extents[4 * unit] - reach, extents[4 * unit + 1] - reach, extents[4 * unit + 2] + reach, extents[4 * unit + 3] + reach];
      for (let k = 0, count = polygonGrid.search(w, s, e, n); k < count; k++) see(polygons[polygonGrid.found[k]]);
      if (owner.length > 0) for (const i of this.places.range(w - radius, s - radius, e + radius, n + radius)) see(owner[i]);
    }
    return near.sort((a, b) => a - b).map((unit) => this.ground(unit));
  }
}

const isPolygonal = (geometry: Geometry): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  || (geometry.type === 'GeometryCollection' && geometry.geometries.length > 0 && geometry.geometries.every(isPolygonal));
