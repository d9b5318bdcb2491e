import { portable } from '../../crs/index.ts';
import { ZIGZAG } from './jpeg-blocks.ts';
import { damaged } from './png-chunks.ts';
import type { Pixels } from './png.ts';

/** One of the planes that a JPEG is made of. */
export interface Component {
  id: number;
  /** Samples in a unit, across and down. */
  h: number;
  v: number;
  /** Samples a pixel. */
  shareX: number;
  shareY: number;
  /** Blocks as stored, whole units, and those that the image needs. */
  blocksX: number;
  blocksY: number;
  usedX: number;
  usedY: number;
  table: number;
  /** Steps of the coefficients in the order in which they are stored. */
  quantization: Uint16Array | undefined;
  coefficients: Int16Array;
}
/** COS[8u + x]: the weight of frequency u at place x (ITU-T T.81, A.3.3). */
export const COS = Float64Array.from({ length: 64 }, (_, i) => portable.cos((2 * (i & 7) + 1) * (i >> 3) * Math.PI / 16) * (i < 8 ? Math.SQRT1_2 : 1) / 2);

/** Samples of a component, rows of `8 * blocksX`. */
function samples({ coefficients, quantization, blocksX, blocksY }: Component): Uint8ClampedArray {
  if (!quantization) throw damaged();
  const stride = 8 * blocksX, plane = new Uint8ClampedArray(stride * 8 * blocksY), steps = new Float64Array(64), half = new Float64Array(64), values = new Float64Array(64);
  ZIGZAG.forEach((place, k) => { steps[place] = quantization[k]; });
  for (let block = 0; block < blocksX * blocksY; block++) {
    const at = Math.floor(block / blocksX) * 8 * stride + block % blocksX * 8;
    for (let i = 0; i < 64; i++) values[i] = coefficients[64 * block + i] * steps[i];
    // Down the columns, then along the rows.
    for (let y = 0; y < 8; y++) for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let v = 0; v < 8; v++) sum += values[8 * v + u] * COS[8 * v + y];
      half[8 * y + u] = sum;
    }
    for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) {
      let sum = 128;
      for (let u = 0; u < 8; u++) sum += half[8 * y + u] * COS[8 * u + x];
      plane[at + y * stride + x] = sum;
    }
  }
  return plane;
}

/** Planes to pixels: grey, or brightness and two colour differences (ITU-T T.871), unless Adobe's segment says red, green and blue. */
export function colours({ width, height, components }: { width: number; height: number; components: readonly Component[] }, transform: number): Pixels {
  const planes = components.map(samples), rgb = new Uint8ClampedArray(3 * width * height);
  const isRgb = transform === 0 || (transform < 0 && String.fromCharCode(...components.map(({ id }) => id)) === 'RGB');
  const sample = (k: number, x: number, y: number) => planes[k][Math.floor(y * components[k].shareY) * 8 * components[k].blocksX + Math.floor(x * components[k].shareX)];
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at += 3) {
    const first = sample(0, x, y);
    if (components.length === 1) rgb.fill(first, at, at + 3);
    else if (isRgb) rgb.set([first, sample(1, x, y), sample(2, x, y)], at);
    else {
      const blue = sample(1, x, y) - 128, red = sample(2, x, y) - 128;
      rgb[at] = first + 1.402 * red;
      rgb[at + 1] = first - 0.344136 * blue - 0.714136 * red;
      rgb[at + 2] = first + 1.772 * blue;
    }
  }
  return { width, height, rgb: new Uint8Array(rgb.buffer), alpha: null };
}
