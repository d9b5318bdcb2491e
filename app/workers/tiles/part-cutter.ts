import { clipLine, clipRing } from './clip.ts';
import { thin } from './thin.ts';
import type { TileFrame } from './tile-frame.ts';

/** One line or ring after another in units of a tile. What it gives out is overwritten by the next. */
export class PartCutter {
  /** Places, x and y in turn, and how many numbers they are. */
  private places = new Float64Array(1024);
  private length = 0;
  /** Some of it lies beyond what is drawn of the tile. */
  private isCut = false;
  /** How far the part reaches (units) to its longer side. */
  private reach = 0;

  constructor(private readonly frame: TileFrame, private readonly tolerance: number) {}

  /** Coordinates in degrees, `size` numbers to a position. */
  private load(coordinates: Float64Array, from: number, positions: number, size: number): void {
    const { frame } = this, length = positions * 2;
    if (this.places.length < length) this.places = new Float64Array(length * 2);
    const { places } = this;
    let west = Infinity, east = -Infinity, north = Infinity, south = -Infinity;
    for (let i = 0, c = from; i < length; i += 2, c += size) {
      const x = places[i] = frame.x(coordinates[c]), y = places[i + 1] = frame.y(coordinates[c + 1]);
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    this.length = length;
    this.isCut = west < frame.least || east > frame.most || north < frame.least || south > frame.most;
    this.reach = Math.max(east - west, south - north);
  }

  /** The ring as far as it is drawn; null where it is smaller than the tolerance to both sides. */
  ring(coordinates: Float64Array, from: number, positions: number, size: number): ArrayLike<number> | null {
    this.load(coordinates, from, positions, size);
    if (this.reach < this.tolerance) return null;
    const ring = thin(this.places, this.length, this.tolerance);
    return this.isCut ? clipRing(ring, this.frame.least, this.frame.most) : ring;
  }
  /** The pieces of the line that are drawn; none where it is shorter than the tolerance to both sides. */
  line(coordinates: Float64Array, from: number, positions: number, size: number): readonly ArrayLike<number>[] {
    this.load(coordinates, from, positions, size);
    if (this.reach < this.tolerance) return [];
    const line = thin(this.places, this.length, this.tolerance);
    return this.isCut ? clipLine(line, this.frame.least, this.frame.most) : [line];
  }
  /** Places that are drawn. */
  points(coordinates: Float64Array, from: number, positions: number, size: number): readonly number[] {
    const { frame } = this, isIn = (units: number) => units >= frame.least && units <= frame.most;
    const found: number[] = [];
    for (let i = 0, c = from; i < positions; i++, c += size) {
      const x = frame.x(coordinates[c]), y = frame.y(coordinates[c + 1]);
      if (isIn(x) && isIn(y)) found.push(x, y);
    }
    return found;
  }
}
