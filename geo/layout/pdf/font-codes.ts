/** A code of a page's text: a glyph, and the text that a reader finds and copies for it. */
export interface FontCode {
  glyph: number;
  text: string;
}

/**
 * Codes of one embedded font. A glyph that stands for different texts (é as one letter or as two, 〇 and its likes) gets a code for each, so
 * that every text comes out as it was written. Code 0 is no letter.
 */
export class FontCodes {
  readonly codes: FontCode[] = [{ glyph: 0, text: '' }];
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.codes.length - 1;
  }
  code(glyph: number, text: string): number {
    const key = `${glyph} ${text}`;
    let code = this.known.get(key);
    if (code === undefined) {
      code = this.codes.push({ glyph, text }) - 1;
      if (code > 0xffff) throw new Error('a font of a PDF holds 65,535 codes');
      this.known.set(key, code);
    }
    return code;
  }
}
