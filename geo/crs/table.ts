import { issue, UserError, type FeatureId, type Issue } from '../model/index.ts';
import type { Crs } from './crs.ts';
import { planeByCode, ZONES, type ZoneFamily } from './planes.ts';
import { bd09, gcj02, webMercator } from './web-maps.ts';

/** What a picker shows: `say('crs.name.' + id, language, params)` is the name in the user's language. */
export interface CrsChoice {
  code: string;
  id: ZoneFamily['id'] | 'cgcs2000' | 'wgs84' | 'web-mercator' | 'gcj02' | 'bd09';
  params: Record<string, number>;
  kind: Crs['kind'];
  importOnly: boolean;
}
interface SingleRow extends Omit<Crs, 'definition'> {
  id: CrsChoice['id'];
  /** Other ways to write the code, in capitals. */
  aliases: readonly string[];
}

const same = (x: number, y: number): [number, number] => [x, y];
const degrees = { unit: 'degree', toDegrees: same, fromDegrees: same } as const;
const offset = { kind: 'offset', unit: 'degree', importOnly: true, approximate: true } as const;

/** Systems that stand alone. Families of zones are in planes.ts. */
const SINGLE: readonly SingleRow[] = [
  { id: 'cgcs2000', code: 'EPSG:4490', name: 'CGCS2000', kind: 'geographic', aliases: ['CGCS2000', 'EPSG:4480'], ...degrees },
  { id: 'wgs84', code: 'EPSG:4326', name: 'WGS 84', kind: 'geographic', aliases: ['WGS84', 'CRS84', 'OGC:CRS84', 'EPSG:4979'], ...degrees },
  { id: 'web-mercator', code: 'EPSG:3857', name: 'Web Mercator', kind: 'projected', unit: 'metre', importOnly: true, aliases: ['EPSG:900913', 'EPSG:102100', 'ESRI:102100'], ...webMercator },
  { id: 'gcj02', code: 'GCJ-02', name: 'GCJ-02', aliases: ['GCJ02'], ...offset, ...gcj02 },
  { id: 'bd09', code: 'BD-09', name: 'BD-09', aliases: ['BD09', 'BD09LL', 'BD-09LL'], ...offset, ...bd09 },
];

/** The order of the picker: what Chinese planning offices use first. */
const ORDER: readonly CrsChoice['id'][] = ['cgcs2000', 'three-meridian', 'three-zone', 'six-meridian', 'six-zone', 'wgs84', 'utm-north', 'utm-south', 'gcj02', 'bd09', 'web-mercator'];

export const CRS_CHOICES: readonly CrsChoice[] = ORDER.flatMap((id) => {
  const family = ZONES.find((row) => row.id === id);
  return family ? choicesOf(family) : SINGLE.filter((row) => row.id === id).map(({ code, kind, importOnly = false }): CrsChoice => ({ code, id, params: {}, kind, importOnly }));
});
function choicesOf({ id, first, last, zone }: ZoneFamily): CrsChoice[] {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const { zone: number, centralMeridian: meridian } = zone(first + i);
    return { code: `EPSG:${first + i}`, id, params: { zone: number, meridian }, kind: 'projected', importOnly: false };
  });
}

/** `urn:ogc:def:crs:EPSG::4547`, `http://www.opengis.net/def/crs/EPSG/0/4547`, `epsg 4547` and `4547` are all `EPSG:4547`. */
function normalCode(text: string): string {
  const plain = text.trim().toUpperCase().replace(/^(?:URN:OGC:DEF:CRS:|HTTPS?:\/\/WWW\.OPENGIS\.NET\/(?:DEF\/CRS\/|GML\/SRS\/))/, '');
  const number = /^(?:EPSG(?:\.XML)?[\s:/#]*(?:[\d.]*[:/])?\s*)?(\d{4,6})$/.exec(plain)?.[1];
  if (number) return `EPSG:${number}`;
  return /^OGC[:/][\d.]*[:/]?CRS84$/.test(plain) ? 'CRS84' : plain;
}

const cache = new Map<string, Crs>();

/**
 * The Crs of a code as files and people write it.
 * @throws UserError `crs.unlisted` for one that is not in the table.
 */
export function crsByCode(text: string): Crs {
  const code = normalCode(text);
  const known = cache.get(code);
  if (known) return known;
  const row = SINGLE.find((single) => single.code === code || single.aliases.includes(code));
  const crs = row ? crsOfRow(row) : crsOfZone(code);
  if (!crs) throw new UserError('crs.unlisted', { code: text.trim().slice(0, 60) });
  cache.set(code, crs);
  return crs;
}
function crsOfRow({ id: _id, aliases: _aliases, ...crs }: SingleRow): Crs {
  return crs;
}
function crsOfZone(code: string): Crs | null {
  const number = Number(code.slice(5));
  if (!ZONES.some(({ first, last }) => number >= first && number <= last)) return null;
  const { name, forward, inverse } = planeByCode(code);
  return { code, name, kind: 'projected', unit: 'metre', toDegrees: inverse, fromDegrees: forward };
}

/** What an importer lists for features from a Crs that is `approximate`; null for the others. */
export function approximateIssue(crs: Crs, features: FeatureId[]): Issue | null {
  return crs.approximate ? issue('crs.approximate', 'warning', { features, params: { crs: crs.code, n: features.length } }) : null;
}
