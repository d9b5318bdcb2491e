import type { Geometry, Position } from 'geojson';
import { UserError } from '../../../model/index.ts';
import { viewOf } from '../../bytes.ts';
import { polygonOf } from './rings.ts';
import { FILE_CODE, HEADER, INDEX_RECORD, LINE, MULTI_PATCH, MULTI_POINT, POINT, RECORD_HEADER, SHAPE_TYPES } from './shape-types.ts';

/** `geometry` null for a null shape. `fault` where the record contradicts itself. */
export interface Shape {
  geometry: Geometry | null;
  fault?: true;
  /** Height (Z) or measure (M) that was left out. */
  extra?: 'Z' | 'M';
}

/**
 * Reads the shapes of a .shp file in the order of its rows. Source: ESRI Shapefile Technical Description, July 1998. Coordinates are
 * as in the file. Every length and count is compared with the bytes that there are before it is believed. The index (.shx) leads
 * where it is sound, because programs that edit in place leave dead records between the living; else record follows record.
 *
 * @throws UserError `shapefile.damaged`, `shapefile.multipatch`
 */
export function readShp(bytes: Uint8Array, index: Uint8Array | undefined): Shape[] {
  const view = viewOf(bytes);
  if (bytes.length < HEADER || view.getInt32(0) !== FILE_CODE) throw new UserError('shapefile.damaged', { part: '.shp' });
  const type = view.getInt32(32, true);
  if (type === MULTI_PATCH) throw new UserError('shapefile.multipatch');
  if (!SHAPE_TYPES.has(type)) throw new UserError('shapefile.damaged', { part: '.shp' });
  return (offsetsOfIndex(index, view) ?? offsetsInTurn(view)).map((at) => shapeAt(view, at));
}

/** Length of the content of the record at `at` in bytes, or -1 where it does not fit into the file. */
function lengthAt(view: DataView, at: number): number {
  if (at < HEADER || at + RECORD_HEADER + 4 > view.byteLength) return -1;
  const length = view.getInt32(at + 4) * 2;
  return length >= 4 && at + RECORD_HEADER + length <= view.byteLength ? length : -1;
}
function offsetsOfIndex(index: Uint8Array | undefined, view: DataView): number[] | null {
  if (!index || index.length < HEADER || viewOf(index).getInt32(0) !== FILE_CODE) return null;
  const rows = viewOf(index);
  const offsets = Array.from({ length: Math.floor((index.length - HEADER) / INDEX_RECORD) }, (_, i) => rows.getInt32(HEADER + i * INDEX_RECORD) * 2);
  return offsets.length > 0 && new Set(offsets).size === offsets.length && offsets.every((at) => lengthAt(view, at) >= 0) ? offsets : null;
}
function offsetsInTurn(view: DataView): number[] {
  const offsets: number[] = [];
  for (let at = HEADER, length = lengthAt(view, at); length >= 0; length = lengthAt(view, at)) {
    offsets.push(at);
    at += RECORD_HEADER + length;
  }
  return offsets;
}

const FAULT: Shape = { geometry: null, fault: true };

function shapeAt(view: DataView, at: number): Shape {
  const record = new DataView(view.buffer, view.byteOffset + at + RECORD_HEADER, lengthAt(view, at));
  const type = SHAPE_TYPES.get(record.getInt32(0, true));
  if (!type) return FAULT;
  if (type.flat === 0) return { geometry: null };
  const geometry = type.flat === POINT ? pointOf(record) : type.flat === MULTI_POINT ? multiPointOf(record) : partsOf(record, type.flat);
  if (geometry === undefined) return FAULT;
  return type.extra && geometry ? { geometry, extra: type.extra } : { geometry };
}

const position = (record: DataView, at: number): Position => [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
function positions(record: DataView, at: number, from: number, to: number): Position[] {
  const list = new Array<Position>(to - from);
  for (let i = from; i < to; i++) list[i - from] = position(record, at + i * 16);
  return list;
}

function pointOf(record: DataView): Geometry | undefined {
  return record.byteLength >= 20 ? { type: 'Point', coordinates: position(record, 4) } : undefined;
}
/** Type, box, number of points, points. */
function multiPointOf(record: DataView): Geometry | null | undefined {
  const count = record.byteLength >= 40 ? record.getInt32(36, true) : -1;
  if (count < 0 || 40 + count * 16 > record.byteLength) return undefined;
  if (count === 0) return null;
  const coordinates = positions(record, 40, 0, count);
  return count === 1 ? { type: 'Point', coordinates: coordinates[0] } : { type: 'MultiPoint', coordinates };
}
/** Type, box, number of parts, number of points, first point of each part, points. */
function partsOf(record: DataView, type: number): Geometry | null | undefined {
  const parts = record.byteLength >= 44 ? record.getInt32(36, true) : -1;
  const count = parts >= 0 ? record.getInt32(40, true) : -1;
  const start = 44 + parts * 4;
  if (count < 0 || start + count * 16 > record.byteLength) return undefined;
  if (parts === 0 || count === 0) return null;
  const firsts = Array.from({ length: parts }, (_, i) => record.getInt32(44 + i * 4, true));
  if (firsts[0] !== 0 || firsts.some((first, i) => first > count || (i > 0 && first < firsts[i - 1]))) return undefined;
  const lines = firsts.map((first, i) => positions(record, start, first, firsts[i + 1] ?? count)).filter((line) => line.length > 0);
  if (type !== LINE) return polygonOf(lines);
  return lines.length === 1 ? { type: 'LineString', coordinates: lines[0] } : { type: 'MultiLineString', coordinates: lines };
}
