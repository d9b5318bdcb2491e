import type { Position } from 'geojson';

/** A polyline in the plane, with the metres from its start at each vertex. */
export interface Axis {
  line: Position[];
  at: number[];
}

export function axisOf(line: readonly Position[]): Axis {
  const at = [0];
  for (let i = 1; i < line.length; i++) at.push(at[i - 1] + length(line[i - 1], line[i]));
  return { line: [...line], at };
}

/** Metres along the axis of the place nearest to a point, and how far off the point is. */
export function project({ line, at }: Axis, [x, y]: Position): { station: number; away: number } {
  let best = { station: 0, away: Infinity };
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i];
    const dx = line[i + 1][0] - ax, dy = line[i + 1][1] - ay;
    const whole = dx * dx + dy * dy;
    const t = whole === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / whole));
    const away = length([x, y], [ax + t * dx, ay + t * dy]);
    if (away < best.away) best = { station: at[i] + t * (at[i + 1] - at[i]), away };
  }
  return best;
}

/** The stretch between two stations; beyond the ends the axis runs straight on. */
export function stretch({ line, at }: Axis, from: number, to: number): Position[] {
  const inner = line.filter((_, i) => at[i] > from && at[i] < to);
  return [place({ line, at }, from), ...inner, place({ line, at }, to)];
}
function place({ line, at }: Axis, station: number): Position {
  let i = 0;
  while (i + 2 < line.length && at[i + 1] < station) i++;
  const t = (station - at[i]) / (at[i + 1] - at[i]);
  return [line[i][0] + t * (line[i + 1][0] - line[i][0]), line[i][1] + t * (line[i + 1][1] - line[i][1])];
}

/** Stations where another line crosses the axis or ends on it; lines that run along it (below about 37 degrees) do not count. */
export function crossings(axis: Axis, other: readonly Position[], tolerance: number): number[] {
  const found: number[] = [];
  for (let j = 0; j + 1 < other.length; j++) {
    const [c, d] = [other[j], other[j + 1]];
    for (let i = 0; i + 1 < axis.line.length; i++) {
      const t = meets(axis.line[i], axis.line[i + 1], c, d, tolerance);
      if (t !== null) found.push(axis.at[i] + t * (axis.at[i + 1] - axis.at[i]));
    }
  }
  return found;
}
function meets(a: Position, b: Position, c: Position, d: Position, tolerance: number): number | null {
  const ux = b[0] - a[0], uy = b[1] - a[1], vx = d[0] - c[0], vy = d[1] - c[1];
  const cross = ux * vy - uy * vx;
  const lengths = length(a, b) * length(c, d);
  if (lengths === 0 || Math.abs(cross) < 0.6 * lengths) return null;
  const wx = c[0] - a[0], wy = c[1] - a[1];
  const t = (wx * vy - wy * vx) / cross, s = (wx * uy - wy * ux) / cross;
  const slackT = tolerance / length(a, b), slackS = tolerance / length(c, d);
  return t >= -slackT && t <= 1 + slackT && s >= -slackS && s <= 1 + slackS ? Math.max(0, Math.min(1, t)) : null;
}
export function length(a: Position, b: Position): number {
  const dx = b[0] - a[0], dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}
