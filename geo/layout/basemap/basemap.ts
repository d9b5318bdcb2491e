import { crsByCode, localGrid, type Crs, type LocalGrid } from '../../crs/index.ts';
import type { PixelGround } from '../raster/ground.ts';

/** What is said of a raster basemap: a scanned plan or an orthophoto of the user's own file. Plain JSON; the picture's bytes are kept beside it. */
export interface Basemap {
  /** `basemap-1`: beside the ids of layers in frames and in the view. */
  id: string;
  name: string;
  fileName: string;
  /** Where it comes from, in the user's words: survey, year, who gave it. May be empty. */
  source: string;
  type: 'image/png' | 'image/jpeg';
  /** Pixels. */
  width: number;
  height: number;
  /** Place of its pixels in its CRS, x (east, longitude) before y. */
  ground: PixelGround;
  /** Code of the table, or a local grid that was fitted. */
  crs: string | LocalGrid;
  secrecy: 'public' | 'internal' | 'secret';
  /** Of the picture's bytes, by which they are found. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** The way from a basemap's pixels to degrees and back, exact for every pixel: whatever bends between its CRS and another bends here too. */
export class BasemapPlace {
  private readonly crs: Crs;
  private readonly ground: PixelGround;
  private readonly determinant: number;

  /** @throws UserError `crs.unlisted`, `crs.grid` */
  constructor(readonly basemap: Pick<Basemap, 'width' | 'height' | 'ground' | 'crs'>) {
    const { crs, ground } = basemap;
    this.crs = typeof crs === 'string' ? crsByCode(crs) : localGrid(crs);
    this.ground = ground;
    this.determinant = ground.a * ground.e - ground.b * ground.d;
  }
  /** Columns and rows from the upper left corner of the picture; a pixel's middle lies at a half. */
  toDegrees(column: number, row: number): [lon: number, lat: number] {
    const { a, b, c, d, e, f } = this.ground;
    return this.crs.toDegrees(a * column + b * row + c, d * column + e * row + f);
  }
  fromDegrees(lon: number, lat: number): [column: number, row: number] {
    const { a, b, c, d, e, f } = this.ground, [x, y] = this.crs.fromDegrees(lon, lat), dx = x - c, dy = y - f;
    return [(e * dx - b * dy) / this.determinant, (a * dy - d * dx) / this.determinant];
  }
  /** The edge of the picture as a ring in degrees, without the first again; `steps` pieces a side, for sides may bend. */
  outline(steps = 16): [lon: number, lat: number][] {
    const { width, height } = this.basemap, corners = [[0, 0], [width, 0], [width, height], [0, height]];
    return corners.flatMap(([x, y], i) => {
      const [toX, toY] = corners[(i + 1) % 4];
      return Array.from({ length: steps }, (_, k) => this.toDegrees(x + (toX - x) * k / steps, y + (toY - y) * k / steps));
    });
  }
  /** West, south, east, north in degrees. */
  extent(): [number, number, number, number] {
    const ring = this.outline(), lons = ring.map(([lon]) => lon), lats = ring.map(([, lat]) => lat);
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  }
}
