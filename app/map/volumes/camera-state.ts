import { OrbitView } from '@deck.gl/core';
import { create } from 'zustand';
import type { OrbitCamera } from './camera.ts';

/** Where one looks from, and the window in pixels; moves with every frame of a drag, so only what follows it listens. */
interface CameraState {
  camera: OrbitCamera;
  width: number;
  height: number;
  covered: number;
}
export const useCamera = create<CameraState>(() => ({ camera: { target: [0, 0, 0], rotationX: 32, rotationOrbit: -24, zoom: -3 }, width: 1, height: 1, covered: 236 }));
export const setCamera = (camera: OrbitCamera): void => useCamera.setState({ camera });

export const ORBIT = new OrbitView({ orbitAxis: 'Z', near: 0.02, far: 400 });
/** Pixels of a place as it is drawn, from the upper left; null behind the camera. */
export function projector({ camera, width, height }: Pick<CameraState, 'camera' | 'width' | 'height'>): (place: readonly [number, number, number]) => [number, number] | null {
  const viewport = ORBIT.makeViewport({ width, height, viewState: camera });
  return (place) => {
    const [x, y, depth] = viewport!.project([...place]);
    return depth < 1 ? [x, y] : null;
  };
}
