/** Bytes of a JPEG as they come, in segments and in bits. */
export class BitWriter {
  private out: Uint8Array;
  private at = 0;
  private held = 0;
  private count = 0;
  constructor(size: number) { this.out = new Uint8Array(Math.ceil(size)); }

  /** A marker, and behind it the length and what follows where anything does. */
  segment(marker: number, body?: readonly number[]): void {
    this.byte(0xff);
    this.byte(marker);
    if (!body) return;
    this.byte(body.length + 2 >> 8);
    this.byte(body.length + 2 & 255);
    for (const one of body) this.byte(one);
  }
  code(codes: Uint32Array, symbol: number): void { this.bits(codes[symbol] & 65535, codes[symbol] >>> 16); }
  /** The lowest `count` bits of a value, at most 16. */
  bits(value: number, count: number): void {
    this.held = this.held << count | value;
    this.count += count;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = this.held >> this.count & 255;
      this.byte(byte);
      // A byte that looks like a marker is told from one by a nought.
      if (byte === 0xff) this.byte(0);
    }
    this.held &= (1 << this.count) - 1;
  }
  /** The last byte is filled with ones. */
  flush(): void { if (this.count > 0) this.bits((1 << 8 - this.count) - 1, 8 - this.count); }
  bytes(): Uint8Array { return this.out.slice(0, this.at); }

  private byte(value: number): void {
    if (this.at === this.out.length) {
      const more = new Uint8Array(2 * this.at);
      more.set(this.out);
      this.out = more;
    }
    this.out[this.at++] = value;
  }
}
