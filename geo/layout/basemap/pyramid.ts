import { decodeImage } from '../image/decode.ts';
import type { Pixels } from '../image/png.ts';

/** A picture and its halves, each pixel of which is the mean of four: what is drawn smaller is read from the half that is near in size. */
export class Pyramid {
  private readonly levels: Pixels[] = [];
  /** `delivered`: the file itself, where a sheet may show it as it is. */
  constructor(private readonly decode: () => Pixels, readonly delivered: Uint8Array | null = null) {}

  /** 0 for the picture itself. It is decoded when it is first asked for. @throws UserError `layout.image-*` */
  level(index: number): Pixels {
    if (this.levels.length === 0) this.levels.push(this.decode());
    while (this.levels.length <= index && Math.max(this.levels.at(-1)!.width, this.levels.at(-1)!.height) > 1) this.levels.push(halved(this.levels.at(-1)!));
    return this.levels[Math.min(index, this.levels.length - 1)];
  }
}

/** Of a picture's file; a JPEG may be shown as it was delivered. */
export function pyramidOf(bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): Pyramid {
  return new Pyramid(() => decodeImage(bytes, type), type === 'image/jpeg' ? bytes : null);
}

function halved({ width, height, rgb, alpha }: Pixels): Pixels {
  const w = Math.ceil(width / 2), h = Math.ceil(height / 2), half: Pixels = { width: w, height: h, rgb: new Uint8Array(3 * w * h), alpha: alpha && new Uint8Array(w * h) };
  for (let y = 0, i = 0; y < h; y++) for (let x = 0; x < w; x++, i++) {
    const right = 2 * x + 1 < width ? 1 : 0, below = 2 * y + 1 < height ? width : 0, at = 2 * y * width + 2 * x;
    if (!alpha) {
      for (let k = 0; k < 3; k++) half.rgb[3 * i + k] = rgb[3 * at + k] + rgb[3 * (at + right) + k] + rgb[3 * (at + below) + k] + rgb[3 * (at + right + below) + k] + 2 >> 2;
      continue;
    }
    const four = [at, at + right, at + below, at + right + below], seen = four.reduce((sum, j) => sum + alpha[j], 0);
    half.alpha![i] = seen + 2 >> 2;
    // What is not seen has no say in the colour.
    if (seen > 0) for (let k = 0; k < 3; k++) half.rgb[3 * i + k] = Math.round(four.reduce((sum, j) => sum + alpha[j] * rgb[3 * j + k], 0) / seen);
  }
  return half;
}
