import { formAt, GRIDS, OLD_SQUARE } from './districts.ts';
import { noise } from './random.ts';
import { dot, left, minus, unit, type XY } from './plane.ts';
import type { Terrain } from './terrain.ts';

/**
 * The direction of the streets at a place: a cross field, four directions at right angles. It is blended from the shore,
 * the river, the feet of the hills, the old square (rings and rays) and the planned grids. A cross is kept as the fourth
 * power of its direction as a complex number, so that crosses can be added and no trigonometry is needed.
 */
export interface StreetField { directionAt(point: XY): XY }

const CELLS = 320;
type Complex = [number, number];
const square = ([a, b]: Complex): Complex => [a * a - b * b, 2 * a * b];
const fourth = (direction: XY): Complex => square(square([direction[0], direction[1]]));
/** Half the angle of a unit complex number, in the right half plane. */
function half([c, s]: Complex): Complex {
  if (c < -0.999999) return [0, 1];
  const length = Math.sqrt((1 + c) * (1 + c) + s * s);
  return [(1 + c) / length, s / length];
}
/** Turns a unit vector by a small angle given as its tangent. */
const turn = ([x, y]: XY, tangent: number): XY => unit([x - y * tangent, y + x * tangent]);

interface Samples { x: Float64Array; y: Float64Array; c: Float64Array; s: Float64Array; weight: number; reach: number }

export function makeField(terrain: Terrain, seed: number): StreetField {
  const { scale, width, height } = terrain;
  const cell = width / CELLS, rows = Math.ceil(height / cell) + 1, columns = CELLS + 1;
  const cos = new Float64Array(rows * columns), sin = new Float64Array(rows * columns);
  const lines: Samples[] = [
    ...terrain.coast.map((line) => samples(line, false, 3, 420 * scale)),
    samples(terrain.river, true, 2.6, 330 * scale),
    ...[terrain.mountains, ...terrain.hills.map((hill) => hill.ring)].map((ring) => samples(ring, true, 2, 300 * scale)),
  ];
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const [c, s] = blend([column * cell, row * cell], lines, scale, seed);
    cos[row * columns + column] = c;
    sin[row * columns + column] = s;
  }
  return {
    directionAt(point) {
      const u = Math.min(columns - 1.001, Math.max(0, point[0] / cell)), v = Math.min(rows - 1.001, Math.max(0, point[1] / cell));
      const i = Math.floor(u), j = Math.floor(v), a = u - i, b = v - j, k = j * columns + i;
      const mix = (f: Float64Array) => (f[k] * (1 - a) + f[k + 1] * a) * (1 - b) + (f[k + columns] * (1 - a) + f[k + columns + 1] * a) * b;
      const direction = half(half(unit([mix(cos), mix(sin)]) as Complex));
      return turn(direction, 0.5 * formAt(point, scale, seed).wild * noise(seed + 51, point[0] / 260, point[1] / 260));
    },
  };
}

function blend(point: XY, lines: readonly Samples[], scale: number, seed: number): Complex {
  let c = 0, s = 0;
  const add = ([a, b]: Complex, weight: number) => { c += a * weight; s += b * weight; };
  for (const line of lines) {
    const near = nearestSample(line, point);
    if (near.weight > 0.01) add([line.c[near.index], line.s[near.index]], near.weight);
  }
  const metres = (p: XY): XY => [p[0] * 1000 * scale, p[1] * 1000 * scale];
  for (const grid of GRIDS) {
    const d = minus(point, metres(grid.at)), far = dot(d, d) / (grid.reach * grid.reach * 1e6 * scale * scale);
    add(fourth(grid.along), 1.6 / (1 + far * far * far));
  }
  const d = minus(point, metres(OLD_SQUARE)), far = dot(d, d) / (0.55 * 0.55 * 1e6 * scale * scale);
  if (far > 1e-6) add(fourth(left(unit(d))), 2.4 / (1 + far * far * far));
  add(fourth(turn([1, 0], 0.3 * noise(seed + 52, point[0] / (1800 * scale), point[1] / (1800 * scale)))), 0.15);
  return unit([c, s]) as Complex;
}

function samples(line: readonly XY[], closed: boolean, weight: number, reach: number): Samples {
  const n = closed ? line.length : line.length - 1;
  const out: Samples = { x: new Float64Array(n), y: new Float64Array(n), c: new Float64Array(n), s: new Float64Array(n), weight, reach };
  for (let i = 0; i < n; i++) {
    const a = line[i], b = line[(i + 1) % line.length];
    out.x[i] = (a[0] + b[0]) / 2; out.y[i] = (a[1] + b[1]) / 2;
    [out.c[i], out.s[i]] = fourth(unit(minus(b, a)));
  }
  return out;
}
function nearestSample(line: Samples, point: XY): { index: number; weight: number } {
  let index = 0, least = Infinity;
  for (let i = 0; i < line.x.length; i++) {
    const dx = line.x[i] - point[0], dy = line.y[i] - point[1], far = dx * dx + dy * dy;
    if (far < least) { least = far; index = i; }
  }
  const far = least / (line.reach * line.reach);
  return { index, weight: line.weight / (1 + far * far) };
}
