import { planeByCode, planeFor, portable, type Plane } from '../crs/index.ts';
import type { GeoFrame } from './drawing.ts';
import type { MapFrame } from './sheet.ts';

/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];

/** Corners of a frame's ground in degrees, anticlockwise from the lower left. */
export function frameCorners(frame: MapFrame): [lon: number, lat: number][] {
  return new FrameView(frame).georeference().corners.map(({ lon, lat }) => [lon, lat]);
}

/** From degrees to the paper: through the planning CRS, so that the scale is true in it, then turned about the frame's centre. */
export class FrameView {
  readonly plane: Plane;
  private readonly east: number;
  private readonly north: number;
  private readonly cos: number;
  private readonly sin: number;
  /** mm on paper for a metre. */
  readonly perMetre: number;
  private readonly cx: number;
  private readonly cy: number;

  constructor(readonly frame: MapFrame) {
    const { centre, scale, rotation, crs, box } = frame;
    this.plane = crs ? planeByCode(crs) : planeFor(centre[0], centre[1]);
    [this.east, this.north] = this.plane.forward(centre[0], centre[1]);
    this.cos = portable.cos(rotation * portable.RADIANS);
    this.sin = portable.sin(rotation * portable.RADIANS);
    this.perMetre = 1000 / scale;
    [this.cx, this.cy] = [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Metres in the plane to mm on paper. */
  fromPlane(east: number, north: number): [x: number, y: number] {
    const dx = (east - this.east) * this.perMetre, dy = (north - this.north) * this.perMetre;
    return [this.cx + dx * this.cos + dy * this.sin, this.cy + dx * this.sin - dy * this.cos];
  }
  fromDegrees(lon: number, lat: number): [x: number, y: number] {
    const at = this.plane.forward(lon, lat);
    return this.fromPlane(at[0], at[1]);
  }
  toPlane(x: number, y: number): [east: number, north: number] {
    const px = (x - this.cx) / this.perMetre, py = (y - this.cy) / this.perMetre;
    return [this.east + px * this.cos + py * this.sin, this.north + px * this.sin - py * this.cos];
  }

  /** Lower left, lower right, upper right, upper left. */
  private corners(): [number, number][] {
    const { x, y, width, height } = this.frame.box;
    return [[x, y + height], [x + width, y + height], [x + width, y], [x, y]];
  }
  /** The smallest box in degrees that holds the frame: its sides are nearly straight there, a hundredth more is far more than they bend. */
  extent(): Extent {
    const { x, y, width, height } = this.frame.box;
    const places = this.corners().concat([[x + width / 2, y], [x + width / 2, y + height], [x, y + height / 2], [x + width, y + height / 2]])
      .map(([px, py]) => this.plane.inverse(...this.toPlane(px, py)));
    const lons = places.map(([lon]) => lon), lats = places.map(([, lat]) => lat);
    const [w, s, e, n] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    return [w - (e - w) / 100, s - (n - s) / 100, e + (e - w) / 100, n + (n - s) / 100];
  }
  georeference(): GeoFrame {
    return {
      epsg: Number(this.plane.code.replace(/^\D*/, '')),
      corners: this.corners().map(([x, y]) => {
        const [east, north] = this.toPlane(x, y);
        const [lon, lat] = this.plane.inverse(east, north);
        return { x, y, east, north, lon, lat };
      }),
    };
  }
}
