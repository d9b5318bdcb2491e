import { UserError } from '../../model/index.ts';
import type { Drawing } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { Canvas } from './canvas.ts';
import { paintings } from './paintings.ts';

export interface RasterOptions {
  /** Pixels an inch. */
  dpi: number;
  /** Rows painted at a time; fewer take less memory and more time. The pixels are the same. */
  rows?: number;
}
/** Rows of the sheet from `top` on: red, green and blue of each pixel. Overwritten by the next band. */
export interface Band {
  top: number;
  rows: number;
  rgb: Uint8Array;
}
export interface Raster {
  width: number;
  height: number;
  dpi: number;
  bands(): Generator<Band, void, undefined>;
}
export const DPI = { least: 96, most: 600 } as const;
const MOST_MEGAPIXELS = 1200;
/** Pixels painted at a time: about 60 MB with all that belongs to them. */
const BAND = 6_000_000;

/**
 * A sheet as pixels, band by band, with the exact area of every shape in every pixel; no canvas, so that browser and command line give the same.
 * @throws UserError `layout.raster-dpi` outside 96…600, `layout.raster-large` beyond what a file can be, `layout.missing-letter`, `layout.image-*`
 */
export function rasterise(drawing: Drawing, faces: Faces, { dpi, rows }: RasterOptions): Raster {
  if (!(dpi >= DPI.least && dpi <= DPI.most)) throw new UserError('layout.raster-dpi', { dpi, least: DPI.least, most: DPI.most });
  const scale = dpi / 25.4, width = pixels(drawing.width * scale), height = pixels(drawing.height * scale);
  if (width * height > MOST_MEGAPIXELS * 1e6) {
    const fitting = Math.floor(dpi * Math.sqrt(MOST_MEGAPIXELS * 1e6 / (width * height)));
    throw new UserError('layout.raster-large', { width, height, most: MOST_MEGAPIXELS, fitting });
  }
  const all = paintings(drawing.marks, faces), step = Math.min(height, Math.max(1, Math.round(rows ?? Math.max(16, BAND / width))));
  return { width, height, dpi, bands: () => bands(new Canvas(width, step, scale), height) };

  function* bands(canvas: Canvas, of: number): Generator<Band, void, undefined> {
    for (let top = 0; top < of; top += canvas.rows) {
      canvas.start(top);
      const from = top / scale, to = (top + canvas.rows) / scale;
      for (const painting of all) if (painting.top < to && painting.bottom > from) painting.paint(canvas);
      const count = Math.min(canvas.rows, of - top);
      yield { top, rows: count, rgb: canvas.rgb.subarray(0, 3 * width * count) };
    }
  }
}
/** A pixel that the paper only begins is one too. */
const pixels = (exact: number): number => Math.max(1, Math.ceil(exact - 1e-6));
