import { damaged } from './png-chunks.ts';

/** A table of codes: for each length the first code, the first beyond, and where its values begin (ITU-T T.81, annex F.2.2.3). */
export interface Codes {
  first: Int32Array;
  beyond: Int32Array;
  start: Int32Array;
  values: Uint8Array;
}
export function codesOf(counts: Uint8Array, values: Uint8Array): Codes {
  const codes: Codes = { first: new Int32Array(17), beyond: new Int32Array(17), start: new Int32Array(17), values };
  for (let length = 1, code = 0, at = 0; length <= 16; length++) {
    codes.first[length] = code;
    codes.start[length] = at;
    at += counts[length - 1];
    code += counts[length - 1];
    codes.beyond[length] = code;
    code <<= 1;
  }
  return codes;
}

/** Bits of a scan. A 0xFF in the data is followed by a nought; anything else after it is a marker, which ends the bits. */
export class Bits {
  private byte = 0;
  private left = 0;
  constructor(private readonly bytes: Uint8Array, public at: number) {}

  /** @throws UserError `layout.image-damaged` where the data end too soon: a sheet is never half drawn */
  bit(): number {
    if (this.left === 0) {
      if (this.at >= this.bytes.length) throw damaged();
      this.byte = this.bytes[this.at++];
      if (this.byte === 0xff && this.bytes[this.at++] !== 0) throw damaged();
      this.left = 8;
    }
    this.left--;
    return this.byte >> this.left & 1;
  }
  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = value << 1 | this.bit();
    return value;
  }
  /** A number of so many bits, the upper half positive, the lower negative (F.2.2.1). */
  signed(count: number): number {
    const value = this.bits(count);
    return count === 0 || value >= 1 << (count - 1) ? value : value - (1 << count) + 1;
  }
  symbol({ first, beyond, start, values }: Codes): number {
    for (let length = 1, code = 0; length <= 16; length++) {
      code = code << 1 | this.bit();
      if (code < beyond[length]) return values[start[length] + code - first[length]];
    }
    throw damaged();
  }
  /** Behind a restart marker, which stands where it is due. */
  restart(): void {
    this.left = 0;
    if (this.bytes[this.at] !== 0xff || (this.bytes[this.at + 1] & 0xf8) !== 0xd0) throw damaged();
    this.at += 2;
  }
}
