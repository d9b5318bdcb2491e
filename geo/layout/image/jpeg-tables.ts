/** Steps of the coefficients at quality 50, of brightness and of colour, row by row (ITU-T T.81, annex K.1). */
export const LUMA_STEPS: readonly number[] = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
export const CHROMA_STEPS: readonly number[] = Array.from({ length: 64 }, (_, i) => ((i & 7) < 4 && i < 32 ? [17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99][(i >> 3) * 4 + (i & 7)] : 99));
export function stepsFor(steps: readonly number[], quality: number): Uint8Array {
  const share = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Uint8Array.from(steps, (step) => Math.min(255, Math.max(1, Math.floor((step * share + 50) / 100))));
}

/** Huffman codes of annex K.3 for brightness, which colours make do with: how many there are of each length from 1 to 16, and what they stand for. */
const MEAN = { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], symbols: Array.from({ length: 12 }, (_, i) => i) };
/** Zeros before, in the upper half, and bits of the value; the most frequent first, then all others as they are counted. */
const FREQUENT = [0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71, 0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82];
const OTHERS = Array.from({ length: 256 }, (_, i) => i).filter((i) => (i & 15) >= 1 && (i & 15) <= 10 && !FREQUENT.includes(i));
const REST = { counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125], symbols: [...FREQUENT, ...OTHERS] };

export const TABLE_SEGMENTS: readonly (readonly number[])[] = [MEAN, REST].map(({ counts, symbols }, kind) => [kind << 4, ...counts, ...symbols]);

/** By symbol: length in the upper half, code in the lower (annex C). */
function codesOf({ counts, symbols }: typeof MEAN): Uint32Array {
  const codes = new Uint32Array(256);
  let code = 0, next = 0;
  counts.forEach((count, i) => {
    for (let k = 0; k < count; k++) codes[symbols[next++]] = (i + 1) * 65536 + code++;
    code *= 2;
  });
  return codes;
}
/** Of the mean of a block, and of the rest. */
export const CODES = [codesOf(MEAN), codesOf(REST)] as const;
