import { crsByCode } from '../../crs/index.ts';
import type { Pixels } from '../image/png.ts';
import { BasemapPlace } from './basemap.ts';
import type { DrawnBasemap } from './basemap-marks.ts';
import { warp } from './warp.ts';

/** Half the circumference of web mercator's sphere, m. */
const HALF = 6_378_137 * Math.PI;

/**
 * A tile of a web map with what of a basemap lies in it, its pixels where they are on the earth and not only its corners. Null where nothing does.
 * @throws UserError `layout.image-*`
 */
export function basemapTile({ basemap, picture }: DrawnBasemap, z: number, x: number, y: number, size: number): Pixels | null {
  const place = new BasemapPlace(basemap), mercator = crsByCode('EPSG:3857'), side = 2 * HALF / (1 << z), left = x * side - HALF, top = HALF - y * side;
  const [west, south, east, north] = place.extent(), [minX, minY] = mercator.fromDegrees(west, south), [maxX, maxY] = mercator.fromDegrees(east, north);
  if (maxX < left || minX > left + side || maxY < top - side || minY > top) return null;
  const pixels = warp(picture, { width: size, height: size, from: (column, row) => place.fromDegrees(...mercator.toDegrees(left + column / size * side, top - row / size * side)) });
  return pixels.alpha?.every((seen) => seen === 0) ? null : pixels;
}
