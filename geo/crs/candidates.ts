import type { Extent } from '../model/index.ts';
import { UNKNOWN_GRID, type CrsGuess } from './crs.ts';
import { ZONES } from './planes.ts';
import { ZONE_AREAS, type ZoneArea } from './zone-areas.ts';

/** What coordinates may be, before they are looked at: a table made once. */
export interface Candidate {
  code: string;
  swapped: boolean;
  /** Where the places would have to lie, in degrees. */
  within: Extent;
  /** How common it is among the files of a Chinese planning office, against the others that fit the same numbers. */
  weight: number;
  reason: CrsGuess['reason'];
  /** Offered only where it leads to the place of the project. */
  onlyNear: boolean;
  /** Only to be mentioned: what the numbers cannot tell from its neighbour. */
  mention: boolean;
}

const CHINA: Extent = [73, 3, 136, 54];
const WORLD: Extent = [-180, -90, 180, 90];

/** A zone is used a little beyond its edges, so that a city need not be cut: degrees. */
const BEYOND = 0.6;
const zoneExtent = ({ meridian, half, south, north }: ZoneArea, beyond = BEYOND): Extent => [meridian - half - beyond, south - BEYOND, meridian + half + beyond, north + BEYOND];

type Row = Pick<Candidate, 'code' | 'within' | 'weight' | 'reason'> & Partial<Candidate>;
const bothWays = (row: Row): Candidate[] => [false, true].map((swapped) => ({ swapped, onlyNear: false, mention: false, ...row }));

const UTM: Row[] = ZONES.filter(({ id }) => id === 'utm-north' || id === 'utm-south').flatMap(({ id, first, last, zone }) => Array.from({ length: last - first + 1 }, (_, i): Row => {
  const { zone: number, centralMeridian: m } = zone(first + i);
  const inChina = id === 'utm-north' && number >= 43 && number <= 53;
  const [south, north] = inChina ? [CHINA[1], CHINA[3]] : id === 'utm-north' ? [0, 84] : [-80, 0];
  return { code: `EPSG:${first + i}`, within: [m - 3 - BEYOND, south, m + 3 + BEYOND, north], weight: 4, reason: 'assumed', onlyNear: !inChina };
}));

export const CANDIDATES: readonly Candidate[] = [
  ...bothWays({ code: 'EPSG:4490', within: CHINA, weight: 40, reason: 'range' }),
  ...bothWays({ code: 'GCJ-02', within: CHINA, weight: 1, reason: 'assumed', mention: true }),
  ...bothWays({ code: 'BD-09', within: CHINA, weight: 0.5, reason: 'assumed', mention: true }),
  // A zone number before the easting says the zone. 6-degree ones are rare, and some look like web mercator of eastern China.
  ...ZONE_AREAS.flatMap((zone) => bothWays({ code: zone.prefixed, within: zoneExtent(zone, zone.half < 2 ? 1.5 : BEYOND), weight: zone.half < 2 ? 40 : 15, reason: 'prefix' })),
  ...bothWays({ code: 'EPSG:3857', within: CHINA, weight: 15, reason: 'range' }),
  // Without it nothing tells one zone from the next. A 6-degree zone is in the same numbers the 3-degree zone of its meridian.
  ...ZONE_AREAS.filter(({ half }) => half < 2).flatMap((zone) => bothWays({ code: zone.plain, within: zoneExtent(zone), weight: 10, reason: 'assumed' })),
  ...UTM.flatMap(bothWays),
  ...bothWays({ code: 'EPSG:3857', within: WORLD, weight: 15, reason: 'range', onlyNear: true }),
  // Longitude before latitude is the rule of files; the other order is what people write.
  { code: 'EPSG:4326', swapped: false, within: WORLD, weight: 10, reason: 'range', onlyNear: false, mention: false },
  { code: 'EPSG:4326', swapped: true, within: WORLD, weight: 2, reason: 'range', onlyNear: false, mention: false },
];

/** What is left when nothing fits, and what always may be: a grid of the city's or the site's own. */
export const LOCAL: Omit<Candidate, 'within'> = { code: UNKNOWN_GRID, swapped: false, weight: 1, reason: 'assumed', onlyNear: false, mention: false };
