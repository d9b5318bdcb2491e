import { asinh, atan, atan2, atanh, cos, cosh, DEGREES, RADIANS, sin, sinh, tan } from './portable-math.ts';

/** Semi-major axis in metres and flattening. */
export interface Ellipsoid {
  a: number;
  f: number;
}
export const ELLIPSOIDS = {
  CGCS2000: { a: 6378137, f: 1 / 298.257222101 },
  WGS84: { a: 6378137, f: 1 / 298.257223563 },
} as const satisfies Record<string, Ellipsoid>;

export interface TransverseMercator {
  /** Longitude, latitude in degrees to easting, northing in metres. */
  forward(lon: number, lat: number): [number, number];
  inverse(x: number, y: number): [number, number];
  /** Plane length over ellipsoid length at a place given in the plane. */
  scaleAt(x: number, y: number): number;
}

/**
 * Transverse Mercator by Krüger's series to the sixth power of the third flattening (L. Krüger 1912; coefficients as
 * in C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011). Within a few
 * degrees of the central meridian the error is far below a micrometre.
 */
export function transverseMercator(ellipsoid: Ellipsoid, centralMeridian: number, scale: number, falseEasting: number, falseNorthing: number): TransverseMercator {
  const { a, f } = ellipsoid;
  const e = Math.sqrt(f * (2 - f));
  const n = f / (2 - f);
  const { alpha, beta, rectifying } = series(n);
  const A = scale * a * rectifying / (1 + n);
  const e2 = e * e;

  /** Tangent of the conformal latitude from the tangent of the latitude. */
  function conformal(tau: number): number {
    const root = Math.sqrt(1 + tau * tau);
    const sigma = sinh(e * atanh(e * tau / root));
    return tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
  }
  /** The inverse of `conformal` by Newton's method; three steps reach the last bit, and the next changes nothing. */
  function geographic(target: number): number {
    let tau = target / (1 - e2);
    for (let i = 0; i < 4; i++) {
      const now = conformal(tau), before = tau;
      tau += (target - now) / Math.sqrt(1 + now * now) * (1 + (1 - e2) * tau * tau) / ((1 - e2) * Math.sqrt(1 + tau * tau));
      if (tau === before) break;
    }
    return tau;
  }

  return {
    forward(lon, lat) {
      const lambda = (lon - centralMeridian) * RADIANS;
      const t = conformal(tan(lat * RADIANS));
      const cosLambda = cos(lambda);
      const xi = atan2(t, cosLambda);
      const eta = asinh(sin(lambda) / Math.sqrt(t * t + cosLambda * cosLambda));
      sumSeries(alpha, xi, eta);
      return [falseEasting + A * (eta + sums[1]), falseNorthing + A * (xi + sums[0])];
    },
    inverse(x, y) {
      const xi = (y - falseNorthing) / A;
      const eta = (x - falseEasting) / A;
      sumSeries(beta, xi, eta);
      const xi1 = xi - sums[0];
      const sinhEta = sinh(eta - sums[1]);
      const cosXi = cos(xi1);
      const tau = geographic(sin(xi1) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi));
      return [centralMeridian + atan2(sinhEta, cosXi) * DEGREES, atan(tau) * DEGREES];
    },
    scaleAt(x, y) {
      // k = k0 (1 + q + q²/6), q = E²/(2 k0² M N): the usual development, good to 1e-9 within a zone.
      const s = sin((y - falseNorthing) / A);
      const w = 1 - e2 * s * s;
      const mn = a * a * (1 - e2) / (w * w);
      const q = (x - falseEasting) * (x - falseEasting) / (2 * scale * scale * mn);
      return scale * (1 + q + q * q / 6);
    },
  };
}

/** What `sumSeries` came to: in one place, since a city has hundreds of thousands of corners and a pair for each is soon a burden. */
const sums = new Float64Array(2);

/** sum of c_j sin(2j xi) cosh(2j eta) and of c_j cos(2j xi) sinh(2j eta), by the addition theorems, into `sums`. */
function sumSeries(c: readonly number[], xi: number, eta: number): void {
  const s1 = sin(2 * xi), c1 = cos(2 * xi), sh1 = sinh(2 * eta), ch1 = cosh(2 * eta);
  let s = s1, k = c1, sh = sh1, ch = ch1, a = 0, b = 0;
  for (const coefficient of c) {
    a += coefficient * s * ch;
    b += coefficient * k * sh;
    const before = s, grown = sh;
    s = s * c1 + k * s1;
    k = k * c1 - before * s1;
    sh = sh * ch1 + ch * sh1;
    ch = ch * ch1 + grown * sh1;
  }
  sums[0] = a;
  sums[1] = b;
}

function series(n: number): { alpha: number[]; beta: number[]; rectifying: number } {
  const row = (from: number, ...c: number[]) => c.reduce((sum, value, i) => { let p = value; for (let k = 0; k < from + i; k++) p *= n; return sum + p; }, 0);
  return {
    alpha: [
      row(1, 1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
      row(2, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
      row(3, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
      row(4, 49561 / 161280, -179 / 168, 6601661 / 7257600),
      row(5, 34729 / 80640, -3418889 / 1995840),
      row(6, 212378941 / 319334400),
    ],
    beta: [
      row(1, 1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800),
      row(2, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720),
      row(3, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
      row(4, 4397 / 161280, -11 / 504, -830251 / 7257600),
      row(5, 4583 / 161280, -108847 / 3991680),
      row(6, 20648693 / 638668800),
    ],
    rectifying: row(0, 1, 0, 1 / 4, 0, 1 / 64, 0, 1 / 256),
  };
}
