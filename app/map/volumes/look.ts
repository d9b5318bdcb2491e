import { lookAt, type Extent, type Viewpoint } from './camera.ts';
import { setCamera, useCamera } from './camera-state.ts';
import type { ShownScene } from './use-scene.ts';

/** The whole of an extent from a viewpoint. */
export function look(extent: Extent | null, viewpoint: Viewpoint, { scene, floor }: Pick<ShownScene, 'scene' | 'floor'>): void {
  if (extent) setCamera(lookAt(extent, floor / 2 * scene.exaggeration, viewpoint, useCamera.getState()));
}
