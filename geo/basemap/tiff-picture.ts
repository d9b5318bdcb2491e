import { readTags, TIFF_TAG as TAG, tiffBlocks, tiffNumber as one, unpackedTiff, type TiffBlock, type TiffTags } from '../io/index.ts';
import { decodeImage, type Pixels } from '../layout/index.ts';
import { UserError } from '../model/index.ts';

const unread = (what: string) => new UserError('terrain.tiff-unread', { what });
/** How colours are told (tag 262): grey from white or from black, red green and blue, a palette, brightness and differences of colour. */
const WHITE_FIRST = 0, BLACK_FIRST = 1, RGB = 2, PALETTE = 3, YCC = 6, JPEG = 7;

/** The pixels of a GeoTIFF of pictures: grey, RGB or a palette, with or without transparency, plain, LZW, deflate or JPEG. @throws UserError `terrain.tiff-*`, `layout.image-*` */
export function readTiffPicture(bytes: Uint8Array, tags: TiffTags = readTags(bytes)): Pixels {
  const width = one(tags, TAG.width, 0), height = one(tags, TAG.height, 0), kind = kindOf(tags);
  const picture = { width, height, rgb: new Uint8Array(3 * width * height), alpha: kind.hasAlpha || kind.nothing !== null ? new Uint8Array(width * height) : null };
  for (const block of tiffBlocks(bytes, tags)) {
    const samples = kind.compression === JPEG ? jpegSamples(block, tags, kind) : plainSamples(block, tags, kind);
    for (let y = 0; y < Math.min(block.height, height - block.top); y++) for (let x = 0; x < Math.min(block.width, width - block.left); x++) put(picture, (block.top + y) * width + block.left + x, samples, (y * block.width + x) * kind.samples, kind);
  }
  return picture;
}

interface Kind {
  colours: number;
  samples: number;
  bits: number;
  compression: number;
  hasAlpha: boolean;
  /** Value that means nothing, in all samples. */
  nothing: number | null;
  palette: readonly number[] | null;
}
function kindOf(tags: TiffTags): Kind {
  const samples = one(tags, TAG.samples, 1), bits = one(tags, TAG.bits, 1), colours = one(tags, TAG.colours, BLACK_FIRST), compression = one(tags, TAG.compression, 1);
  if (![WHITE_FIRST, BLACK_FIRST, RGB, PALETTE, YCC].includes(colours) || (colours === YCC && compression !== JPEG)) throw unread(`colours ${colours}`);
  if (bits > 8 || (bits < 8 && samples > 1) || ![1, 2, 4, 8].includes(bits)) throw unread(`${bits} bit`);
  const needed = colours === RGB || colours === YCC ? 3 : 1;
  if (samples < needed) throw new UserError('terrain.tiff-damaged');
  if (samples > 1 && one(tags, TAG.planar, 1) !== 1) throw unread('INTERLEAVE=BAND');
  const palette = colours === PALETTE ? tags.numbers(TAG.palette) : null, nothing = Number(tags.text(TAG.nothing)?.trim() || NaN);
  if (colours === PALETTE && palette?.length !== 3 << bits) throw new UserError('terrain.tiff-damaged');
  return { colours, samples, bits, compression, palette, nothing: Number.isNaN(nothing) ? null : nothing, hasAlpha: samples > needed && [1, 2].includes(one(tags, TAG.more, 0)) };
}

/** A byte a sample, whatever they are packed in. */
function plainSamples({ width, height, stored }: TiffBlock, tags: TiffTags, { samples, bits, compression }: Kind): Uint8Array {
  const row = Math.ceil(width * samples * bits / 8), bytes = unpackedTiff(stored, compression, row * height), predictor = one(tags, TAG.predictor, 1);
  if (predictor > 2 || (predictor === 2 && bits < 8)) throw unread(`predictor ${predictor}`);
  if (predictor === 2) for (let y = 0; y < height; y++) for (let i = y * row + samples; i < (y + 1) * row; i++) bytes[i] += bytes[i - samples];
  if (bits === 8) return bytes;
  return Uint8Array.from({ length: width * height }, (_, i) => { const bit = i % width * bits; return bytes[Math.floor(i / width) * row + (bit >> 3)] >> 8 - bits - (bit & 7) & (1 << bits) - 1; });
}

/** What a TIFF keeps for all its blocks at once stands before the block's own; colours that are no differences are told of as Adobe's programs do. */
function jpegSamples({ width, height, stored }: TiffBlock, tags: TiffTags, { colours, samples }: Kind): Uint8Array {
  const shared = tags.numbers(TAG.jpegTables), asRgb = colours === RGB ? [0xff, 0xee, 0, 14, ...Array.from('Adobe', (letter) => letter.charCodeAt(0)), 0, 100, 0, 0, 0, 0, 0] : [];
  const bytes = Uint8Array.of(0xff, 0xd8, ...asRgb, ...(shared ? shared.slice(2, -2) : []));
  const whole = new Uint8Array(bytes.length + stored.length - 2);
  whole.set(bytes);
  whole.set(stored.subarray(2), bytes.length);
  const { rgb, width: across, height: down } = decodeImage(whole, 'image/jpeg');
  if (across !== width || down < height || samples === 2 || samples > 3) throw unread('JPEG');
  return samples === 3 ? rgb : Uint8Array.from({ length: width * height }, (_, i) => rgb[3 * i]);
}

function put({ rgb, alpha }: Pixels, at: number, samples: Uint8Array, from: number, { colours, samples: count, bits, hasAlpha, nothing, palette }: Kind): void {
  const first = samples[from], needed = colours === RGB || colours === YCC ? 3 : 1, most = (1 << bits) - 1;
  for (let k = 0; k < 3; k++) rgb[3 * at + k] = palette ? palette[(k << bits) + first] >> 8 : needed === 3 ? samples[from + k] : (colours === WHITE_FIRST ? most - first : first) * 255 / most;
  if (!alpha) return;
  const isNothing = nothing !== null && first === nothing && (needed === 1 || (samples[from + 1] === nothing && samples[from + 2] === nothing));
  alpha[at] = isNothing ? 0 : hasAlpha ? samples[from + count - 1] : 255;
}
