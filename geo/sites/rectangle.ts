import type { Geometry, Position } from 'geojson';
import { eachPosition } from '../model/index.ts';

/** The smallest rectangle around a planar geometry, by its long axis. */
export interface Rectangle {
  length: number;
  width: number;
  /** Middle line along the length. */
  axis: [Position, Position];
}

/** Rotating calipers: one side of the smallest rectangle lies on an edge of the hull (Freeman and Shapira 1975). Null for no ground. */
export function smallestRectangle(geometry: Geometry): Rectangle | null {
  const hull = convexHull(geometry);
  let best: Rectangle | null = null;
  let least = Infinity;
  hull.forEach(([ax, ay], i) => {
    const [bx, by] = hull[(i + 1) % hull.length];
    const edge = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    const [ux, uy] = [(bx - ax) / edge, (by - ay) / edge];
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of hull) {
      const u = (x - ax) * ux + (y - ay) * uy, v = (y - ay) * ux - (x - ax) * uy;
      u0 = Math.min(u0, u); u1 = Math.max(u1, u); v0 = Math.min(v0, v); v1 = Math.max(v1, v);
    }
    const [w, h] = [u1 - u0, v1 - v0];
    if (!(w * h < least * (1 - 1e-12))) return;
    least = w * h;
    const at = (u: number, v: number): Position => [ax + u * ux - v * uy, ay + u * uy + v * ux];
    const [um, vm] = [(u0 + u1) / 2, (v0 + v1) / 2];
    best = w >= h ? { length: w, width: h, axis: [at(u0, vm), at(u1, vm)] } : { length: h, width: w, axis: [at(um, v0), at(um, v1)] };
  });
  return best;
}

/** Andrew's monotone chain (1979); corners anticlockwise, none repeated. */
function convexHull(geometry: Geometry): Position[] {
  const all: Position[] = [];
  eachPosition(geometry, ([x, y]) => { all.push([x, y]); });
  all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const points = all.filter(([x, y], i) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  if (points.length < 3) return [];
  const half = (ordered: readonly Position[]) => {
    const chain: Position[] = [];
    for (const p of ordered) {
      while (chain.length >= 2 && turn(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(points), ...half([...points].reverse())];
  return hull.length < 3 ? [] : hull;
}
const turn = (o: Position, a: Position, b: Position) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
