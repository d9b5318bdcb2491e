import type { ImageMark } from '../drawing.ts';
import { decodeImage } from '../image/decode.ts';
import type { Pixels } from '../image/png.ts';
import type { Canvas, Window } from './canvas.ts';

/** @throws UserError `layout.image-jpeg`, `layout.image-damaged`, `layout.image-large` */
export const pixelsOf = ({ bytes, type }: ImageMark): Pixels => decodeImage(bytes, type);

/** An image on the rows of the band: every pixel of the sheet takes the mean of what lies under it, by area. */
export function paintImage(canvas: Canvas, { x, y, width, height }: ImageMark, image: Pixels, window: Window | null): void {
  const { scale, top, rows } = canvas;
  const columns = shares(x * scale, (x + width) * scale, 0, canvas.width, image.width), lines = shares(y * scale, (y + height) * scale, top, top + rows, image.height);
  for (const line of lines) for (const column of columns) {
    let red = 0, green = 0, blue = 0, sum = 0, seen = 0;
    for (let v = line.from; v <= line.to; v++) {
      const high = part(line, v);
      for (let u = column.from; u <= column.to; u++) {
        const weight = high * part(column, u), i = v * image.width + u, opaque = image.alpha ? weight * image.alpha[i] / 255 : weight;
        sum += weight;
        seen += opaque;
        red += opaque * image.rgb[3 * i];
        green += opaque * image.rgb[3 * i + 1];
        blue += opaque * image.rgb[3 * i + 2];
      }
    }
    if (seen > 0) canvas.put(column.at, line.at - top, red / seen, green / seen, blue / seen, seen / sum * line.cover * column.cover, window);
  }
}

/** A column (or row) of the sheet: how much of it the image covers, and from where to where it lies in the image. */
interface Share { at: number; cover: number; from: number; to: number; start: number; end: number }
function shares(low: number, high: number, least: number, most: number, count: number): Share[] {
  const first = Math.max(least, Math.floor(low)), last = Math.min(most, Math.ceil(high)) - 1, perPixel = count / (high - low);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = first + i, a = Math.max(at, low), b = Math.min(at + 1, high);
    const start = (a - low) * perPixel, end = (b - low) * perPixel, from = Math.min(count - 1, Math.floor(start));
    return { at, cover: b - a, start, end, from, to: Math.min(count - 1, Math.max(from, Math.ceil(end) - 1)) };
  }).filter(({ cover }) => cover > 0);
}
/** How much of a pixel of the image lies under a share; never nothing, for a share within one pixel. */
function part({ start, end }: Share, pixel: number): number {
  return Math.max(1e-9, Math.min(end, pixel + 1) - Math.max(start, pixel));
}
