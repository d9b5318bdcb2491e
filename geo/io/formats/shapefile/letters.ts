import { gbkLetter } from '../../gbk.ts';

/** Text to bytes of an encoding, letter by letter so that a cut falls between letters. */
export interface Encoder {
  /** `missing` is called for letters that the encoding lacks; they become `?`. */
  encode(text: string, most: number, missing?: (letter: string) => void): { bytes: Uint8Array; isCut: boolean };
  /** What the .cpg file says, and the language byte of the DBF. */
  label: string;
  language: number;
}

const utf8 = new TextEncoder();
const ROWS = {
  'utf-8': { letter: (letter: string): ArrayLike<number> | null => utf8.encode(letter), label: 'UTF-8', language: 0 },
  // The number is what ArcGIS, QGIS and GDAL all know; 0x4D is the language driver of code page 936.
  gb18030: { letter: gbkLetter, label: '936', language: 0x4d },
} as const;

export function encoderFor(encoding: 'utf-8' | 'gb18030'): Encoder {
  const { letter: bytesOf, label, language } = ROWS[encoding];
  return {
    label, language,
    encode(text, most, missing) {
      const bytes: number[] = [];
      for (const letter of text) {
        const part = bytesOf(letter) ?? unknown(letter, missing);
        if (bytes.length + part.length > most) return { bytes: Uint8Array.from(bytes), isCut: true };
        for (let i = 0; i < part.length; i++) bytes.push(part[i]);
      }
      return { bytes: Uint8Array.from(bytes), isCut: false };
    },
  };
}
function unknown(letter: string, missing?: (letter: string) => void): number[] {
  missing?.(letter);
  return [0x3f];
}
