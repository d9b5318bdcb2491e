import { crsByCode, crsOf, planeFor, type Crs, type CrsRef } from '../../crs/index.ts';
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
  /** Code of the table, or a local grid: one that a .prj states, for a fitted one is left behind (`outOfGrid`). */
  crs: CrsRef;
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
    this.crs = crsOf(crs);
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

/**
 * The basemap in the planning CRS where its own is a grid that was fitted, so that no file has the grid's parameters. Four parameters turn and
 * stretch, as pixels on the ground do; what seven do differs from that by millimetres over tens of kilometres.
 */
export function outOfGrid(basemap: Basemap): Basemap {
  const { crs, width, height } = basemap;
  if (typeof crs === 'string' || crs.kind === 'transverse-mercator') return basemap;
  const place = new BasemapPlace(basemap);
  const plane = crs.kind === 'similarity' ? crsByCode(crs.base) : crsByCode(planeFor(...place.toDegrees(width / 2, height / 2)).code);
  const [corner, right, below] = [[0, 0], [width, 0], [0, height]].map(([column, row]) => plane.fromDegrees(...place.toDegrees(column, row)));
  const ground = { a: (right[0] - corner[0]) / width, b: (below[0] - corner[0]) / height, c: corner[0], d: (right[1] - corner[1]) / width, e: (below[1] - corner[1]) / height, f: corner[1] };
  return { ...basemap, crs: plane.code, ground };
}
