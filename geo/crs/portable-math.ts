/**
 * Elementary functions that give the same bits on every JavaScript engine.
 *
 * ECMAScript leaves the last bits of Math.sin, exp, atan … to the engine, and engines differ: Node 20 and Chromium 156
 * disagree on every one of them. Result files must be byte-identical in the browser and on the command line, so the
 * engine computes them itself, from operations that IEEE 754 fixes exactly: + - * / and the square root. Each is good
 * to about two units in the last place on the ranges that maps need (checked against Math.* in the tests).
 */

/** pi/2 in three parts whose first two have trailing zero bits, so that n * part is exact for the n that occur. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

export const PI = 3.141592653589793;
export const RADIANS = PI / 180;
export const DEGREES = 180 / PI;

/** Taylor coefficients 1/n!, enough for |x| <= pi/4. */
const SIN = [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800, -1 / 1307674368000, 1 / 355687428096000];
const COS = [1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600, -1 / 87178291200, 1 / 20922789888000, -1 / 6402373705728000];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
}
/** `low` is what the reduced argument lost to rounding. */
const sinCore = (x: number, low: number) => { const z = x * x; return x + (x * z * polynomial(SIN, z) + low * (1 - 0.5 * z)); };
const cosCore = (x: number, low: number) => { const z = x * x; const h = 0.5 * z; const w = 1 - h; return w + (((1 - w) - h) + (z * z * polynomial(COS, z) - x * low)); };

/** The sine of x and so many quarter turns: x = n * pi/2 + (high + low), |high| <= pi/4. For |x| up to about 1e5. */
function sinAfter(quarters: number, x: number): number {
  const n = Math.round(x / 1.5707963267948966);
  const first = x - n * HALF_PI_1;
  const second = n * HALF_PI_2;
  const high = first - second;
  const low = (first - high) - second - n * HALF_PI_3;
  const turn = (n + quarters) & 3;
  const value = turn % 2 === 0 ? sinCore(high, low) : cosCore(high, low);
  return turn < 2 ? value : -value;
}

export function sin(x: number): number {
  return sinAfter(0, x);
}
export function cos(x: number): number {
  return sinAfter(1, x);
}
export function tan(x: number): number {
  return sin(x) / cos(x);
}

/** atan of k/8, k = 0…8, in two parts. */
const ATAN_EIGHTHS = [
  [0, 0], [0.12435499454676144, -3.1253241424106846e-18], [0.24497866312686414, 9.593439338053837e-18],
  [0.3587706702705722, 1.4584410062021134e-17], [0.4636476090008061, 2.2698777452961687e-17],
  [0.5585993153435624, 1.8420573397098e-17], [0.6435011087932844, -1.589447307463138e-17],
  [0.7188299996216245, 2.7e-17], [0.7853981633974483, 3.061616997868383e-17],
] as const;
const ATAN = [-1 / 3, 1 / 5, -1 / 7, 1 / 9, -1 / 11, 1 / 13, -1 / 15, 1 / 17];

export function atan(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x < 0) return -atan(-x);
  if (x > 1) return HALF_PI_1 + (HALF_PI_2 - atan(1 / x));
  const k = Math.round(x * 8);
  const c = k / 8;
  const t = (x - c) / (1 + x * c);
  const z = t * t;
  const eighths = ATAN_EIGHTHS[k];
  return eighths[0] + (t + (t * z * polynomial(ATAN, z) + eighths[1]));
}
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x > 0) return atan(y / x);
  if (x < 0) return y >= 0 ? atan(y / x) + PI : atan(y / x) - PI;
  return y > 0 ? PI / 2 : y < 0 ? -PI / 2 : 0;
}
export function asin(x: number): number {
  return atan2(x, Math.sqrt((1 - x) * (1 + x)));
}

const EXP = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320, 1 / 362880, 1 / 3628800, 1 / 39916800, 1 / 479001600, 1 / 6227020800];

/** 2 to a whole power, exactly, by repeated multiplication. */
function powerOfTwo(n: number): number {
  let value = 1;
  let base = n < 0 ? 0.5 : 2;
  for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) value *= base;
    base *= base;
  }
  return value;
}
export function exp(x: number): number {
  if (x > 709) return Infinity;
  if (x < -745) return 0;
  const n = Math.round(x / 0.6931471805599453);
  const r = (x - n * LN2_HIGH) - n * LN2_LOW;
  return polynomial(EXP, r) * powerOfTwo(n);
}

const LOG = [1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15, 1 / 17, 1 / 19, 1 / 21];
export function log(x: number): number {
  if (x <= 0) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let n = 0;
  let m = x;
  while (m > 1.4142135623730951) { m *= 0.5; n++; }
  while (m < 0.7071067811865476) { m *= 2; n--; }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  return n * LN2_HIGH + (2 * s + (2 * s * z * polynomial(LOG, z) + n * LN2_LOW));
}

/** For small |x| by series, where (e^x - e^-x)/2 would cancel. */
export function sinh(x: number): number {
  if (Math.abs(x) < 0.5) { const z = x * x; return x + x * z * (1 / 6 + z * (1 / 120 + z * (1 / 5040 + z * (1 / 362880 + z * (1 / 39916800 + z / 6227020800))))); }
  const e = exp(x);
  return 0.5 * (e - 1 / e);
}
export function cosh(x: number): number {
  const e = exp(x);
  return 0.5 * (e + 1 / e);
}
export function atanh(x: number): number {
  return 0.5 * log1pRatio(x);
}
/** log((1 + x) / (1 - x)) without the loss near 0. */
function log1pRatio(x: number): number {
  if (Math.abs(x) > 0.17) return log((1 + x) / (1 - x));
  const z = x * x;
  return 2 * x + 2 * x * z * polynomial(LOG, z);
}
export function asinh(x: number): number {
  const a = Math.abs(x);
  // atanh(x / sqrt(1 + x^2)) is the same number and keeps small arguments exact.
  const value = a < 0.5 ? atanh(a / Math.sqrt(1 + a * a)) : log(a + Math.sqrt(1 + a * a));
  return x < 0 ? -value : value;
}
export function hypot(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
