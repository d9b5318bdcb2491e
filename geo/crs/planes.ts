import { extentCentre, UserError, type Layer } from '../model/index.ts';
import { ELLIPSOIDS, transverseMercator, type TransverseMercator } from './transverse-mercator.ts';

/** A planning CRS: metres, easting first (the program's order; the standards write northing first). */
export interface Plane extends TransverseMercator {
  /** `EPSG:4547` */
  code: string;
  name: string;
  centralMeridian: number;
  scale: number;
  falseEasting: number;
  falseNorthing: number;
  ellipsoid: keyof typeof ELLIPSOIDS;
}

/** A family of zones with consecutive EPSG codes. Source: the EPSG registry, names as registered. */
export interface ZoneFamily {
  /** Words under `crs.name.<id>`, filled with zone and meridian. */
  id: 'three-meridian' | 'three-zone' | 'six-meridian' | 'six-zone' | 'utm-north' | 'utm-south';
  first: number;
  last: number;
  ellipsoid: keyof typeof ELLIPSOIDS;
  scale: number;
  /** Central meridian, false easting and name of the zone with this code. */
  zone(code: number): { zone: number; centralMeridian: number; falseEasting: number; falseNorthing?: number; name: string };
}

export const ZONES: readonly ZoneFamily[] = [
  { id: 'three-zone', first: 4513, last: 4533, ellipsoid: 'CGCS2000', scale: 1, zone: (code) => threeDegree(code - 4513 + 25, true) },
  { id: 'three-meridian', first: 4534, last: 4554, ellipsoid: 'CGCS2000', scale: 1, zone: (code) => threeDegree(code - 4534 + 25, false) },
  { id: 'six-zone', first: 4491, last: 4501, ellipsoid: 'CGCS2000', scale: 1, zone: (code) => sixDegree(code - 4491 + 13, true) },
  { id: 'six-meridian', first: 4502, last: 4512, ellipsoid: 'CGCS2000', scale: 1, zone: (code) => sixDegree(code - 4502 + 13, false) },
  { id: 'utm-north', first: 32601, last: 32660, ellipsoid: 'WGS84', scale: 0.9996, zone: (code) => utm(code - 32600, false) },
  { id: 'utm-south', first: 32701, last: 32760, ellipsoid: 'WGS84', scale: 0.9996, zone: (code) => utm(code - 32700, true) },
];

function threeDegree(zone: number, prefix: boolean) {
  const centralMeridian = zone * 3;
  return { zone, centralMeridian, falseEasting: 500_000 + (prefix ? zone * 1_000_000 : 0), name: prefix ? `CGCS2000 3° zone ${zone}` : `CGCS2000 3° CM ${centralMeridian}E` };
}
function sixDegree(zone: number, prefix: boolean) {
  const centralMeridian = zone * 6 - 3;
  return { zone, centralMeridian, falseEasting: 500_000 + (prefix ? zone * 1_000_000 : 0), name: prefix ? `CGCS2000 6° zone ${zone}` : `CGCS2000 6° CM ${centralMeridian}E` };
}
function utm(zone: number, south: boolean) {
  return { zone, centralMeridian: zone * 6 - 183, falseEasting: 500_000, falseNorthing: south ? 10_000_000 : 0, name: `WGS 84 UTM ${zone}${south ? 'S' : 'N'}` };
}

const cache = new Map<number, Plane>();

/**
 * The plane of an EPSG code (`EPSG:4547`, `4547`).
 * @throws UserError `crs.unknown` for a code outside the table.
 */
export function planeByCode(text: string): Plane {
  const code = Number(/^\s*(?:epsg:)?(\d+)\s*$/i.exec(text)?.[1]);
  const family = ZONES.find(({ first, last }) => code >= first && code <= last);
  if (!family) throw new UserError('crs.unknown', { code: text });
  const known = cache.get(code);
  if (known) return known;
  const { centralMeridian, falseEasting, falseNorthing = 0, name } = family.zone(code);
  const plane: Plane = {
    code: `EPSG:${code}`, name, centralMeridian, scale: family.scale, falseEasting, falseNorthing, ellipsoid: family.ellipsoid,
    ...transverseMercator(ELLIPSOIDS[family.ellipsoid], centralMeridian, family.scale, falseEasting, falseNorthing),
  };
  cache.set(code, plane);
  return plane;
}

/** The planning CRS of a place: the CGCS2000 3-degree zone (no prefix) within China's range, else WGS 84 UTM. */
export function planeFor(lon: number, lat: number): Plane {
  if (lon >= 73.5 && lon < 136.5 && lat >= 3 && lat <= 54) return planeByCode(String(4534 + Math.round(lon / 3) - 25));
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1));
  return planeByCode(String((lat < 0 ? 32700 : 32600) + zone));
}

/** One plane for everything an analysis sees: the given code, or the zone of the centre of all features. */
export function planeForLayers(layers: readonly Layer[], code: string | null = null): Plane {
  if (code && code !== 'auto') return planeByCode(code);
  const centre = extentCentre(layers.flatMap((layer) => layer.features));
  return centre ? planeFor(...centre) : planeByCode('4547');
}
