import { zlibSync } from 'fflate';
import type { Drawing } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { mainFrame } from './ground.ts';
import { Parts } from './parts.ts';
import { rasterise } from './rasterise.ts';
import { groundTags, imageTags, TAG_TYPES, type Tag } from './tiff-tags.ts';
import type { RasterFileOptions } from './write-png.ts';
import { LEVEL } from './zlib-stream.ts';

/** Bytes of a strip before it is packed. */
const STRIP = 1 << 20;

/**
 * A sheet as TIFF, red, green and blue, deflated, with its dpi; a GeoTIFF in the CRS of its largest map frame where it has one.
 * @throws UserError as `rasterise`
 */
export async function writeTiff(drawing: Drawing, faces: Faces, options: RasterFileOptions): Promise<Uint8Array> {
  const rows = stripRows(drawing, options.dpi);
  const raster = rasterise(drawing, faces, { ...options, rows: rows * Math.max(1, Math.round((options.rows ?? 512) / rows)) }), { width, height, dpi } = raster;
  const file = new Parts(), offsets: number[] = [], lengths: number[] = [];
  const head = new Uint8Array(8);
  file.add(head);
  for (const band of raster.bands()) {
    for (let row = 0; row < band.rows; row += rows) {
      const strip = zlibSync(band.rgb.subarray(3 * width * row, 3 * width * Math.min(band.rows, row + rows)), { level: LEVEL });
      offsets.push(file.length);
      lengths.push(strip.length);
      file.add(strip);
    }
    await options.onBand?.(band.top + band.rows, height);
  }
  if (file.length % 2 === 1) file.add(new Uint8Array(1));
  const frame = mainFrame(drawing);
  head.set([0x49, 0x49, 42, 0]);
  new DataView(head.buffer).setUint32(4, file.length, true);
  file.add(directory([...imageTags(width, height, dpi, rows, offsets, lengths), ...(frame ? groundTags(frame, dpi) : [])], file.length));
  return file.joined();
}
function stripRows({ width }: Drawing, dpi: number): number {
  return Math.max(1, Math.floor(STRIP / (3 * width * dpi / 25.4)));
}

/** The directory at `start`: twelve bytes a field, and behind it the values that do not fit into four. */
function directory(tags: readonly Tag[], start: number): Uint8Array {
  const size = ({ type, values }: Tag) => TAG_TYPES[type].size * values.length;
  const behind = tags.reduce((sum, tag) => sum + (size(tag) > 4 ? size(tag) + size(tag) % 2 : 0), 0), fields = 2 + 12 * tags.length + 4;
  const bytes = new Uint8Array(fields + behind), view = new DataView(bytes.buffer);
  view.setUint16(0, tags.length, true);
  let free = fields;
  tags.forEach((tag, i) => {
    const { code, parts } = TAG_TYPES[tag.type], at = 2 + 12 * i;
    view.setUint16(at, tag.id, true);
    view.setUint16(at + 2, code, true);
    view.setUint32(at + 4, tag.values.length / parts, true);
    if (size(tag) <= 4) write(view, at + 8, tag);
    else {
      view.setUint32(at + 8, start + free, true);
      write(view, free, tag);
      free += size(tag) + size(tag) % 2;
    }
  });
  return bytes;
}
function write(view: DataView, at: number, { type, values }: Tag): void {
  const { size } = TAG_TYPES[type];
  values.forEach((value, i) => {
    if (size === 1) view.setUint8(at + i, value);
    else if (size === 2) view.setUint16(at + 2 * i, value, true);
    else if (size === 4) view.setUint32(at + 4 * i, value, true);
    else view.setFloat64(at + 8 * i, value, true);
  });
}
