import { UserError } from '../../model/index.ts';

/** What one buffer of a browser holds for sure. */
const MOST = 2_000_000_000;

/** A file as it grows. */
export class Parts {
  private readonly parts: Uint8Array[] = [];
  length = 0;

  /** @throws UserError `layout.raster-file-large` */
  add(part: Uint8Array): void {
    this.parts.push(part);
    this.length += part.length;
    if (this.length > MOST) throw new UserError('layout.raster-file-large');
  }
  joined(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
