import { crsByCode, type Crs, type CrsGuess } from '../../crs/index.ts';
import { UserError } from '../../model/index.ts';

/** The Crs that a file is to be written in. @throws UserError `crs.unlisted`, `crs.unwritable` for one that is only read */
export function crsForWriting(code: string): Crs {
  const crs = crsByCode(code);
  if (crs.importOnly) throw new UserError('crs.unwritable', { code });
  return crs;
}

export function crsFromWkt(wkt: string): CrsGuess | null {
  const meridian = Number(/PARAMETER\["central_meridian",([\d.-]+)/i.exec(wkt)?.[1]);
  const easting = Number(/PARAMETER\["false_easting",([\d.-]+)/i.exec(wkt)?.[1]);
  if (/^GEOGCS/.test(wkt)) return { code: /CGCS2000|China/i.test(wkt) ? 'EPSG:4490' : 'EPSG:4326', swapped: false, confidence: 1, reason: 'stated' };
  if (!/CGCS2000|China/i.test(wkt) || !Number.isFinite(meridian)) return null;
  return { code: `EPSG:${(easting > 1e6 ? 4513 : 4534) + meridian / 3 - 25}`, swapped: false, confidence: 1, reason: 'stated' };
}
