import type { Drawing } from '../../geo/layout/drawing.ts';
import { rasterise } from '../../geo/layout/raster/index.ts';
import { testFaces } from './faces.ts';

export interface Picture { width: number; height: number; rgb: Uint8Array }

/** A sheet painted whole. At 101.6 dpi four pixels are a millimetre. */
export async function painted(drawing: Drawing, dpi = 101.6, rows?: number): Promise<Picture> {
  const raster = rasterise(drawing, await testFaces(), { dpi, rows }), { width, height } = raster;
  const rgb = new Uint8Array(3 * width * height);
  for (const band of raster.bands()) rgb.set(band.rgb, 3 * width * band.top);
  return { width, height, rgb };
}
/** How dark the pixels are that black ink was laid on, 0…255, row by row. */
export function ink({ width, height, rgb }: Picture): number[][] {
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_x, x) => 255 - rgb[3 * (y * width + x)]));
}
/** Black ink in pixels. */
export const inkArea = (picture: Picture): number => ink(picture).flat().reduce((sum, value) => sum + value / 255, 0);

/** Mean difference of samples, of 255. */
export function difference(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} is not ${b.width} × ${b.height}`);
  return a.rgb.reduce((sum, value, i) => sum + Math.abs(value - b.rgb[i]), 0) / a.rgb.length;
}
