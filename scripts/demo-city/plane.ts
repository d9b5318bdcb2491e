/** Plane geometry on metres: what the generator needs, from + - * / and the square root only. */
export type XY = readonly [number, number];

export const minus = (a: XY, b: XY): XY => [a[0] - b[0], a[1] - b[1]];
export const along = (a: XY, direction: XY, distance: number): XY => [a[0] + direction[0] * distance, a[1] + direction[1] * distance];
export const between = (a: XY, b: XY, t: number): XY => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
export const dot = (a: XY, b: XY): number => a[0] * b[0] + a[1] * b[1];
export const cross = (a: XY, b: XY): number => a[0] * b[1] - a[1] * b[0];
export const left = (a: XY): XY => [-a[1], a[0]];
export const distance = (a: XY, b: XY): number => Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
export function unit(a: XY): XY {
  const length = Math.sqrt(dot(a, a));
  return length === 0 ? [1, 0] : [a[0] / length, a[1] / length];
}

/** Positive when anticlockwise. Rings here are open: the first point is not repeated. */
export function signedArea(ring: readonly XY[]): number {
  const origin = ring[0];
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) twice += cross(minus(ring[i], origin), minus(ring[i + 1], origin));
  return twice / 2;
}
export const areaOf = (ring: readonly XY[]): number => Math.abs(signedArea(ring));
export function perimeter(ring: readonly XY[]): number {
  return ring.reduce((sum, point, i) => sum + distance(point, ring[(i + 1) % ring.length]), 0);
}
export function centroid(ring: readonly XY[]): XY {
  const origin = ring[0];
  let twice = 0, x = 0, y = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const a = minus(ring[i], origin), b = minus(ring[i + 1], origin);
    const w = cross(a, b);
    twice += w; x += w * (a[0] + b[0]); y += w * (a[1] + b[1]);
  }
  return twice === 0 ? origin : [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)];
}

export function inside(ring: readonly XY[], point: XY): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if ((a[1] > point[1]) !== (b[1] > point[1]) && point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}

/** Where segment p-q crosses a-b: the share of p-q and of a-b; null where they do not meet. */
export function crossing(p: XY, q: XY, a: XY, b: XY): { u: number; v: number } | null {
  const r = minus(q, p), s = minus(b, a), d = cross(r, s);
  if (d === 0) return null;
  const w = minus(a, p);
  const u = cross(w, s) / d, v = cross(w, r) / d;
  return u >= 0 && u <= 1 && v >= 0 && v <= 1 ? { u, v } : null;
}

/** Nearest point of a polyline: its distance, segment, share of the segment and place. */
export function nearest(line: readonly XY[], point: XY, closed = false): { distance: number; segment: number; share: number; place: XY } {
  let best = { distance: Infinity, segment: 0, share: 0, place: line[0] };
  for (let i = 0; i < line.length - (closed ? 0 : 1); i++) {
    const a = line[i], d = minus(line[(i + 1) % line.length], a);
    const length = dot(d, d);
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(point, a), d) / length));
    const place = along(a, d, share);
    const far = distance(place, point);
    if (far < best.distance) best = { distance: far, segment: i, share, place };
  }
  return best;
}

/** Douglas-Peucker; the ends stay. */
export function simplify(line: readonly XY[], tolerance: number): XY[] {
  if (line.length < 3) return [...line];
  const chord = [line[0], line[line.length - 1]];
  let worst = 0, at = 0;
  for (let i = 1; i + 1 < line.length; i++) {
    const off = nearest(chord, line[i]).distance;
    if (off > worst) { worst = off; at = i; }
  }
  if (worst <= tolerance) return [line[0], line[line.length - 1]];
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}
export function simplifyRing(ring: readonly XY[], tolerance: number): XY[] {
  const half = Math.floor(ring.length / 2);
  return [...simplify(ring.slice(0, half + 1), tolerance).slice(0, -1), ...simplify([...ring.slice(half), ring[0]], tolerance).slice(0, -1)];
}

