import { planeByCode, type Plane } from '../../crs/index.ts';
import { UserError } from '../../model/index.ts';

/**
 * The text of a .prj file as ArcGIS writes it (WKT 1 in ESRI's dialect: Gauss_Kruger, names with underscores).
 * Names are those of ESRI's list of projected coordinate systems, by which GDAL and QGIS find the EPSG code again.
 */
const DEGREE = 'UNIT["Degree",0.0174532925199433]';
const BASES = {
  CGCS2000: `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],${DEGREE}]`,
  WGS84: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],${DEGREE}]`,
} as const;
const GEOGRAPHIC: Readonly<Record<string, string>> = { 'EPSG:4490': BASES.CGCS2000, 'EPSG:4326': BASES.WGS84 };

/** @throws UserError `crs.unwritable` for a CRS that has no such text (offset and local grids) */
export function esriWkt(code: string): string {
  if (Object.hasOwn(GEOGRAPHIC, code)) return GEOGRAPHIC[code];
  if (!/^EPSG:\d+$/.test(code)) throw new UserError('crs.unwritable', { code });
  const plane = planeByCode(code);
  const parameters = Object.entries({
    False_Easting: plane.falseEasting, False_Northing: plane.falseNorthing, Central_Meridian: plane.centralMeridian, Scale_Factor: plane.scale, Latitude_Of_Origin: 0,
  }).map(([name, value]) => `PARAMETER["${name}",${withPoint(value)}]`);
  const projection = plane.ellipsoid === 'WGS84' ? 'Transverse_Mercator' : 'Gauss_Kruger';
  return `PROJCS["${nameOf(plane)}",${BASES[plane.ellipsoid]},PROJECTION["${projection}"],${parameters.join(',')},UNIT["Meter",1.0]]`;
}

const withPoint = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

function nameOf({ code, centralMeridian, falseEasting, falseNorthing, ellipsoid }: Plane): string {
  if (ellipsoid === 'WGS84') return `WGS_1984_UTM_Zone_${(centralMeridian + 183) / 6}${falseNorthing > 0 ? 'S' : 'N'}`;
  const number = Number(code.slice(5));
  const family = number >= 4513 ? 'CGCS2000_3_Degree_GK' : 'CGCS2000_GK';
  return falseEasting > 1_000_000 ? `${family}_Zone_${Math.floor(falseEasting / 1_000_000)}` : `${family}_CM_${centralMeridian}E`;
}
