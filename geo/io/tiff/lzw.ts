/** TIFF's LZW: codes of 9 to 12 bits, high bits first, each width left one code early (TIFF 6.0, section 13). Stops at the end code or when `length` bytes are there. */
export function unLzw(bytes: Uint8Array, length: number): Uint8Array {
  const CLEAR = 256, END = 257;
  const out = new Uint8Array(length), prefix = new Int32Array(4097), last = new Uint8Array(4097), size = new Int32Array(4097);
  for (let i = 0; i < 256; i++) { last[i] = i; size[i] = 1; }
  let filled = 0, at = 0, next = 258, width = 9, before = -1;
  while (filled < length && at + width <= bytes.length * 8) {
    const code = bitsAt(bytes, at, width);
    at += width;
    if (code === END) break;
    if (code === CLEAR) { next = 258; width = 9; before = -1; continue; }
    if (code > next || (code === next && before < 0)) throw new Error('lzw');
    const known = code < next ? code : before, long = size[known] + (code < next ? 0 : 1);
    // Written from its end, for a code knows only its last byte and the code before it.
    let first = known;
    for (let k = filled + size[known] - 1, one = known; k >= filled; k--) { if (k < length) out[k] = last[one]; first = one; one = prefix[one]; }
    if (code === next && filled + long - 1 < length) out[filled + long - 1] = last[first];
    filled += long;
    if (before >= 0 && next < 4096) { prefix[next] = before; last[next] = last[first]; size[next] = size[before] + 1; next++; }
    if (next + 1 >= 1 << width && width < 12) width++;
    before = code;
  }
  if (filled < length) throw new Error('lzw');
  return out;
}
function bitsAt(bytes: Uint8Array, at: number, width: number): number {
  const byte = at >> 3, three = (bytes[byte] << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
  return (three >> (24 - (at & 7) - width)) & ((1 << width) - 1);
}
