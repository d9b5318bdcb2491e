import type { Geometry, Position } from 'geojson';
import type { Properties, PropertyValue } from '../../model/index.ts';
import { normalName } from '../../schema/index.ts';
import { isBlank } from './grid.ts';
import { withoutWebMap } from './web-map-names.ts';
import { parseWkt } from './wkt.ts';

/** How a table tells where its rows are. `columns` are those of the table. */
export type PlaceColumns =
  | { kind: 'degrees'; columns: [lon: string, lat: string] }
  /** East and north where the names say so; `named` is false for X and Y, of which Chinese surveyors call the northing X. */
  | { kind: 'plane'; columns: [east: string, north: string]; named: boolean }
  | { kind: 'pair' | 'wkt'; columns: [string] };

interface NamePair {
  kind: 'degrees' | 'plane';
  named: boolean;
  first: readonly string[];
  second: readonly string[];
}
/** What coordinate columns are called, the surer names first; compared without case, blanks and bracketed units. */
const PAIRS: readonly NamePair[] = [
  { kind: 'degrees', named: true, first: ['经度', '經度', 'longitude', 'lng', 'lon', 'long', '东经'], second: ['纬度', '緯度', 'latitude', 'lat', '北纬'] },
  { kind: 'plane', named: true, first: ['东坐标', '东向坐标', '东距', 'easting', 'east', 'e坐标', '横坐标', '横坐标y', 'y横坐标'], second: ['北坐标', '北向坐标', '北距', 'northing', 'north', 'n坐标', '纵坐标', '纵坐标x', 'x纵坐标'] },
  { kind: 'plane', named: false, first: ['x坐标', 'x', 'x座标', '坐标x', 'xcoord', 'xcoordinate', 'pointx', 'poix', 'coordx'], second: ['y坐标', 'y', 'y座标', '坐标y', 'ycoord', 'ycoordinate', 'pointy', 'poiy', 'coordy'] },
];
const PAIR_COLUMN = ['坐标', '经纬度', '位置坐标', '坐标点', 'location', 'coordinates', 'coordinate', 'lnglat', 'lonlat', 'latlng'];
const WKT_COLUMN = ['wkt', 'geometry', 'geom', 'thegeom', 'wktgeom', '几何', '图形', 'shape'];

/** Null for a table without places: a ledger that is to be joined to a layer. */
export function placeColumns(columns: readonly string[], rows: readonly Properties[]): PlaceColumns | null {
  // 高德经度, gcj02_lng: whose map it is says which system, not what the column is. A plain name wins.
  const byName = new Map([...columns.map((column) => [normalName(withoutWebMap(column)), column] as const), ...columns.map((column) => [normalName(column), column] as const)]);
  const named = (names: readonly string[]) => names.map((name) => byName.get(name)).find((column) => column !== undefined);
  const sample = rows.slice(0, 200);
  const mostly = (holds: (row: Properties) => boolean) => sample.length > 0 && sample.filter(holds).length >= sample.length / 2;
  const wkt = named(WKT_COLUMN);
  if (wkt !== undefined && mostly((row) => typeof row[wkt] === 'string' && parseWkt(row[wkt]) !== null)) return { kind: 'wkt', columns: [wkt] };
  for (const { kind, named: sure, first, second } of PAIRS) {
    const [a, b] = [named(first), named(second)];
    if (a === undefined || b === undefined || !mostly((row) => number(row[a]) !== null && number(row[b]) !== null)) continue;
    return kind === 'degrees' ? { kind, columns: [a, b] } : { kind, columns: [a, b], named: sure };
  }
  const pair = named(PAIR_COLUMN);
  return pair !== undefined && mostly((row) => pairOf(row[pair]) !== null) ? { kind: 'pair', columns: [pair] } : null;
}

/** Where a row is, in the table's own coordinates; null where its cells do not say. */
export function placeOfRow(row: Properties, places: PlaceColumns): Geometry | null {
  const [a, b] = places.columns;
  if (places.kind === 'wkt') return typeof row[a] === 'string' ? parseWkt(row[a])?.geometry ?? null : null;
  const position = places.kind === 'pair' ? pairOf(row[a]) : both(number(row[a]), number(row[b!]));
  return position && { type: 'Point', coordinates: position };
}

const both = (x: number | null, y: number | null): Position | null => (x === null || y === null ? null : [x, y]);

/** 113.5767; 「113.5767°E」; 「113°34'36.1"」; 2,489,440.167 */
export function number(cell: PropertyValue | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string' || isBlank(cell)) return null;
  const text = cell.normalize('NFKC').trim().replace(/^(?:东经|北纬|[EN])\s*/i, '').replace(/\s*[EN]$/i, '');
  // NFKC writes a double prime as two primes.
  const dms = /^(\d{1,3})\s*[°度]\s*(\d{1,2})\s*['′分]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["秒]|''|′′)?)?$/.exec(text);
  if (dms) return Number(dms[1]) + Number(dms[2]) / 60 + Number(dms[3] ?? 0) / 3600;
  const plain = text.replace(/[°度]$/, '').replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
function pairOf(cell: PropertyValue | undefined): Position | null {
  if (typeof cell !== 'string') return null;
  const parts = cell.normalize('NFKC').trim().replace(/^[([]|[)\]]$/g, '').split(/\s*[,;\s]\s*/);
  return parts.length === 2 ? both(number(parts[0]), number(parts[1])) : null;
}
