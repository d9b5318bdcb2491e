import { portable } from '../../crs/index.ts';
import { BasemapPlace, type Basemap } from './basemap.ts';

/** A picture that is smaller on the map is not seen, pixels. */
const LEAST = 24;
/** Zooms of tiles of this size. */
const TILE = 512, MOST_ZOOM = 22;

/** Between which zooms there are tiles: from where the picture is seen at all to where its own pixels are. */
export function basemapZooms(basemap: Basemap): { least: number; most: number } {
  const place = new BasemapPlace(basemap), [west, south, east, north] = place.extent();
  const width = (east - west) / 360, pixel = width * portable.cos((south + north) / 2 * portable.RADIANS) / Math.max(basemap.width, basemap.height);
  let least = 0, most = 0;
  while (least < MOST_ZOOM && width * TILE * (1 << least) < LEAST) least++;
  while (most < MOST_ZOOM && pixel * TILE * (1 << most) < 0.7) most++;
  return { least, most: Math.max(least, most) };
}
