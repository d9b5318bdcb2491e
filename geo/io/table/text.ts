import { UserError } from '../../model/index.ts';
import { detectEncoding, encodingOfLabel } from '../encoding.ts';
import type { EncodingGuess } from '../formats/types.ts';

/** Bytes looked at to tell an encoding; a ledger's letters are the same all through. */
const SAMPLED = 1 << 20;
const MARKS: readonly { encoding: string; mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] }, { encoding: 'utf-16le', mark: [0xff, 0xfe] }, { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

/** A text whose encoding nobody states: what the user gave, else its byte-order mark, else what its lines look like. @throws UserError `encoding.unknown` */
export function decodeText(bytes: Uint8Array, given?: string): { text: string; guess: EncodingGuess } {
  const guess = encodingOf(bytes, given);
  return { text: new TextDecoder(guess.encoding).decode(bytes), guess };
}

function encodingOf(bytes: Uint8Array, given?: string): EncodingGuess {
  if (given) {
    const encoding = encodingOfLabel(given);
    if (!encoding) throw new UserError('encoding.unknown', { given });
    return { encoding, confidence: 1, reason: 'given' };
  }
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  return marked ? { encoding: marked.encoding, confidence: 1, reason: 'declared' } : detectEncoding(linesOf(bytes.subarray(0, SAMPLED)));
}

function* linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    yield bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}
