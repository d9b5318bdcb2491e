import { loadKernel } from '../../geo/geometry/index.ts';
import type { Polygon } from 'geojson';
import { noise } from './random.ts';
import { areaOf, distance, nearest, signedArea, simplifyRing, spline, type XY } from './plane.ts';

/** GEOS starts once, when the module loads, so that making a city is an ordinary function call. */
export const kernel = await loadKernel();

/**
 * The invented ground: sea, river, hills. Written in kilometres of a city of ordinary size, origin in the south-west;
 * `scale` makes it larger for benchmarks. None of it is taken from a real coast.
 */
export const WIDTH = 10, HEIGHT = 7.2;

/** Country around the city that is drawn so that the map does not end at its limit. */
export const MARGIN = 3.2;

/** A shore from the western limit to the river mouth. `true` marks quay walls, which stay straight. */
const WEST_SHORE: readonly [number, number, boolean][] = [
  [-4.2, 1.1, false], [-3.1, 1.75, false], [-2.2, 1.9, false], [-1.3, 1.45, false], [-0.6, 1.42, false],
  [0, 1.62, false], [0.45, 1.55, false], [0.95, 1.27, false], [1.24, 0.8, false], [1.5, 0.4, false], [1.86, 0.18, false], [2.16, 0.34, false], [2.24, 0.72, false], [2.3, 1.08, false],
  [2.52, 1.4, true], [3.42, 1.74, true], [3.62, 2.06, true], [3.9, 2.22, false], [4.24, 2.24, false], [4.54, 2.3, false], [4.78, 2.5, false],
];
const EAST_SHORE: readonly [number, number, boolean][] = [
  [5.1, 2.44, false], [5.3, 2.2, true], [5.36, 1.62, true], [6.02, 1.5, true], [6.08, 1.86, true], [6.34, 1.81, true], [6.28, 1.45, true], [7.3, 1.27, true], [7.37, 1.63, true], [7.62, 1.58, true],
  [7.56, 1.2, true], [8.1, 1.1, true], [8.3, 1.72, true], [8.6, 1.8, false], [9.05, 1.62, false], [9.5, 1.68, false], [10, 1.95, false], [10.7, 2.25, false], [11.6, 2.0, false], [12.6, 2.3, false], [13.4, 1.7, false], [14.2, 1.55, false],
];
/** Middle line of the river from the mountains to the sea, with half its width in metres. */
const RIVER: readonly [number, number, number][] = [
  [3.7, 10.4, 32], [3.95, 9.4, 35], [4.5, 8.5, 38], [4.6, 7.8, 42], [4.32, 7.25, 45], [4.24, 6.7, 48], [4.4, 6.1, 52], [4.85, 5.55, 58], [5.18, 5.0, 64], [5.2, 4.45, 70], [4.98, 3.9, 78], [4.86, 3.35, 90], [4.88, 2.9, 108], [4.94, 2.47, 150],
];
/** Foot of the northern mountains, from the western limit to the eastern one. */
const NORTH_FOOT: readonly XY[] = [
  [-4.2, 4.3], [-3.2, 4.75], [-2.3, 4.5], [-1.2, 5.0], [-0.2, 5.25], [0.5, 5.1], [1.0, 4.75], [1.5, 4.85], [2.0, 5.25], [2.5, 5.2], [2.95, 5.45], [3.3, 6.0], [3.85, 6.35], [4.3, 6.62],
  [4.8, 6.5], [5.3, 6.05], [5.9, 6.2], [6.4, 6.0], [6.8, 5.7], [7.35, 5.85], [7.95, 5.75], [8.35, 5.3], [8.9, 5.35], [9.5, 5.05], [10.2, 5.1], [11.2, 4.7], [12.1, 4.95], [13.0, 4.4], [14.2, 4.2],
];
/** Hills inside the city: centre, half axes, direction of the long axis. */
const HILLS: readonly { name: string; at: XY; axes: XY; turn: XY; kind: 'inner' | 'shore' }[] = [
  { name: '凤鸣山', at: [2.52, 3.72], axes: [0.56, 0.33], turn: [0.86, 0.51], kind: 'inner' },
  { name: '望潮岭', at: [7.02, 3.86], axes: [0.46, 0.27], turn: [0.94, -0.34], kind: 'inner' },
  { name: '灯塔山', at: [1.74, 0.74], axes: [0.42, 0.34], turn: [0.8, -0.6], kind: 'shore' },
];