/** Catmull-Rom spline through the points, about `step` metres between the results. */
export function spline(points: readonly XY[], step: number): XY[] {
  const out: XY[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    const before = points[Math.max(0, i - 1)], after = points[Math.min(points.length - 1, i + 2)];
    const pieces = Math.max(1, Math.ceil(distance(a, b) / step));
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces, t2 = t * t, t3 = t2 * t;
      const blend = (j: 0 | 1) => 0.5 * (2 * a[j] + (b[j] - before[j]) * t + (2 * before[j] - 5 * a[j] + 4 * b[j] - after[j]) * t2 + (3 * a[j] - before[j] - 3 * b[j] + after[j]) * t3);
      out.push([blend(0), blend(1)]);
    }
  }
  out.push(points[points.length - 1]);
  return out;
}

export function lengthOf(line: readonly XY[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i++) sum += distance(line[i], line[i + 1]);
  return sum;
}
/** Point and direction at a distance from the start. */
export function pointAt(line: readonly XY[], far: number): { place: XY; direction: XY } {
  let rest = far;
  for (let i = 0; i + 1 < line.length; i++) {
    const length = distance(line[i], line[i + 1]);
    if (rest <= length || i + 2 === line.length) return { place: between(line[i], line[i + 1], length === 0 ? 0 : Math.min(1, rest / length)), direction: unit(minus(line[i + 1], line[i])) };
    rest -= length;
  }
  return { place: line[0], direction: [1, 0] };
}
/** The part of a line between two distances from its start. */
export function partOf(line: readonly XY[], from: number, to: number): XY[] {
  const out: XY[] = [pointAt(line, from).place];
  let at = 0;
  for (let i = 1; i < line.length; i++) {
    at += distance(line[i - 1], line[i]);
    if (at > from + 1e-6 && at < to - 1e-6) out.push(line[i]);
  }
  out.push(pointAt(line, to).place);
  return out;
}

/** Length along a direction and across it. */
export function extentAlong(ring: readonly XY[], direction: XY): { low: number; high: number } {
  let low = Infinity, high = -Infinity;
  for (const point of ring) { const at = dot(point, direction); low = Math.min(low, at); high = Math.max(high, at); }
  return { low, high };
}

/** Whether no two edges of the ring cross. */
export function isSimple(ring: readonly XY[]): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (crossing(ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])) return false;
    }
  }
  return true;
}

/**
 * A ring moved inwards, each edge by its own distance. Null where nothing sound is left: an edge turned round, the ring
 * crosses itself. The ring must run anticlockwise.
 */
export function inset(ring: readonly XY[], distances: readonly number[]): XY[] | null {
  const n = ring.length;
  const out: XY[] = [];
  for (let i = 0; i < n; i++) {
    const before = (i + n - 1) % n;
    const e = unit(minus(ring[i], ring[before])), f = unit(minus(ring[(i + 1) % n], ring[i]));
    const a = along(ring[i], left(e), distances[before]), b = along(ring[i], left(f), distances[i]);
    const sine = cross(e, f);
    if (Math.abs(sine) < 0.05) {
      if (dot(e, f) < 0) return null;
      out.push(a);
      if (Math.abs(distances[before] - distances[i]) > 0.01) out.push(b);
    } else out.push(along(a, e, cross(minus(b, a), f) / sine));
  }
  const clean = out.filter((point, i) => distance(point, out[(i + 1) % out.length]) > 0.3);
  if (clean.length < 3 || signedArea(clean) <= 0 || signedArea(clean) > signedArea(ring) || !isSimple(clean)) return null;
  return clean.every((point) => inside(ring, point)) ? clean : null;
}
export const insetBy = (ring: readonly XY[], distance: number): XY[] | null => inset(ring, ring.map(() => distance));
