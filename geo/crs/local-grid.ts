import { UserError } from '../model/index.ts';
import type { Crs } from './crs.ts';
import { ARC_SECOND, datumShift, geocentric, geodetic, type DatumShift } from './datum.ts';
import { cos, sin } from './portable-math.ts';
import { crsByCode } from './table.ts';
import { ELLIPSOIDS, transverseMercator, type Ellipsoid } from './transverse-mercator.ts';

/** Parameters of a transverse Mercator: degrees, ratio, metres. */
export interface Projection {
  centralMeridian: number;
  scale: number;
  falseEasting: number;
  falseNorthing: number;
}
/** A projection of its own on CGCS2000 or WGS 84, for instance with the central meridian through the city. */
export interface ProjectedGrid extends Projection {
  kind: 'transverse-mercator';
  name: string;
  ellipsoid: Ellipsoid;
}
/**
 * Four parameters to a plane of the table, as survey offices write them (x north, y east):
 * X = northShift + scale (x cos α - y sin α), Y = eastShift + scale (x sin α + y cos α).
 */
export interface SimilarityGrid {
  kind: 'similarity';
  name: string;
  /** Code of the plane it leads to, `EPSG:4547`. */
  base: string;
  /** Metres. */
  eastShift: number;
  northShift: number;
  /** α in seconds of arc, from north to east: clockwise on the map. */
  rotation: number;
  scale: number;
}
/** An older datum (Beijing 54, Xi'an 80) with the seven parameters of its survey office. */
export interface DatumGrid {
  kind: 'datum';
  name: string;
  ellipsoid: Ellipsoid;
  /** Null for degrees of that datum. */
  projection: Projection | null;
  shift: DatumShift;
}
/** Plain JSON, from which the Crs is made again. Its numbers may be secret: the browser keeps it for its user, no project and no export has it. */
export type LocalGrid = ProjectedGrid | SimilarityGrid | DatumGrid;

/** Ellipsoids of the datums before CGCS2000: Krassowsky 1940 (EPSG 7024) and IAG 1975 (EPSG 7049). */
export const OLD_ELLIPSOIDS = { 'beijing-54': { a: 6378245, f: 1 / 298.3 }, 'xian-80': { a: 6378140, f: 1 / 298.257 } } as const satisfies Record<string, Ellipsoid>;

/** @throws UserError `crs.grid` where a number is missing or cannot be, `crs.unlisted` for an unknown base. */
export function localGrid(definition: LocalGrid): Crs {
  const wrong = faultOf(definition);
  if (wrong !== null) throw new UserError('crs.grid', { name: definition.name, field: wrong });
  return { code: `LOCAL:${definition.name}`, name: definition.name, kind: 'local', unit: definition.kind === 'datum' && !definition.projection ? 'degree' : 'metre', definition, ...MAKERS[definition.kind](definition as never) };
}

type Ways = Pick<Crs, 'toDegrees' | 'fromDegrees'>;
const MAKERS: { [Kind in LocalGrid['kind']]: (definition: Extract<LocalGrid, { kind: Kind }>) => Ways } = { 'transverse-mercator': projected, similarity, datum };

function projected({ ellipsoid, centralMeridian, scale, falseEasting, falseNorthing }: Projection & { ellipsoid: Ellipsoid }): Ways {
  const { forward, inverse } = transverseMercator(ellipsoid, centralMeridian, scale, falseEasting, falseNorthing);
  return { toDegrees: inverse, fromDegrees: forward };
}
function similarity({ base, eastShift, northShift, rotation, scale }: SimilarityGrid): Ways {
  const plane = crsByCode(base);
  const c = scale * cos(rotation * ARC_SECOND), s = scale * sin(rotation * ARC_SECOND);
  const square = c * c + s * s;
  return {
    toDegrees: (x, y) => plane.toDegrees(eastShift + c * x + s * y, northShift + c * y - s * x),
    fromDegrees(lon, lat) {
      const [east, north] = plane.fromDegrees(lon, lat);
      const dx = east - eastShift, dy = north - northShift;
      return [(c * dx - s * dy) / square, (s * dx + c * dy) / square];
    },
  };
}
/** Heights are unknown and taken as 0 on either side, which moves a place by about a millimetre for each 50 m of height. */
function datum({ ellipsoid, projection, shift }: DatumGrid): Ways {
  const { forward, inverse } = datumShift(shift);
  const plane: Ways = projection ? projected({ ...projection, ellipsoid }) : { toDegrees: (x, y) => [x, y], fromDegrees: (lon, lat) => [lon, lat] };
  const toDegrees = (x: number, y: number): [number, number] => {
    const [lon, lat] = geodetic(ELLIPSOIDS.CGCS2000, forward(geocentric(ellipsoid, ...plane.toDegrees(x, y))));
    return [lon, lat];
  };
  const back = (lon: number, lat: number): [number, number] => {
    const [oldLon, oldLat] = geodetic(ellipsoid, inverse(geocentric(ELLIPSOIDS.CGCS2000, lon, lat)));
    return plane.fromDegrees(oldLon, oldLat);
  };
  return {
    toDegrees,
    fromDegrees(lon, lat) {
      let [x, y] = back(lon, lat);
      const [wantedX, wantedY] = [x, y];
      // The height that `back` drops is not the one that `toDegrees` drops; the difference is taken off.
      for (let i = 0; i < 3; i++) {
        const [nowX, nowY] = back(...toDegrees(x, y));
        [x, y] = [x + wantedX - nowX, y + wantedY - nowY];
      }
      return [x, y];
    },
  };
}

/** A system of the table by its code, or a grid that was fitted. */
export type CrsRef = string | LocalGrid;
/** @throws UserError `crs.unlisted`, `crs.grid` */
export const crsOf = (ref: CrsRef): Crs => (typeof ref === 'string' ? crsByCode(ref) : localGrid(ref));

/** Numbers that each kind needs, and those of them that must be above 0. */
const NUMBERS = { 'transverse-mercator': ['centralMeridian', 'scale', 'falseEasting', 'falseNorthing', 'a', 'f'], similarity: ['eastShift', 'northShift', 'rotation', 'scale'], datum: ['a', 'f', 'dx', 'dy', 'dz', 'rx', 'ry', 'rz', 'ppm'] } as const;
const ABOVE_ZERO: readonly string[] = ['scale', 'a'];

/** The first field that is no number or cannot be what it says; null when all is well. A definition may come out of a file. */
function faultOf(definition: LocalGrid): string | null {
  if (!(definition.kind in NUMBERS)) return 'kind';
  const projection = definition.kind === 'datum' ? definition.projection : null;
  const flat: Record<string, unknown> = { ...definition, ...('ellipsoid' in definition ? definition.ellipsoid : {}), ...('shift' in definition ? definition.shift : {}), ...projection };
  const names = [...NUMBERS[definition.kind], ...(projection ? NUMBERS['transverse-mercator'] : [])];
  return names.find((name) => !Number.isFinite(flat[name]) || (ABOVE_ZERO.includes(name) && !((flat[name] as number) > 0))) ?? null;
}
