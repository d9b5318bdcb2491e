import type { F, Folder, Root } from '@tmcw/togeojson';
import type { Geometry } from 'geojson';
import { eachPosition, mapPositions, type Properties, type PropertyValue } from '../../../model/index.ts';
import { uniqueColumns } from '../../columns.ts';
import { columnsOf, type RawFeature } from '../../read-features.ts';
import { Tally } from '../tally.ts';
import type { EncodingGuess, RawLayer } from '../types.ts';
import { hasMarkup, wordsOf } from './markup.ts';

/** How a placemark is drawn there is no attribute of what it marks. */
const DRAWING = /^(?:style(?:Url|Hash|MapHash)|stroke(?:-.+)?|fill(?:-.+)?|icon(?:-.+)?|label-.+|visibility|open|coordinateProperties|altitudeMode|tessellate|extrude)$/;

/** One layer a folder that holds placemarks itself; nested ones are named by their way. */
export function layersOfTree(tree: Root, encoding: EncodingGuess, log: Tally): RawLayer[] {
  const groups: { name: string; features: F[] }[] = [];
  const walk = (children: Root['children'], path: readonly string[]): void => {
    const features = children.filter((child): child is F => child.type === 'Feature');
    if (features.length > 0) groups.push({ name: path.join('/'), features });
    for (const child of children) if (child.type === 'folder') walk(child.children, [...path, nameOf(child)]);
  };
  walk(tree.children, []);
  if (groups.length === 0) { log.add('kml.empty', 'warning'); groups.push({ name: '', features: [] }); }
  const names = uniqueColumns(groups.map(({ name }) => name || ' ').map((name) => name.trim() || 'KML'));
  return groups.map(({ features }, i) => {
    const name = groups.length === 1 && groups[0].name === '' ? '' : names[i];
    const own = new Tally(name);
    const raw = features.map((feature, row) => rawOf(feature, row + 1, own));
    return { name, columns: columnsOf(raw), features: raw, crs: { code: 'EPSG:4326', swapped: false, confidence: 1, reason: 'stated' as const }, encoding, issues: [...(i === 0 ? log.issues() : []), ...own.issues()] };
  });
}
const nameOf = (folder: Folder): string => { const name = folder.meta['name']; return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : 'Folder'; };

function rawOf({ id, geometry, properties }: F, row: number, log: Tally): RawFeature {
  const flat = geometry ? flattened(geometry, row, log) : null;
  const isBroken = flat !== null && !isUsable(flat);
  if (isBroken || flat === null) log.add('kml.geometry', 'warning', row);
  return { ...(id === undefined ? {} : { id }), geometry: isBroken ? null : flat, properties: attributesOf(properties ?? {}, row, log), ...(isBroken ? { broken: 'coordinates' } : {}) };
}
function flattened(geometry: Geometry, row: number, log: Tally): Geometry {
  let hasHeight = false;
  // Many programs write height 0 where there is none.
  eachPosition(geometry, ([, , z]) => { if (z !== undefined && z !== 0) hasHeight = true; });
  if (hasHeight) log.add('kml.flattened', 'info', row);
  return multi(mapPositions(geometry, ([x, y]) => [x, y]));
}
/** KML has collections only; those of one kind are what GeoJSON calls Multi…. */
function multi(geometry: Geometry): Geometry {
  if (geometry.type !== 'GeometryCollection' || geometry.geometries.length === 0) return geometry;
  const parts = geometry.geometries, types = new Set(parts.map(({ type }) => type));
  const type = types.size === 1 ? [...types][0] : null;
  if (type !== 'Point' && type !== 'LineString' && type !== 'Polygon') return geometry;
  return { type: `Multi${type}`, coordinates: parts.map((part) => (part as { coordinates: unknown }).coordinates) } as Geometry;
}
function isUsable(geometry: Geometry): boolean {
  let count = 0, isFinite = true;
  eachPosition(geometry, ([x, y]) => { count++; if (!Number.isFinite(x) || !Number.isFinite(y)) isFinite = false; });
  return count > 0 && isFinite;
}

function attributesOf(properties: Record<string, unknown>, row: number, log: Tally): Properties {
  const rows = Object.entries(properties).filter(([key]) => !DRAWING.test(key) && key !== '__proto__');
  return Object.fromEntries(rows.map(([key, value]) => [key === '' ? 'value' : key, plain(value, row, log)]));
}
/** Text stays text; what is marked as a web page gives its words. */
function plain(value: unknown, row: number, log: Tally): PropertyValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  const html = typeof value === 'object' && value !== null && (value as { '@type'?: unknown })['@type'] === 'html' ? String((value as { value?: unknown }).value ?? '') : null;
  const text = html ?? (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value));
  if (!hasMarkup(text)) return text.trim() === '' ? null : text.trim();
  log.add('kml.markup', 'info', row);
  return wordsOf(text) || null;
}
