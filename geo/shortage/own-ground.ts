import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ellipsoidalArea } from '../crs/index.ts';
import { unprojectGeometry, voronoiCell } from '../geometry/index.ts';
import type { AreaSource } from './areas.ts';

type Rings = Position[][];

/**
 * A cluster as the ground of its units, piece by piece: what can be shown while a slider moves, when there is no time to
 * draw one outline around them. A point unit stands as a disc. Pieces and their areas are kept from move to move.
 */
export class OwnGround {
  private readonly pieces = new Map<number, { rings: Rings[]; area: number }>();
  constructor(private readonly source: Pick<AreaSource, 'plane' | 'units' | 'shapes'>, readonly linkDistance: number) {}

  draw(units: readonly number[]): { geometry: MultiPolygon; area: number } {
    const pieces = units.map((unit) => this.piece(unit));
    return { geometry: { type: 'MultiPolygon', coordinates: pieces.flatMap(({ rings }) => rings) }, area: pieces.reduce((sum, { area }) => sum + area, 0) };
  }

  private piece(unit: number): { rings: Rings[]; area: number } {
    const known = this.pieces.get(unit);
    if (known) return known;
    const geometry = this.shape(unit);
    const piece = geometry === null ? { rings: [], area: 0 } : { rings: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates, area: ellipsoidalArea(geometry) };
    this.pieces.set(unit, piece);
    return piece;
  }
  private shape(unit: number): Polygon | MultiPolygon | null {
    const { units, shapes, plane } = this.source;
    const { geometry } = units[unit];
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
    const place = shapes[unit];
    if (place.type !== 'Point') return null;
    return unprojectGeometry(plane, voronoiCell(place.coordinates[0], place.coordinates[1], [], Math.max(this.linkDistance / 2, 1))!);
  }
}
