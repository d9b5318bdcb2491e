import { noise } from './random.ts';
import type { XY } from './plane.ts';
import type { City } from './city.ts';

/**
 * Neighbourhoods that got car parks over the years and such that did not: from 0.15 to 1.85, 1 on average, changing over
 * half a kilometre. About 紫荆路 nothing was built: that is where the story of the demo is.
 */
export function luckAt({ seed, terrain }: Pick<City, 'seed' | 'terrain'>, place: XY): number {
  const size = 540 * Math.max(1, Math.sqrt(terrain.scale));
  const even = 1.1 + 1.6 * noise(seed + 61, place[0] / size, place[1] / size);
  const dx = place[0] / (1000 * terrain.scale) - 4.2, dy = place[1] / (1000 * terrain.scale) - 3.86;
  const forgotten = dx * dx / (0.75 * 0.75) + dy * dy / (0.36 * 0.36);
  return Math.min(1.85, Math.max(0.15, forgotten < 1 ? 0.3 : even));
}
