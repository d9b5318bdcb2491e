import type { Geometry, Position } from 'geojson';
import { partsOf } from '../../../geometry/index.ts';
import type { GeometryKind } from '../../../schema/index.ts';
import { wound } from './rings.ts';
import { FILE_CODE, HEADER, INDEX_RECORD, LINE, MULTI_POINT, POINT, POLYGON, RECORD_HEADER, VERSION } from './shape-types.ts';

/** The lines (or rings) and points of one record. */
type Lines = Position[][];

/** Type of the whole file: a multipoint file where one feature has several points. */
export function shapeType(kind: GeometryKind, geometries: readonly Geometry[]): number {
  if (kind === 'point') return geometries.some((geometry) => pointsOf(geometry).length !== 1) ? MULTI_POINT : POINT;
  return kind === 'line' ? LINE : POLYGON;
}

/**
 * The .shp and the .shx of geometries of one kind, in the coordinates that are to be written. Exactly the record layouts of the ESRI
 * Shapefile Technical Description, July 1998: big-endian headers, lengths in words of two bytes, shells clockwise, holes against it.
 */
export function writeShp(geometries: readonly Geometry[], type: number): { shp: Uint8Array; shx: Uint8Array } {
  const contents = geometries.map((geometry) => contentOf(geometry, type));
  const shp = new Uint8Array(HEADER + contents.reduce((sum, { byteLength }) => sum + RECORD_HEADER + byteLength, 0));
  const shx = new Uint8Array(HEADER + contents.length * INDEX_RECORD);
  const view = new DataView(shp.buffer), index = new DataView(shx.buffer);
  let at = HEADER;
  contents.forEach((content, i) => {
    index.setInt32(HEADER + i * INDEX_RECORD, at / 2);
    index.setInt32(HEADER + i * INDEX_RECORD + 4, content.byteLength / 2);
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.byteLength / 2);
    shp.set(new Uint8Array(content.buffer), at + RECORD_HEADER);
    at += RECORD_HEADER + content.byteLength;
  });
  const box = boxOf(geometries.flatMap((geometry) => linesOf(geometry, type)));
  for (const header of [view, index]) writeHeader(header, type, box);
  return { shp, shx };
}

function writeHeader(view: DataView, type: number, box: readonly number[]): void {
  view.setInt32(0, FILE_CODE);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, type, true);
  box.forEach((value, i) => view.setFloat64(36 + i * 8, value, true));
}

function contentOf(geometry: Geometry, type: number): DataView {
  const lines = linesOf(geometry, type);
  const points = lines.flat();
  if (type === POINT) {
    const view = new DataView(new ArrayBuffer(20));
    view.setInt32(0, type, true);
    writePositions(view, 4, points.slice(0, 1));
    return view;
  }
  const start = type === MULTI_POINT ? 40 : 44 + lines.length * 4;
  const view = new DataView(new ArrayBuffer(start + points.length * 16));
  view.setInt32(0, type, true);
  boxOf(lines).forEach((value, i) => view.setFloat64(4 + i * 8, value, true));
  if (type === MULTI_POINT) view.setInt32(36, points.length, true);
  else {
    view.setInt32(36, lines.length, true);
    view.setInt32(40, points.length, true);
    let first = 0;
    lines.forEach((line, i) => { view.setInt32(44 + i * 4, first, true); first += line.length; });
  }
  writePositions(view, start, points);
  return view;
}
function writePositions(view: DataView, at: number, points: readonly Position[]): void {
  points.forEach(([x, y], i) => { view.setFloat64(at + i * 16, x, true); view.setFloat64(at + i * 16 + 8, y, true); });
}

function linesOf(geometry: Geometry, type: number): Lines {
  if (type === POINT || type === MULTI_POINT) return [pointsOf(geometry)];
  return simpleParts(geometry).flatMap((part) => {
    if (part.type === 'LineString') return [part.coordinates];
    return part.type === 'Polygon' ? part.coordinates.map((ring, i) => wound(ring, i > 0)) : [];
  });
}
const pointsOf = (geometry: Geometry): Position[] => simpleParts(geometry).flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []));
/** Points, lines and polygons that a geometry is made of. */
function simpleParts(geometry: Geometry): Geometry[] {
  const parts = partsOf(geometry);
  return parts.length === 1 && parts[0] === geometry ? parts : parts.flatMap(simpleParts);
}

/** West, south, east, north; zeros where there is nothing, as GDAL writes it. */
function boxOf(lines: Lines): number[] {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (const line of lines) for (const [x, y] of line) { west = Math.min(west, x); south = Math.min(south, y); east = Math.max(east, x); north = Math.max(north, y); }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}
