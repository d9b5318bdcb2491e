import { extentCentre, extentOf, planeByCode, planeFor, type Layer } from '../../../geo/index.ts';
import type { Extent } from './camera.ts';

/** Where a scene stands, as it goes to the worker. */
export interface SceneFrame {
  plane: string;
  name: string;
  origin: readonly [x: number, y: number];
}

/** About the middle of the boundary, else of the first layer that has anything; null where nothing has a place. */
export function frameOf(layers: readonly Layer[]): SceneFrame | null {
  const first = layers.find(({ schema, features }) => schema === 'boundary' && features.length > 0) ?? layers.find(({ features }) => features.length > 0);
  // A few features say where the project lies; all of a city would take long to go through.
  const centre = first && extentCentre(first.features.slice(0, 100));
  if (!centre) return null;
  const plane = planeFor(...centre), [x, y] = plane.forward(...centre);
  return { plane: plane.code, name: plane.name, origin: [Math.round(x), Math.round(y)] };
}
export const isSameFrame = (a: SceneFrame | null, b: SceneFrame | null): boolean => a?.plane === b?.plane && a?.origin[0] === b?.origin[0] && a?.origin[1] === b?.origin[1];

/** The extent of features in the scene, m. */
export function placeOf(features: Layer['features'], { plane, origin }: SceneFrame): Extent | null {
  const extent = extentOf(features);
  if (!extent) return null;
  const { forward } = planeByCode(plane), [[west, south], [east, north]] = [forward(extent[0], extent[1]), forward(extent[2], extent[3])];
  return [west - origin[0], south - origin[1], east - origin[0], north - origin[1]];
}
