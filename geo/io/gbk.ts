/**
 * Writes text in GBK, for which the browser has a reader only: the table is made by reading all pairs of bytes that GBK knows.
 * Letters of GB 18030 beyond GBK take four bytes there, which programs that expect code page 936 cannot read; they are left out.
 */
let table: ReadonlyMap<string, number> | null = null;

/** The user-defined rows of GBK hold nothing that another program would read the same way. */
const isPrivate = (letter: string): boolean => letter >= '\ue000' && letter <= '\uf8ff';

function gbkTable(): ReadonlyMap<string, number> {
  if (table) return table;
  const made = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, low));
      if (letter.length === 1 && letter !== '\ufffd' && !isPrivate(letter) && !made.has(letter)) made.set(letter, lead * 256 + low);
    }
  }
  table = made;
  return made;
}

/** A letter as bytes of GBK; null where it has none. */
export function gbkLetter(letter: string): readonly number[] | null {
  const code = letter.codePointAt(0)!;
  if (code < 0x80) return [code];
  const pair = gbkTable().get(letter);
  return pair === undefined ? null : [pair >> 8, pair & 0xff];
}