const ISLAND: (typeof HILLS)[number] = { name: '灯塔岛', at: [4.05, 1.1], axes: [0.2, 0.12], turn: [0.9, 0.43], kind: 'shore' };
/** Where the built-up ground ends towards the country, west and east. */
const WEST_LIMIT: readonly XY[] = [[0.3, -3.4], [0.3, 1.0], [0.25, 1.6], [0.14, 2.3], [0.2, 2.95], [0.15, 3.7], [0.3, 4.3], [0.36, 4.9], [0.5, 5.6], [0.5, 10.6]];
const EAST_LIMIT: readonly XY[] = [[9.72, -3.4], [9.72, 1.2], [9.8, 1.9], [9.76, 2.6], [9.84, 3.3], [9.74, 4.0], [9.68, 4.7], [9.5, 5.3], [9.5, 10.6]];
/** Width of the greens and quays between the waterfront roads and the water, of the river greens, of the verge at the foot of a hill, m. */
const VERGE = { coast: 58, river: 46, hill: 15 } as const;

export interface Hill { name: string; ring: XY[] }
export type ShoreKind = 'coast' | 'river' | 'hill' | 'limit';
export interface Terrain {
  scale: number;
  /** Metres. */
  width: number;
  height: number;
  sea: XY[];
  river: XY[];
  riverLine: XY[];
  hills: Hill[];
  mountains: XY[];
  /** An island in the bay. */
  island: XY[];
  /** Ground of the city between its limits towards the country, sea and mountains included. */
  limit: XY[];
  /** West, south, east and north end of what is drawn, m. */
  frame: readonly [number, number, number, number];
  coast: XY[][];
  /** Ground to build on, between the waterfront roads and the roads at the feet of the hills; holes are the inner hills. */
  ground: { shell: XY[]; holes: XY[][] }[];
  /** The strip between those roads and the water or the wood. */
  shoreKind(point: XY): ShoreKind;
}

const closeRing = (ring: readonly XY[]): Polygon => ({ type: 'Polygon', coordinates: [[...ring, ring[0]].map(([x, y]) => [x, y])] });
export const polygonOf = closeRing;

function shore(points: readonly [number, number, boolean][], scale: number): XY[] {
  const out: XY[] = [];
  const metres = (p: readonly [number, number, boolean]): XY => [p[0] * 1000 * scale, p[1] * 1000 * scale];
  for (let i = 0; i < points.length;) {
    let j = i;
    while (j + 1 < points.length && !(points[j][2] && points[j + 1][2])) j++;
    out.push(...spline(points.slice(i, j + 1).map(metres), 60 * scale));
    i = j + 1;
  }
  return out;
}

/** Straight shores stay as drawn; natural ones get small coves. */
function weathered(line: readonly XY[], seed: number, scale: number): XY[] {
  return line.map(([x, y], i) => {
    if (i === 0 || i === line.length - 1) return [x, y];
    const straight = distance(line[i - 1], line[i]) > 75 * scale || distance(line[i], line[i + 1]) > 75 * scale;
    const sway = straight ? 0 : 16 * scale * noise(seed, x / (170 * scale), y / (170 * scale));
    return [x + sway, y + sway * 0.7];
  });
}

/** Points of an ellipse with noise, by halving its quarters: no trigonometry. */
function hillRing(hill: (typeof HILLS)[number], seed: number, scale: number): XY[] {
  let circle: XY[] = [[1, 0], [0, 1], [-1, 0], [0, -1]];
  for (let k = 0; k < 4; k++) circle = circle.flatMap((p, i) => {
    const q = circle[(i + 1) % circle.length];
    const x = p[0] + q[0], y = p[1] + q[1], length = Math.sqrt(x * x + y * y);
    return [p, [x / length, y / length] as XY];
  });
  return circle.map(([c, s]) => {
    const wobble = 1 + 0.2 * noise(seed, c * 1.7 + 9, s * 1.7) + 0.08 * noise(seed + 1, c * 4, s * 4);
    const u = c * hill.axes[0] * wobble, v = s * hill.axes[1] * wobble;
    return [(hill.at[0] + u * hill.turn[0] - v * hill.turn[1]) * 1000 * scale, (hill.at[1] + u * hill.turn[1] + v * hill.turn[0]) * 1000 * scale];
  });
}

