import type { Position } from 'geojson';
import { portable } from '../crs/index.ts';
import type { Path } from './path.ts';

/** Where another line crosses the section. */
export interface Crossing {
  /** Chainage, m. */
  at: number;
  /** Between the two, 0 … 90 degrees. */
  angle: number;
}
/** Crossings nearer together are one: two pieces that meet on the section, m. */
const SAME = 1e-4;

/** In order. A line that ends on the section crosses it; one that lies on it does not: it runs along. */
export function crossingsOf(path: Path, lines: readonly (readonly Position[])[]): Crossing[] {
  const found: Crossing[] = [];
  for (let i = 0; i < path.segments; i++) {
    const [ax, ay] = path.corners[i], ux = path.corners[i + 1][0] - ax, uy = path.corners[i + 1][1] - ay, long = path.at[i + 1] - path.at[i];
    for (const line of lines) {
      for (let k = 0; k + 1 < line.length; k++) {
        const [cx, cy] = line[k], vx = line[k + 1][0] - cx, vy = line[k + 1][1] - cy, cross = ux * vy - uy * vx;
        if (cross === 0) continue;
        const t = ((cx - ax) * vy - (cy - ay) * vx) / cross, s = ((cx - ax) * uy - (cy - ay) * ux) / cross;
        if (t < 0 || t > 1 || s < 0 || s > 1) continue;
        found.push({ at: path.at[i] + t * long, angle: portable.atan2(Math.abs(cross), Math.abs(ux * vx + uy * vy)) / portable.RADIANS });
      }
    }
  }
  found.sort((a, b) => a.at - b.at);
  return found.filter(({ at }, i) => i === 0 || at - found[i - 1].at > SAME);
}
