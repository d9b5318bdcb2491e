import type { EncodingGuess } from './formats/types.ts';

/**
 * Which letters bytes stand for, judged value by value: a field or a name of its own each, because whole files mix. A value may be
 * cut in the middle of a letter at its end (names of DBF columns are cut at ten bytes), which speaks against no encoding.
 */
export function detectEncoding(samples: Iterable<Uint8Array>): EncodingGuess {
  const tally: Tally = { telling: 0, utf8: 0, wide: 0, other: 0, gb: 0, gbLetters: 0, gbCommon: 0, big5: 0, big5Letters: 0, big5Common: 0, big5Low: 0 };
  for (const sample of samples) weigh(sample, tally);
  return verdict(tally);
}

interface Tally {
  /** Values with bytes beyond ASCII; the others say nothing. */
  telling: number;
  /** Values that are UTF-8 with letters of three bytes or more, and those letters; values that are no UTF-8. The rest may be either. */
  utf8: number; wide: number; other: number;
  /** Among the values that are not surely UTF-8: sound ones, their letters, the frequent among these. */
  gb: number; gbLetters: number; gbCommon: number;
  big5: number; big5Letters: number; big5Common: number; big5Low: number;
}

function weigh(bytes: Uint8Array, tally: Tally): void {
  if (!bytes.some((byte) => byte >= 0x80)) return;
  tally.telling++;
  const wide = utf8Letters(bytes);
  // Letters of two bytes are in UTF-8 what pairs of bytes often are in GBK ("模" is one); three in a row tell.
  if (wide) { tally.utf8++; tally.wide += wide; return; }
  if (wide === null) tally.other++;
  const gb = doubleByte(bytes, isGb);
  if (gb) { tally.gb++; tally.gbLetters += gb.letters.length; tally.gbCommon += gb.letters.filter(isGb2312).length; }
  const big5 = doubleByte(bytes, isBig5);
  if (big5) { tally.big5++; tally.big5Letters += big5.letters.length; tally.big5Common += big5.letters.filter(isCommonBig5).length; tally.big5Low += big5.letters.filter(([, low]) => low < 0x7f).length; }
}

/** Share of values that may speak against the verdict: rows that were damaged, or pasted in. */
const DISSENT = 0.02;

function verdict(tally: Tally): EncodingGuess {
  const { telling, utf8, wide, other } = tally;
  if (telling === 0) return guess('utf-8', 1);
  if (utf8 > 0 && other <= DISSENT * (utf8 + other)) return guess('utf-8', other > 0 ? 0.8 : wide > 1 ? 0.99 : 0.85);
  const double = doubleVerdict(tally);
  if (utf8 <= DISSENT * (utf8 + other)) return double;
  // Rows of two origins in one file: the greater part decides, and the user is asked.
  return utf8 >= other ? guess('utf-8', 0.6) : { ...double, confidence: Math.min(0.5, double.confidence) };
}
function doubleVerdict({ telling, utf8, gb, gbLetters, gbCommon, big5, big5Letters, big5Common, big5Low }: Tally): EncodingGuess {
  const rest = telling - utf8;
  if (big5 === rest && big5Letters >= 6 && big5Low > 0 && big5Common > 0.8 * big5Letters && gbCommon < 0.8 * gbLetters) return guess('big5', 0.8);
  if (gb < (1 - DISSENT) * rest) return gb > rest / 2 ? guess('gb18030', 0.5) : { encoding: 'gb18030', confidence: 0.2, reason: 'assumed' };
  return guess('gb18030', gbLetters < 4 ? 0.75 : gbCommon >= 0.8 * gbLetters ? 0.97 : 0.85);
}
const guess = (encoding: string, confidence: number): EncodingGuess => ({ encoding, confidence, reason: 'detected' });

/** Number of letters of three and four bytes, or null where the bytes are no UTF-8 (RFC 3629). A letter cut at the end is none. */
function utf8Letters(bytes: Uint8Array): number | null {
  let wide = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at];
    const size = lead < 0x80 ? 1 : lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (size === 0) return null;
    for (let k = 1; k < size && at + k < bytes.length; k++) if (bytes[at + k] < (k === 1 ? LOWEST[lead] ?? 0x80 : 0x80) || bytes[at + k] > (k === 1 ? HIGHEST[lead] ?? 0xbf : 0xbf)) return null;
    if (size >= 3 && at + size <= bytes.length) wide++;
    at += size;
  }
  return wide;
}
/** Second bytes that overlong forms, surrogates and numbers beyond Unicode would need. */
const LOWEST: Readonly<Record<number, number>> = { 0xe0: 0xa0, 0xf0: 0x90 };
const HIGHEST: Readonly<Record<number, number>> = { 0xed: 0x9f, 0xf4: 0x8f };

type Pair = readonly [lead: number, low: number];
function doubleByte(bytes: Uint8Array, isSound: (pair: Pair) => boolean): { letters: Pair[] } | null {
  const letters: Pair[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue;
    // The first half of a letter that was cut.
    if (at + 1 === bytes.length) return bytes[at] > 0x80 && bytes[at] < 0xff ? { letters } : null;
    const pair: Pair = [bytes[at], bytes[at + 1]];
    // GB 18030 in four bytes: digits stand second and fourth.
    if (isSound === isGb && isDigit(pair[1]) && at + 3 < bytes.length && bytes[at + 2] > 0x80 && isDigit(bytes[at + 3])) { at += 3; continue; }
    if (!isSound(pair)) return null;
    letters.push(pair);
    at++;
  }
  return { letters };
}
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isGb = ([lead, low]: Pair) => lead >= 0x81 && lead <= 0xfe && low >= 0x40 && low <= 0xfe && low !== 0x7f;
/** The 6,763 letters and the marks of GB 2312-1980, in which nearly all simplified text is written. */
const isGb2312 = ([lead, low]: Pair) => low >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9));
const isBig5 = ([lead, low]: Pair) => lead >= 0xa1 && lead <= 0xf9 && ((low >= 0x40 && low <= 0x7e) || (low >= 0xa1 && low <= 0xfe));
/** The 5,401 frequent letters of Big5, and its marks. */
const isCommonBig5 = ([lead]: Pair) => lead >= 0xa1 && lead <= 0xc6;

/** Labels that programs write for code pages, and what TextDecoder calls them. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  65001: 'utf-8', 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 874: 'windows-874', 866: 'ibm866',
  gbk: 'gb18030', gb2312: 'gb18030', euccn: 'gb18030', gb18030: 'gb18030', utf8: 'utf-8', 88591: 'windows-1252', johab: 'euc-kr',
};
/** The encoding that a label means (`UTF-8`, `936`, `ANSI_936`, `GBK`, `OEM 950`, `CP1252`), or null where it means none. */
export function encodingOfLabel(label: string): string | null {
  const bare = label.trim().toLowerCase().replace(/^(?:ansi|oem|cp|ms|windows|iso)(?=[\s_-]*\d)/, '').replace(/[\s_-]/g, '');
  const known = Object.hasOwn(CODE_PAGES, bare) ? CODE_PAGES[bare] : /^125\d$/.test(bare) ? `windows-${bare}` : label.trim();
  try {
    const { encoding } = new TextDecoder(known);
    // Programs write GBK for what may hold letters of GB 18030, which reads both.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}
