import type { Language } from '../messages/index.ts';

/** One whole-day entry. `uid` stays the same for the same thing, so that a calendar that reads the file again moves the entry. */
export interface CalendarEntry {
  uid: string;
  /** ISO date. */
  day: string;
  summary: string;
  description: string;
  category: string;
}

/**
 * An iCalendar file (RFC 5545): CRLF, lines of at most 75 octets, text escaped, UTF-8. Entries are whole days, so no time zone is needed.
 * `stamped` (ISO date) stands for the time of writing, which the standard demands and the engine does not know.
 */
export function iCalendar(name: string, entries: readonly CalendarEntry[], stamped: string, language: Language): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Undercroft//Windows//${language.toUpperCase()}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, day, summary, description, category }) => [
      'BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${compact(stamped)}T000000Z`, `DTSTART;VALUE=DATE:${compact(day)}`, `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`,
      `CATEGORIES:${escaped(category)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].map((line) => `${folded(line)}\r\n`).join('');
}
const compact = (day: string): string => day.replaceAll('-', '');

/** Section 3.3.11. Control characters but line breaks have no place in text; half a letter of a pair has none in UTF-8. */
function escaped(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return plain.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

/** Octets of a line, its break not counted (section 3.1). */
const LONGEST = 75;
/** Breaks between letters, never within the octets of one; the blank that begins a continued line counts. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '', octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0)!);
    if (octets + size > LONGEST) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
