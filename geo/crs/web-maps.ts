import { asinh, atan, atan2, cos, DEGREES, hypot, PI, RADIANS, sin, sinh, tan } from './portable-math.ts';

/** The systems of web maps. Files are read from them, never written in them. */
type Pair = [number, number];

/** Sphere of EPSG:3857 in metres (EPSG method 1024, Popular Visualisation Pseudo-Mercator). */
const SPHERE = 6378137;
export const webMercator = {
  toDegrees: (x: number, y: number): Pair => [x / SPHERE * DEGREES, atan(sinh(y / SPHERE)) * DEGREES],
  fromDegrees: (lon: number, lat: number): Pair => [lon * RADIANS * SPHERE, SPHERE * asinh(tan(lat * RADIANS))],
};

/**
 * GCJ-02, the shifted coordinates of Amap and Tencent. The shift is not published; these are the formulas that coordtransform, eviltransform
 * and gcoord share (Krassowsky's ellipsoid, metres). Nobody vouches for them: what is read from GCJ-02 stays approximate.
 */
const A = 6378245;
const E2 = 0.006693421622965943;
/** West, south, east, north; outside nothing is shifted. */
const SHIFTED = [72.004, 0.8293, 137.8347, 55.8271] as const;
const isShifted = (lon: number, lat: number): boolean => lon >= SHIFTED[0] && lat >= SHIFTED[1] && lon <= SHIFTED[2] && lat <= SHIFTED[3];

/** Waves of amplitude `a` over x * pi / period, two thirds of their sum. */
const waves = (...rows: readonly (readonly [a: number, angle: number])[]): number => rows.reduce((sum, [a, angle]) => sum + a * sin(angle * PI), 0) * 2 / 3;

function shift(lon: number, lat: number): Pair {
  const x = lon - 105, y = lat - 35;
  const root = Math.sqrt(Math.abs(x));
  const common: readonly [number, number][] = [[20, 6 * x], [20, 2 * x]];
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves(...common, [20, x], [40, x / 3], [150, x / 12], [300, x / 30]);
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves(...common, [20, y], [40, y / 3], [160, y / 12], [320, y / 30]);
  const s = sin(lat * RADIANS);
  const w = 1 - E2 * s * s;
  const rootW = Math.sqrt(w);
  return [east / (A / rootW * cos(lat * RADIANS)) * DEGREES, north / (A * (1 - E2) / (w * rootW)) * DEGREES];
}
function gcjFromDegrees(lon: number, lat: number): Pair {
  const [dLon, dLat] = shift(lon, lat);
  return [lon + dLon, lat + dLat];
}

/** BD-09 of Baidu from GCJ-02: a turn and a stretch about the origin of degrees (the same libraries; first in blog.csdn.net/coolypf/article/details/8569813). */
const TURN = PI * 3000 / 180;
function bdFromGcj(x: number, y: number): Pair {
  const z = hypot(x, y) + 0.00002 * sin(y * TURN);
  const theta = atan2(y, x) + 0.000003 * cos(x * TURN);
  return [z * cos(theta) + 0.0065, z * sin(theta) + 0.006];
}

/** The place that `forward` takes to the target: forward is near identity, so the miss is taken off until it is below 1e-12 degrees (0.1 µm). */
function inverted(forward: (x: number, y: number) => Pair, x: number, y: number): Pair {
  let [lon, lat] = [x, y];
  for (let i = 0; i < 30; i++) {
    const [nowX, nowY] = forward(lon, lat);
    const dx = x - nowX, dy = y - nowY;
    lon += dx;
    lat += dy;
    if (Math.abs(dx) + Math.abs(dy) < 1e-12) break;
  }
  return [lon, lat];
}

/** Only within the box of the shift; elsewhere these systems are plain degrees. */
const within = (change: (x: number, y: number) => Pair) => (x: number, y: number): Pair => (isShifted(x, y) ? change(x, y) : [x, y]);

export const gcj02 = {
  fromDegrees: within(gcjFromDegrees),
  toDegrees: within((x, y) => inverted(gcjFromDegrees, x, y)),
};
export const bd09 = {
  fromDegrees: within((lon, lat) => bdFromGcj(...gcjFromDegrees(lon, lat))),
  toDegrees: within((x, y) => inverted(gcjFromDegrees, ...inverted(bdFromGcj, x, y))),
};
