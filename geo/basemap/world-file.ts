import type { PixelGround } from '../layout/index.ts';
import { UserError } from '../model/index.ts';

/**
 * Place of a picture from its world file (ESRI): six numbers, a line each. The last two are the middle of the first pixel; here it is its upper left corner.
 * @throws UserError `basemap.world-file`
 */
export function readWorldFile(text: string, file: string): PixelGround {
  // Some programs write decimals with a comma.
  const numbers = text.replace(/^\uFEFF/, '').trim().split(/\s+/).map((one) => Number(one.replace(',', '.')));
  const [a, d, b, e, x, y] = numbers, size = Math.abs(a * e - b * d);
  if (numbers.length !== 6 || !numbers.every(Number.isFinite) || !(size > 0)) throw new UserError('basemap.world-file', { file });
  return { a, b, d, e, c: x - (a + b) / 2, f: y - (d + e) / 2 };
}
