import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ExtentGrid, extentsOf } from './extent-grid.ts';

/** Polygons that are asked of many places which of them holds it. Only those whose extents hold it are looked at: districts have rims of thousands of corners. */
export class Grounds {
  private readonly grid: ExtentGrid;
  constructor(private readonly polygons: readonly (Polygon | MultiPolygon)[]) {
    this.grid = new ExtentGrid(extentsOf(polygons));
  }

  /** The first of the polygons that holds a place, its rim included; -1 where none does. */
  holding([x, y]: Position): number {
    const { grid, polygons } = this;
    let first = -1;
    for (let k = 0, count = grid.search(x, y, x, y); k < count; k++) {
      const i = grid.found[k];
      if ((first < 0 || i < first) && booleanPointInPolygon([x, y], polygons[i])) first = i;
    }
    return first;
  }
}
