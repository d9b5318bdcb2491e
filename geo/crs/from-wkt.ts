import { UserError } from '../model/index.ts';
import type { Crs } from './crs.ts';
import type { DatumShift } from './datum.ts';
import { localGrid, type Projection } from './local-grid.ts';
import { planeByCode, ZONES } from './planes.ts';
import { crsByCode } from './table.ts';
import { ELLIPSOIDS, transverseMercator, type Ellipsoid } from './transverse-mercator.ts';
import { anyWithin, childOf, parseCrsWkt, type WktNode } from './wkt.ts';

/**
 * The Crs of a .prj file: well-known text of ESRI, OGC (WKT 1) and ISO 19162 (WKT 2, as QGIS writes it). It goes by the parameters, not by names and
 * codes. The order of axes that the text states is passed over: files hold easting first whatever it says, and `detectCrs` looks at the numbers.
 * With `shift`, the seven parameters of the survey office, older datums are read too. Null for what is no WKT or no such projection.
 * @throws UserError `crs.datum` for another datum without its parameters: nothing is shifted in silence.
 */
export function crsFromWkt(wkt: string, shift: DatumShift | null = null): Crs | null {
  const root = horizontal(parseCrsWkt(wkt) ?? undefined);
  const isProjected = root !== undefined && PROJECTED.includes(root.keyword);
  const geographic = isProjected ? childOf(root, GEOGRAPHIC) : root;
  const datum = childOf(geographic, 'DATUM|GEODETICDATUM|TRF|ENSEMBLE');
  const spheroid = childOf(datum, 'SPHEROID|ELLIPSOID');
  if (!root || !geographic || !datum || !spheroid || spheroid.numbers.length < 2 || !isUsual(root)) return null;
  const method = isProjected ? plain((childOf(root, 'PROJECTION') ?? childOf(childOf(root, 'CONVERSION'), 'METHOD'))?.name ?? '') : '';
  if (isWebMercator(root, method)) return crsByCode('EPSG:3857');
  const projection = isProjected ? projectionOf(root, method) : null;
  if (isProjected && !projection) return null;

  const [a, inverse] = spheroid.numbers;
  const ellipsoid: Ellipsoid = { a, f: inverse === 0 ? 0 : 1 / inverse };
  const name = root.name.trim() || 'WKT';
  const modern = modernEllipsoid(geographic, datum, a, inverse);
  if (!modern) {
    if (!shift) throw new UserError('crs.datum', { datum: datum.name.replace(/^D_/i, '').replaceAll('_', ' ') || '?' });
    return localGrid({ kind: 'datum', name, ellipsoid, projection: projection && toEquator(projection, ellipsoid), shift });
  }
  if (!projection) return crsByCode(modern === 'WGS84' ? 'EPSG:4326' : 'EPSG:4490');
  const own = toEquator(projection, ELLIPSOIDS[modern]);
  return listed(own, modern) ?? localGrid({ kind: 'transverse-mercator', name, ellipsoid: ELLIPSOIDS[modern], ...own });
}

const PROJECTED = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS'];
const GEOGRAPHIC = 'GEOGCS|GEOGCRS|GEOGRAPHICCRS|GEODCRS|GEODETICCRS|BASEGEOGCRS|BASEGEODCRS';

/** The part for x and y of a compound CRS, and what a bound one is bound from. */
function horizontal(node: WktNode | undefined): WktNode | undefined {
  if (!node || PROJECTED.includes(node.keyword) || GEOGRAPHIC.split('|').includes(node.keyword)) return node;
  if (node.keyword === 'COMPD_CS' || node.keyword === 'COMPOUNDCRS') return horizontal(node.children[0]);
  if (node.keyword === 'BOUNDCRS') return horizontal(childOf(node, 'SOURCECRS')?.children[0]);
  return undefined;
}
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Metres, degrees and Greenwich throughout. */
function isUsual(root: WktNode): boolean {
  const near = (value: number, ...wanted: number[]) => wanted.some((one) => Math.abs(value - one) < 1e-9);
  return !anyWithin(root, ({ keyword, numbers: [value] }) => (keyword === 'PRIMEM' && value !== 0) || (/^(?:LENGTH|ANGLE)?UNIT$/.test(keyword) && !near(value, 1, 0.0174532925199433)));
}
function isWebMercator(root: WktNode, method: string): boolean {
  return /pseudomercator|mercatorauxiliarysphere/.test(method) || (method.startsWith('mercator') && anyWithin(root, ({ keyword, children, name }) => keyword === 'EXTENSION' && children.length === 0 && name === 'PROJ4') && /pseudo|web|google|3857|900913/i.test(root.name));
}

