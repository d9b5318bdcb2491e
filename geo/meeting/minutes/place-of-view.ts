import { planeFor, planeForLayers, portable } from '../../crs/index.ts';
import { fittingScale, MARGIN_OF_GROUND, wholeGround, type MapFrame } from '../../layout/index.ts';
import type { Layer } from '../../model/index.ts';
import type { Camera } from '../types.ts';

/** The map of a view on paper, mm, as wide as the text; the same in Word and PDF. */
export const MAP_SIZE = { width: 160, height: 84 } as const;

/** A web map's world is 512 pixels wide at zoom 0; what a page shows is about so many pixels. */
const TILE = 512, SEEN = { width: 960, height: 640 } as const, CIRCUMFERENCE = 40_075_016.685578488;

/** Where a view lies, at the largest scale of the series that shows what the screen showed; the whole ground where it has no camera. Null where there is none. */
export function placeOfView(camera: Camera | null, layers: readonly Layer[]): Pick<MapFrame, 'centre' | 'scale' | 'rotation' | 'crs'> | null {
  if (camera) {
    const [lon, lat] = camera.center, zoom = portable.exp(camera.zoom * LN2);
    const pixel = CIRCUMFERENCE * portable.cos(lat * portable.RADIANS) / (TILE * zoom);
    // A bearing turns the map against the clock.
    return { centre: [lon, lat], scale: fittingScale({ width: SEEN.width * pixel, height: SEEN.height * pixel }, MAP_SIZE), rotation: camera.bearing === 0 ? 0 : -camera.bearing, crs: planeFor(lon, lat).code };
  }
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0)), ground = wholeGround(layers, plane);
  if (!ground) return null;
  return { centre: plane.inverse(ground.east, ground.north), scale: fittingScale({ width: ground.width * MARGIN_OF_GROUND, height: ground.height * MARGIN_OF_GROUND }, MAP_SIZE), rotation: 0, crs: plane.code };
}
const LN2 = 0.6931471805599453;
