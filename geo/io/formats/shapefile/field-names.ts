import type { Encoder } from './letters.ts';

/** Bytes of a column name in a DBF; the eleventh ends it. */
export const LONGEST_NAME = 10;

/**
 * Names that fit a DBF, each once whatever the case: cut between letters, and numbered where two would be the same.
 * `names` and the result have the same order.
 */
export function shortNames(names: readonly string[], encoder: Encoder): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    // Line ends and the zero byte would end the name early.
    const clean = name.replace(/[\u0000-\u001f]/g, ' ').trim() || 'field';
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : `_${n}`;
      const short = cut(clean, LONGEST_NAME - tail.length, encoder) + tail;
      if (!used.has(short.toLowerCase())) { used.add(short.toLowerCase()); return short; }
    }
  });
}

function cut(name: string, most: number, encoder: Encoder): string {
  let short = '', size = 0;
  for (const letter of name) {
    const { bytes } = encoder.encode(letter, 4);
    if (size + bytes.length > most) break;
    size += bytes.length;
    // A letter that the encoding lacks is written as a question mark, and two names must not become one by it.
    short += bytes.length === 1 && bytes[0] === 0x3f ? '?' : letter;
  }
  return short.trimEnd();
}
