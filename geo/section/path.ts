import type { Position } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { UserError } from '../model/index.ts';

/** Corners nearer than this are one, m. */
const SAME = 1e-6;

/** The line of a section in the plane: corners, and the metres from its start (chainage) at each. */
export class Path {
  readonly corners: readonly Position[];
  readonly at: readonly number[];

  /** @throws UserError `section.line` for less than two places */
  constructor(line: readonly Position[]) {
    const corners: Position[] = [], at: number[] = [];
    for (const [x, y] of line) {
      const before = corners[corners.length - 1], step = before ? distance(before, [x, y]) : 0;
      if (before && step < SAME) continue;
      at.push(before ? at[at.length - 1] + step : 0);
      corners.push([x, y]);
    }
    if (corners.length < 2 || !corners.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) throw new UserError('section.line');
    this.corners = corners;
    this.at = at;
  }
  static fromDegrees(line: readonly (readonly number[])[], plane: Plane): Path {
    return new Path(line.map(([lon, lat]) => plane.forward(lon, lat)));
  }

  get length(): number {
    return this.at[this.at.length - 1];
  }
  get segments(): number {
    return this.corners.length - 1;
  }
  /** The place at a chainage; the ends where it lies beyond them. */
  place(chainage: number): Position {
    const s = Math.max(0, Math.min(this.length, chainage)), i = this.segmentAt(s);
    const t = (s - this.at[i]) / (this.at[i + 1] - this.at[i]), [ax, ay] = this.corners[i], [bx, by] = this.corners[i + 1];
    return [ax + t * (bx - ax), ay + t * (by - ay)];
  }
  /** The direction of the line at a chainage, of length 1. */
  direction(chainage: number): Position {
    const i = this.segmentAt(Math.max(0, Math.min(this.length, chainage))), [ax, ay] = this.corners[i], [bx, by] = this.corners[i + 1], long = this.at[i + 1] - this.at[i];
    return [(bx - ax) / long, (by - ay) / long];
  }
  private segmentAt(s: number): number {
    let i = 0;
    while (i + 2 < this.at.length && this.at[i + 1] < s) i++;
    return i;
  }
  /** Chainage of the place nearest to a point, and how far off it is: to the left of the line below 0, to the right above. */
  nearest([x, y]: Position): { at: number; offset: number } {
    let best = { at: 0, offset: Infinity };
    for (let i = 0; i < this.segments; i++) {
      const [ax, ay] = this.corners[i], long = this.at[i + 1] - this.at[i];
      const ux = (this.corners[i + 1][0] - ax) / long, uy = (this.corners[i + 1][1] - ay) / long;
      const s = Math.max(0, Math.min(long, (x - ax) * ux + (y - ay) * uy)), away = distance([x, y], [ax + s * ux, ay + s * uy]);
      if (away < Math.abs(best.offset)) best = { at: this.at[i] + s, offset: ux * (y - ay) - uy * (x - ax) > 0 ? -away : away };
    }
    return best;
  }
}

export function distance(a: Position, b: Position): number {
  const dx = b[0] - a[0], dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}
