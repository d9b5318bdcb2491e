import { COS } from './jpeg-colours.ts';
import { ZIGZAG } from './jpeg-blocks.ts';
import { CHROMA_STEPS, CODES, LUMA_STEPS, stepsFor, TABLE_SEGMENTS } from './jpeg-tables.ts';
import { BitWriter } from './jpeg-write.ts';
import type { Pixels } from './png.ts';

/** Of 100: what a photograph loses at it is not seen in print. */
const QUALITY = 90;

/**
 * Pixels as a sequential JPEG (ITU-T T.81) in JFIF's colours, each colour difference the mean of four pixels. What is transparent is not told of: for
 * pictures that are seen whole.
 */
export function encodeJpeg({ width, height, rgb }: Pick<Pixels, 'width' | 'height' | 'rgb'>, quality = QUALITY): Uint8Array {
  const steps = [stepsFor(LUMA_STEPS, quality), stepsFor(CHROMA_STEPS, quality)], out = new BitWriter(width * height / 4 + 1024);
  out.segment(0xd8);
  out.segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  steps.forEach((table, i) => { out.segment(0xdb, [i, ...Array.from(ZIGZAG, (place) => table[place])]); });
  out.segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  for (const table of TABLE_SEGMENTS) out.segment(0xc4, table);
  out.segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
  const blocks = new BlockWriter(out), unit = new Unit(width, height, rgb);
  for (let top = 0; top < height; top += 16) for (let left = 0; left < width; left += 16) {
    unit.read(left, top);
    for (let k = 0; k < 4; k++) blocks.put(unit.luma, (k >> 1) * 128 + (k & 1) * 8, 16, steps[0], 0);
    blocks.put(unit.blue, 0, 8, steps[1], 1);
    blocks.put(unit.red, 0, 8, steps[1], 2);
  }
  out.flush();
  out.segment(0xd9);
  return out.bytes();
}

/** 16 × 16 pixels as brightness and differences of colour, around nought. Beyond its edge the picture goes on as it ends. */
class Unit {
  readonly luma = new Float64Array(256);
  readonly blue = new Float64Array(64);
  readonly red = new Float64Array(64);
  constructor(private readonly width: number, private readonly height: number, private readonly rgb: Uint8Array) {}

  read(left: number, top: number): void {
    const { width, height, rgb, luma, blue, red } = this;
    blue.fill(0);
    red.fill(0);
    for (let y = 0; y < 16; y++) for (let x = 0; x < 16; x++) {
      const i = 3 * (Math.min(height - 1, top + y) * width + Math.min(width - 1, left + x)), r = rgb[i], g = rgb[i + 1], b = rgb[i + 2], of = (y >> 1) * 8 + (x >> 1);
      luma[16 * y + x] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
      blue[of] += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4;
      red[of] += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4;
    }
  }
}

class BlockWriter {
  private readonly before = [0, 0, 0];
  private readonly half = new Float64Array(64);
  private readonly levels = new Int16Array(64);
  constructor(private readonly out: BitWriter) {}

  /** The block that begins at `at` in rows of `stride`, for a component. */
  put(samples: Float64Array, at: number, stride: number, steps: Uint8Array, component: number): void {
    this.transform(samples, at, stride, steps);
    const { out, before, levels } = this, [mean, rest] = CODES;
    this.value(mean, 0, levels[0] - before[component]);
    before[component] = levels[0];
    let zeros = 0;
    for (let k = 1; k < 64; k++) {
      const level = levels[ZIGZAG[k]];
      if (level === 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15; zeros -= 16) out.code(rest, 0xf0);
      this.value(rest, zeros << 4, level);
      zeros = 0;
    }
    if (zeros > 0) out.code(rest, 0);
  }
  /** How many bits it takes, then those bits; of a negative one those of one less (F.1.2.1). */
  private value(codes: Uint32Array, zeros: number, value: number): void {
    const size = 32 - Math.clz32(Math.abs(value));
    this.out.code(codes, zeros | size);
    if (size > 0) this.out.bits(value < 0 ? value - 1 & (1 << size) - 1 : value, size);
  }
  /** Along the rows, then down the columns, in whole steps. */
  private transform(samples: Float64Array, at: number, stride: number, steps: Uint8Array): void {
    const { half, levels } = this;
    for (let y = 0; y < 8; y++) for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += samples[at + stride * y + x] * COS[8 * u + x];
      half[8 * y + u] = sum;
    }
    for (let v = 0; v < 8; v++) for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += half[8 * y + u] * COS[8 * v + y];
      levels[8 * v + u] = Math.round(sum / steps[8 * v + u]);
    }
  }
}
