/** Where Web Mercator ends (degrees): the world is a square. */
const POLE = 85.0511287798066;
const RAD = Math.PI / 180;

/** A tile of Web Mercator in its own units (`extent` to a side, y down), and the box (degrees) of what may be seen in it, `buffer` units beyond its edges. */
export class TileFrame {
  private readonly world: number;
  private readonly left: number;
  private readonly top: number;
  /** Units beyond which nothing of the tile is drawn. */
  readonly least: number;
  readonly most: number;

  constructor(z: number, x: number, y: number, extent: number, buffer: number) {
    this.world = 2 ** z * extent;
    this.left = x * extent;
    this.top = y * extent;
    this.least = -buffer;
    this.most = extent + buffer;
  }
  x(longitude: number): number {
    return (longitude / 360 + 0.5) * this.world - this.left;
  }
  y(latitude: number): number {
    const sine = Math.sin(Math.max(-POLE, Math.min(POLE, latitude)) * RAD);
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * this.world - this.top;
  }
  /** West, south, east, north. What lies beyond the ends of the projection is drawn at them. */
  box(): [number, number, number, number] {
    const longitude = (units: number) => ((units + this.left) / this.world - 0.5) * 360;
    const latitude = (units: number) => {
      const share = (units + this.top) / this.world;
      return share <= 0 ? 90 : share >= 1 ? -90 : Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) / RAD;
    };
    return [longitude(this.least), latitude(this.most), longitude(this.most), latitude(this.least)];
  }
}