export function makeTerrain(seed: number, scale: number): Terrain {
  const width = WIDTH * 1000 * scale, height = HEIGHT * 1000 * scale;
  const km = (p: readonly [number, number, ...number[]]): XY => [p[0] * 1000 * scale, p[1] * 1000 * scale];
  const around = MARGIN * 1000 * scale;
  const west = weathered(shore(WEST_SHORE, scale), seed + 11, scale), east = weathered(shore(EAST_SHORE, scale), seed + 12, scale);
  const riverLine = spline(RIVER.map(km), 80 * scale);
  const banks = riverBanks(riverLine, scale);
  const [mouthLeft, mouthRight] = [west[west.length - 1], east[0]];
  const river = counterClockwise([mouthLeft, mouthRight, ...banks.right.slice(0, -2).reverse(), ...banks.left.slice(0, -2)]);
  const sea = counterClockwise([...west, ...east, [east[east.length - 1][0], -around], [west[0][0], -around]]);
  const mountains = northern(seed, scale, height + around);
  const hills = HILLS.map((hill) => ({ name: hill.name, ring: hillRing(hill, seed + 21, scale) }));
  const hillRings = [mountains, ...hills.map((hill) => hill.ring)];
  const [westLimit, eastLimit] = [spline(WEST_LIMIT.map(km), 120 * scale), spline(EAST_LIMIT.map(km), 120 * scale)];
  const limit = counterClockwise([...westLimit, ...[...eastLimit].reverse()]);
  const island = hillRing(ISLAND, seed + 23, scale);
  const shoreKind = (point: XY): ShoreKind => {
    const ways: [ShoreKind, number][] = [['limit', Math.min(nearest(westLimit, point).distance, nearest(eastLimit, point).distance)], ['coast', Math.min(nearest(west, point).distance, nearest(east, point).distance) - VERGE.coast],
      ['river', nearest(river, point, true).distance - VERGE.river], ['hill', Math.min(...hillRings.map((ring) => nearest(ring, point, true).distance)) - VERGE.hill]];
    return ways.sort((a, b) => Math.abs(a[1]) - Math.abs(b[1]))[0][0];
  };
  return { scale, width, height, sea, river, riverLine, hills, mountains, island, limit, frame: [-around, -around, width + around, height + around], coast: [west, east], ground: buildable(limit, sea, river, hillRings), shoreKind };
}

function riverBanks(line: readonly XY[], scale: number): { left: XY[]; right: XY[] } {
  const half = spline(RIVER.map(([, y, w]) => [y * 1000 * scale, w * scale] as XY), 80 * scale);
  const sides = { left: [] as XY[], right: [] as XY[] };
  line.forEach((point, i) => {
    const [before, after] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
    const dx = after[0] - before[0], dy = after[1] - before[1], length = Math.sqrt(dx * dx + dy * dy);
    const w = (half[Math.min(half.length - 1, Math.round(i * (half.length - 1) / (line.length - 1)))] as XY)[1] / (scale > 1 ? Math.sqrt(scale) : 1);
    // Downstream the west bank is on the right hand.
    sides.left.push([point[0] + dy / length * w, point[1] - dx / length * w]);
    sides.right.push([point[0] - dy / length * w, point[1] + dx / length * w]);
  });
  return { left: sides.left.map((p) => p), right: sides.right };
}

function northern(seed: number, scale: number, top: number): XY[] {
  const foot = spline(NORTH_FOOT.map(([x, y]) => [x * 1000 * scale, y * 1000 * scale] as XY), 90 * scale)
    .map(([x, y]): XY => [x, y + 70 * scale * noise(seed + 31, x / (420 * scale), y / (420 * scale))]);
  return counterClockwise([...foot, [foot[foot.length - 1][0], top], [foot[0][0], top]]);
}

const counterClockwise = (ring: XY[]): XY[] => (signedArea(ring) < 0 ? [...ring].reverse() : ring);

function buildable(limit: XY[], sea: XY[], river: XY[], hills: XY[][]): Terrain['ground'] {
  const taken = kernel.union([kernel.buffer(closeRing(sea), VERGE.coast)!, kernel.buffer(closeRing(river), VERGE.river)!, ...hills.map((ring) => kernel.buffer(closeRing(ring), VERGE.hill)!)])!;
  const open = kernel.opening(kernel.difference(closeRing(limit), taken)!, 260)!;
  const parts = open.type === 'Polygon' ? [open.coordinates] : open.coordinates;
  return parts.map((rings) => rings.map((ring) => simplifyRing(ring.slice(0, -1).map(([x, y]) => [x, y] as XY), 3)))
    .filter(([shell]) => areaOf(shell) > 400_000)
    .map(([shell, ...holes]) => ({ shell: counterClockwise(shell), holes: holes.filter((hole) => areaOf(hole) > 20_000).map((hole) => (signedArea(hole) > 0 ? [...hole].reverse() : hole)) }));
}
