import { depthDrawn, lowestGround, type SectionModel } from '../../geo/index.ts';

/** How many times larger depths may be drawn than lengths. */
export const EXAGGERATIONS = [1, 2, 3, 4, 5, 8, 10, 15, 20] as const;
/** Around the drawn ground, px: depths at the left, figures at the right, red lines and names above, chainages and legend below. */
const LEFT = 46, RIGHT = 96, ABOVE = 46, BELOW = 52;
/** Below a site there is room for its box to be moved into; a box that is moved farther has more made in such steps, m. */
const ROOM = 8, STEP = 5;

/** Where a section lies on the screen: px of metres, the same along the line everywhere, depths enlarged by a number that is said. */
export interface Scales {
  width: number;
  height: number;
  perMetre: number;
  down: number;
  times: number;
  depth: number;
  x(chainage: number): number;
  y(height: number): number;
  /** Chainage and height of a place. */
  chainage(x: number): number;
  heightAt(y: number): number;
}
export function scalesFor(model: SectionModel, moved: SectionModel, width: number, height: number, wanted: number | null): Scales {
  const depth = depthShown(model, moved), tall = depth - lowestGround(model), room = { width: Math.max(60, width - LEFT - RIGHT), height: Math.max(60, height - ABOVE - BELOW) };
  const across = room.width / model.length, times = wanted ?? [...EXAGGERATIONS].reverse().find((n) => across * n * tall <= room.height) ?? 1;
  // One that is too deep at its own scale is drawn smaller, both ways.
  const perMetre = Math.min(across, room.height / (tall * times)), down = perMetre * times, left = LEFT + (room.width - perMetre * model.length) / 2;
  return {
    width, height, perMetre, down, times, depth, x: (at) => left + at * perMetre, y: (value) => ABOVE - value * down, chainage: (x) => (x - left) / perMetre, heightAt: (y) => (ABOVE - y) / down,
  };
}

function depthShown(model: SectionModel, moved: SectionModel): number {
  const site = model.focus === null ? null : model.features[model.focus], own = depthDrawn(model), least = site ? Math.max(own, (site.depth.bottom ?? 0) + ROOM) : own;
  const bottom = moved.focus === null ? 0 : moved.features[moved.focus].depth.bottom ?? 0;
  return bottom + 2 <= least ? least : least + Math.ceil((bottom + 2 - least) / STEP) * STEP;
}
