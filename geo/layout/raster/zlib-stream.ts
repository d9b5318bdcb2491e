import { Deflate, zlibSync } from 'fflate';

/** Maps are flat colours and letters that repeat: higher levels gain a hundredth and take twice as long. */
export const LEVEL = 4;
const WINDOW = 32_768;
/** RFC 1950: deflate with a window of 32 KB. */
const HEADER = [0x78, 0x9c];

/**
 * A zlib stream made portion by portion. fflate's own (0.8.3) takes 32 KB of noughts for known before the first byte, and what it then refers to is not
 * there for other readers. So the first 32 KB are stored as they are, and the library goes on from them as its dictionary.
 */
export class ZlibStream {
  private start = new Uint8Array(0);
  private deflate: Deflate | null = null;
  private a = 1;
  private b = 0;
  constructor(private readonly give: (part: Uint8Array) => void) {}

  push(part: Uint8Array, isLast: boolean): void {
    this.sum(part);
    if (this.deflate) this.deflate.push(part, isLast);
    else this.begin(joined(this.start, part), isLast);
    if (isLast && this.deflate) this.give(Uint8Array.of(this.b >> 8, this.b, this.a >> 8, this.a));
  }
  private begin(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    this.start = bytes;
    if (bytes.length <= WINDOW) {
      if (isLast) this.give(zlibSync(bytes, { level: LEVEL }));
      return;
    }
    const first = bytes.slice(0, WINDOW);
    // A stored block: its length, and the length's complement (RFC 1951, 3.2.4).
    this.give(joined(Uint8Array.of(...HEADER, 0, WINDOW & 0xff, WINDOW >> 8, ~WINDOW & 0xff, ~WINDOW >> 8 & 0xff), first));
    this.deflate = new Deflate({ level: LEVEL, mem: 8, dictionary: first }, (out) => this.give(out));
    this.deflate.push(bytes.subarray(WINDOW), isLast);
  }
  /** Adler-32. So many bytes add up below 2³² before a remainder is due. */
  private sum(part: Uint8Array): void {
    let { a, b } = this;
    for (let at = 0; at < part.length; at += 5552) {
      const end = Math.min(part.length, at + 5552);
      for (let i = at; i < end; i++) b += a += part[i];
      a %= 65_521;
      b %= 65_521;
    }
    this.a = a;
    this.b = b;
  }
}
function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
