/** A camera that goes around a place, above and below the ground. Metres from the origin, z up and exaggerated; angles in degrees; at the target 2^zoom pixels are a metre. */
export interface OrbitCamera {
  target: [x: number, y: number, z: number];
  rotationX: number;
  rotationOrbit: number;
  zoom: number;
}
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** From where one looks. */
export const VIEWPOINTS = {
  oblique: { rotationX: 32, rotationOrbit: -24 },
  above: { rotationX: 90, rotationOrbit: 0 },
  side: { rotationX: 4, rotationOrbit: 0 },
  below: { rotationX: -28, rotationOrbit: -24 },
} as const;
export type Viewpoint = keyof typeof VIEWPOINTS;

const CLOSEST = 4, FARTHEST = -8;
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The window in pixels; panels cover so many of them at the right. */
export interface Pane {
  width: number;
  height: number;
  covered: number;
}
/** The whole of an extent from a viewpoint, clear of what covers the pane. `depth` is that of the middle, m as drawn. */
export function lookAt([west, south, east, north]: Extent, depth: number, viewpoint: Viewpoint, { width, height, covered }: Pane): OrbitCamera {
  const { rotationX, rotationOrbit } = VIEWPOINTS[viewpoint], tilt = Math.abs(Math.sin(rotationX * Math.PI / 180)), turn = rotationOrbit * Math.PI / 180;
  const across = Math.max(20, east - west), along = Math.max(20, (north - south) * Math.max(0.35, tilt));
  const zoom = within(Math.log2(Math.min(Math.max(200, width - covered) / across, height / along) * 0.86), FARTHEST, 1.5);
  // The middle of what is free stands left of the middle of the pane: the target goes to the right of the screen.
  const aside = covered / 2 / 2 ** zoom;
  return { target: [(west + east) / 2 + aside * Math.cos(turn), (south + north) / 2 - aside * Math.sin(turn), -depth], ...VIEWPOINTS[viewpoint], zoom };
}

const TURN = 10, STEP = 0.35;
/** What keys do to the camera; null for a key that means nothing. */
export function moved(camera: OrbitCamera, key: string): OrbitCamera | null {
  const turns: Readonly<Record<string, [number, number]>> = { ArrowLeft: [TURN, 0], ArrowRight: [-TURN, 0], ArrowUp: [0, TURN], ArrowDown: [0, -TURN] };
  if (key in turns) return { ...camera, rotationOrbit: camera.rotationOrbit + turns[key][0], rotationX: within(camera.rotationX + turns[key][1], -90, 90) };
  if (key === '+' || key === '=') return zoomed(camera, STEP);
  if (key === '-' || key === '_') return zoomed(camera, -STEP);
  return null;
}
export const zoomed = (camera: OrbitCamera, by: number): OrbitCamera => ({ ...camera, zoom: within(camera.zoom + by, FARTHEST, CLOSEST) });

/** The exaggeration changes: what was in the middle stays there. */
export const stretched = (camera: OrbitCamera, from: number, to: number): OrbitCamera => ({ ...camera, target: [camera.target[0], camera.target[1], camera.target[2] * to / from] });

/** A round length, m, that takes at most so many pixels at the target. */
export function scaleLength(zoom: number, most: number): { metres: number; pixels: number } {
  const room = most / 2 ** zoom, power = 10 ** Math.floor(Math.log10(room));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= room) ?? power;
  return { metres, pixels: metres * 2 ** zoom };
}

export function joined(extents: readonly Extent[]): Extent | null {
  if (extents.length === 0) return null;
  return extents.reduce((all, one) => [Math.min(all[0], one[0]), Math.min(all[1], one[1]), Math.max(all[2], one[2]), Math.max(all[3], one[3])]);
}
