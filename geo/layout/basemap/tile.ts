import { crsByCode, portable } from '../../crs/index.ts';
import type { Pixels } from '../image/png.ts';
import { BasemapPlace, type Basemap } from './basemap.ts';
import type { DrawnBasemap } from './basemap-marks.ts';
import { warp } from './warp.ts';

/** Half the circumference of web mercator's sphere, m. */
const HALF = 6_378_137 * Math.PI;
/** A picture that is smaller on the map is not seen, pixels. */
const LEAST = 24;
/** Zooms of tiles of this size. */
const TILE = 512, MOST_ZOOM = 22;

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

/** Between which zooms there are tiles: from where the picture is seen at all to where its own pixels are. */
export function basemapZooms(basemap: Basemap): { least: number; most: number } {
  const place = new BasemapPlace(basemap), [west, south, east, north] = place.extent();
  const width = (east - west) / 360, pixel = width * portable.cos((south + north) / 2 * portable.RADIANS) / Math.max(basemap.width, basemap.height);
  let least = 0, most = 0;
  while (least < MOST_ZOOM && width * TILE * (1 << least) < LEAST) least++;
  while (most < MOST_ZOOM && pixel * TILE * (1 << most) < 0.7) most++;
  return { least, most: Math.max(least, most) };
}
