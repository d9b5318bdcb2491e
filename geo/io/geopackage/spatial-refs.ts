import { planeByCode } from '../../crs/index.ts';
import type { SqlValue } from '../database.ts';

const unit = 'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]';
const WGS84 = `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],${unit},AUTHORITY["EPSG","4326"]]`;
const CGCS2000 = `GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],${unit},AUTHORITY["EPSG","4490"]]`;

type Row = [name: string, id: number, organization: string, code: number, definition: string];

/** A row of gpkg_spatial_ref_sys: the two geographic ones and every planning CRS of geo/crs. */
export function spatialRef(epsg: number): Row {
  if (epsg === 4326) return ['WGS 84', 4326, 'EPSG', 4326, WGS84];
  if (epsg === 4490) return ['CGCS2000', 4490, 'EPSG', 4490, CGCS2000];
  const { name, centralMeridian, scale, falseEasting, falseNorthing, ellipsoid } = planeByCode(String(epsg));
  const parameters = Object.entries({ latitude_of_origin: 0, central_meridian: centralMeridian, scale_factor: scale, false_easting: falseEasting, false_northing: falseNorthing });
  const definition = `PROJCS["${name}",${ellipsoid === 'WGS84' ? WGS84 : CGCS2000},PROJECTION["Transverse_Mercator"],${parameters.map(([key, value]) => `PARAMETER["${key}",${value}]`).join(',')},UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","${epsg}"]]`;
  return [name, epsg, 'EPSG', epsg, definition];
}

/** What every GeoPackage has: two kinds of unknown, and WGS 84; and here CGCS2000. */
export function spatialRefs(): SqlValue[][] {
  return [
    ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined'], ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined'],
    spatialRef(4326), spatialRef(4490),
  ];
}