interface Read extends Projection {
  latitudeOfOrigin: number;
}
/** Names of parameters in WKT 1 and 2, letters only, with the value where none stands. */
const PARAMETERS: { [Key in keyof Read]: { names: string[]; missing: number } } = {
  centralMeridian: { names: ['centralmeridian', 'longitudeofnaturalorigin', 'longitudeoforigin', 'longitudeofcenter'], missing: NaN },
  latitudeOfOrigin: { names: ['latitudeoforigin', 'latitudeofnaturalorigin', 'latitudeofcenter'], missing: 0 },
  scale: { names: ['scalefactor', 'scalefactoratnaturalorigin'], missing: 1 },
  falseEasting: { names: ['falseeasting'], missing: 0 },
  falseNorthing: { names: ['falsenorthing'], missing: 0 },
};
function projectionOf(root: WktNode, method: string): Read | null {
  if (!['transversemercator', 'gausskruger', 'gausskrueger', 'transversemercatorcomplex'].includes(method)) return null;
  const given = [...root.children, ...(childOf(root, 'CONVERSION')?.children ?? [])].filter(({ keyword }) => keyword === 'PARAMETER');
  const value = (key: keyof Read) => given.find(({ name }) => PARAMETERS[key].names.includes(plain(name)))?.numbers[0] ?? PARAMETERS[key].missing;
  const read: Read = { centralMeridian: value('centralMeridian'), scale: value('scale'), falseEasting: value('falseEasting'), falseNorthing: value('falseNorthing'), latitudeOfOrigin: value('latitudeOfOrigin') };
  return Object.values(read).every(Number.isFinite) && read.scale > 0 ? read : null;
}
/** The same with its origin on the equator. */
function toEquator({ latitudeOfOrigin, ...projection }: Read, ellipsoid: Ellipsoid): Projection {
  if (latitudeOfOrigin === 0) return projection;
  const [, north] = transverseMercator(ellipsoid, 0, projection.scale, 0, 0).forward(0, latitudeOfOrigin);
  return { ...projection, falseNorthing: projection.falseNorthing - north };
}

/** Names of datums that are CGCS2000 or WGS 84, or say nothing; ETRS89, NAD 83 and others share an ellipsoid and are still not the same. */
const MODERN = /china|cgcs|国家|2000坐标|wgs|world ?geodetic|itrf|unknown|undefined|unnamed|specified|user|custom|grs/;
const OLDER = /beijing|peking|bj.?54|xi.?an|北京|西安/;
function modernEllipsoid(geographic: WktNode, datum: WktNode, a: number, inverse: number): keyof typeof ELLIPSOIDS | null {
  const names = `${datum.name} ${geographic.name}`.toLowerCase().replaceAll('_', ' ');
  const isShifted = anyWithin(geographic, ({ keyword, numbers }) => keyword === 'TOWGS84' && numbers.some((value) => value !== 0));
  if (a !== 6378137 || OLDER.test(names) || !MODERN.test(names) || isShifted) return null;
  if (Math.abs(inverse - 298.257222101) < 5e-7) return 'CGCS2000';
  return Math.abs(inverse - 298.257223563) < 5e-7 ? 'WGS84' : null;
}

/** The plane of the table with just these parameters. */
function listed(wanted: Projection, ellipsoid: keyof typeof ELLIPSOIDS): Crs | null {
  const near = (a: number, b: number, by: number) => Math.abs(a - b) < by;
  for (const family of ZONES.filter((row) => row.ellipsoid === ellipsoid && near(row.scale, wanted.scale, 1e-12))) {
    for (let code = family.first; code <= family.last; code++) {
      const { centralMeridian, falseEasting, falseNorthing = 0 } = family.zone(code);
      if (near(centralMeridian, wanted.centralMeridian, 1e-10) && near(falseEasting, wanted.falseEasting, 1e-6) && near(falseNorthing, wanted.falseNorthing, 1e-6)) return crsByCode(planeByCode(String(code)).code);
    }
  }
  return null;
}
