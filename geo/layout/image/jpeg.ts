import { damaged, MOST_MEGAPIXELS, tooLarge } from './png-chunks.ts';

export interface JpegFile {
  width: number;
  height: number;
  /** Grey, colour, or the four inks. */
  components: 1 | 3 | 4;
  /** Adobe's programs store inks upside down and say so in a segment of their own. */
  inverted: boolean;
}

/**
 * What a JPEG says of itself (ITU-T T.81, annex B).
 * @throws UserError `layout.image-damaged`, `layout.image-large`
 */
export function readJpeg(bytes: Uint8Array): JpegFile {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw damaged();
  let inverted = false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1];
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (isFrame(marker)) {
      const height = bytes[at + 5] << 8 | bytes[at + 6], width = bytes[at + 7] << 8 | bytes[at + 8], components = bytes[at + 9];
      if (width * height === 0 || bytes[at + 4] !== 8 || (components !== 1 && components !== 3 && components !== 4)) throw damaged();
      if (width * height > MOST_MEGAPIXELS * 1e6) throw tooLarge(width, height);
      if (!endsAfter(bytes, at)) throw damaged();
      return { width, height, components, inverted: inverted && components === 4 };
    }
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe') inverted = true;
    at += 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
  }
  throw damaged();
}
/** Start of frame; C4, C8 and CC of that row are other things. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** An end of the image; what cameras append behind it does not matter, the end of a preview before the frame does not count. */
function endsAfter(bytes: Uint8Array, start: number): boolean {
  for (let at = bytes.length - 2; at > start; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
