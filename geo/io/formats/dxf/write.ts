import type { Geometry, Position } from 'geojson';
import { reprojectorTo } from '../../../crs/index.ts';
import { partsOf, pointOnSurface } from '../../../geometry/index.ts';
import { say } from '../../../messages/index.ts';
import { UserError, type Layer } from '../../../model/index.ts';
import { encodingOfLabel } from '../../encoding.ts';
import { gbkLetter } from '../../gbk.ts';
import { crsForWriting } from '../file-crs.ts';
import { fileName } from '../file-names.ts';
import { Tally } from '../tally.ts';
import type { FormatWriteOptions, Written } from '../types.ts';
import { dxfFile } from './skeleton.ts';

/** Height of the letters in metres: 2.5 mm at 1:1000. */
const LETTERS = 2.5;
/** Decimals of a coordinate in metres: a tenth of a millimetre. */
const DECIMALS = 4;

/**
 * Outlines as closed LWPOLYLINEs, lines, points, and the features' names as TEXT, one CAD layer a schema, in metres of `options.crs`.
 * Attributes other than the name have no place in a drawing.
 *
 * @throws UserError `dxf.crs` where no projected CRS is given, `format.encoding`
 */
export function writeDxf(layers: readonly Layer[], options: FormatWriteOptions): Promise<Written> {
  const crs = options.crs === undefined ? null : crsForWriting(options.crs);
  if (crs?.unit !== 'metre') throw new UserError('dxf.crs', { code: crs?.code ?? '-' });
  const { geometry: project } = reprojectorTo(crs);
  const { version, encode } = versionOf(options.encoding);
  const log = new Tally('');
  const entities: string[] = [];
  const names = layers.map((layer) => layerName(say(`schema.${layer.schema}`, options.language ?? 'zh')));
  layers.forEach((layer, i) => {
    for (const { geometry, properties } of layer.features) {
      const plane = project(geometry);
      drawn(plane, names[i], entities, log);
      const name = String(properties['name'] ?? properties['id'] ?? '').replace(/[\r\n\u0000-\u001f]+/g, ' ').trim();
      if (name !== '') entities.push(text(name, pointOnSurface(plane), names[i], LETTERS));
    }
  });
  const bytes = encode(dxfFile(version, [...new Set(names)], entities));
  const base = layers.length === 1 ? fileName(layers[0].name || layers[0].id, layers[0].schema) : 'layers';
  return Promise.resolve({ files: [{ name: `${base}.dxf`, bytes }], issues: log.issues() });
}

/** A line, a point or words of a drawing, in metres; `height` of the letters likewise. */
export type DxfShape = { layer: string } & ({ line: readonly Position[]; closed: boolean } | { point: Position } | { text: string; at: Position; height: number });
/** A drawing at its true size. @throws UserError `format.encoding` */
export function dxfDrawing(shapes: readonly DxfShape[], label?: string): Uint8Array {
  const { version, encode } = versionOf(label), entities = shapes.map(shapeEntity);
  return encode(dxfFile(version, [...new Set(shapes.map(({ layer }) => layerName(layer)))], entities));
}

function shapeEntity(shape: DxfShape): string {
  const layer = layerName(shape.layer);
  if ('line' in shape) return polyline(shape.line, layer, shape.closed);
  return 'point' in shape ? entity('POINT', layer, 'AcDbPoint', place(10, shape.point)) : text(shape.text.replace(/[\u0000-\u001f]+/g, ' '), shape.at, layer, shape.height);
}

/**
 * AutoCAD 2007 (AC1021) is the first version whose text is UTF-8. GDAL does not look at the version but at the code page, so it needs
 * its setting DXF_ENCODING=UTF-8; AutoCAD 2004 (AC1018) in GBK is read by both as it is, letters beyond GBK as `\\U+` codes.
 */
const VERSIONS = {
  'utf-8': { version: 'AC1021', encode: (text: string): Uint8Array => new TextEncoder().encode(text) },
  gb18030: { version: 'AC1018', encode: (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => gbkLetter(letter) ?? unicode(letter))) },
} as const;
const unicode = (letter: string): number[] => Array.from({ length: letter.length }, (_, i) => `\\U+${letter.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`).flatMap((code) => [...code].map((sign) => sign.charCodeAt(0)));
function versionOf(label: string | undefined) {
  const encoding = label === undefined ? 'utf-8' : encodingOfLabel(label);
  if (encoding !== 'utf-8' && encoding !== 'gb18030') throw new UserError('format.encoding', { given: String(label), known: 'UTF-8, GBK' });
  return VERSIONS[encoding];
}

/** AutoCAD forbids these in names. */
const layerName = (name: string): string => name.replace(/[<>/\\":;?*|=,`\u0000-\u001f]/g, '_').slice(0, 255) || '0';

function drawn(geometry: Geometry, layer: string, entities: string[], log: Tally): void {
  const parts = partsOf(geometry);
  if (parts.length !== 1 || parts[0] !== geometry) { for (const part of parts) drawn(part, layer, entities, log); return; }
  if (geometry.type === 'Point') entities.push(entity('POINT', layer, 'AcDbPoint', place(10, geometry.coordinates)));
  if (geometry.type === 'LineString') entities.push(polyline(geometry.coordinates, layer, false));
  if (geometry.type !== 'Polygon') return;
  for (const ring of geometry.coordinates) entities.push(polyline(ring.slice(0, -1), layer, true));
  if (geometry.coordinates.length > 1) log.add('dxf.holes', 'info', null, {}, geometry.coordinates.length - 1);
}

/** `#` stands for the handle, which the skeleton counts. */
const entity = (type: string, layer: string, marker: string, body: string): string => `0\n${type}\n5\n#\n330\n1F\n100\nAcDbEntity\n8\n${layer}\n100\n${marker}\n${body}`;
const place = (code: number, [x, y]: Position): string => `${code}\n${x.toFixed(DECIMALS)}\n${code + 10}\n${y.toFixed(DECIMALS)}\n${code + 20}\n0.0\n`;
function polyline(line: readonly Position[], layer: string, isClosed: boolean): string {
  const corners = line.map(([x, y]) => `10\n${x.toFixed(DECIMALS)}\n20\n${y.toFixed(DECIMALS)}\n`).join('');
  return entity('LWPOLYLINE', layer, 'AcDbPolyline', `90\n${line.length}\n70\n${isClosed ? 1 : 0}\n${corners}`);
}
/** Centred on its place. `%%` and `^` would be read as codes. */
function text(name: string, at: Position, layer: string, letters: number): string {
  const plain = name.replaceAll('%%', '% %').replaceAll('^', '^ ');
  return entity('TEXT', layer, 'AcDbText', `${place(10, at)}40\n${letters}\n1\n${plain}\n72\n1\n${place(11, at)}100\nAcDbText\n73\n2\n`);
}
