import { describe, expect, it } from 'vitest';
import { iCalendar, type CalendarEntry } from '../../geo/index.ts';
import { numbers } from '../support/numbers.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({ uid: 'a@undercroft', day: '2027-03-30', summary: '介入截止：紫荆路', description: '', category: '道路', ...more });
const written = (more: Partial<CalendarEntry> = {}) => iCalendar('紫荆市', [entry(more)], '2026-11-24', 'zh');

/** A reader of its own: lines unfolded, then text unescaped (RFC 5545, 3.1 and 3.3.11). */
function read(text: string): Record<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))]));
}

describe('iCalendar', () => {
  it('says which program wrote it, in which language', () => {
    expect(iCalendar('Zijing', [], '2026-11-24', 'en')).toContain('PRODID:-//Undercroft//Windows//EN\r\n');
  });
  it('has the frame that the standard demands, byte for byte', () => {
    expect(written().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Undercroft//Windows//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:紫荆市', 'BEGIN:VEVENT', 'UID:a@undercroft', 'DTSTAMP:20261124T000000Z',
      'DTSTART;VALUE=DATE:20270330', 'SUMMARY:介入截止：紫荆路', 'DESCRIPTION:', 'CATEGORIES:道路', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });
  it('escapes what has a meaning, so that a name cannot end its line or begin another', () => {
    expect(written({ summary: 'a,b;c\\d\r\nEND:VEVENT' })).toContain('SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n');
    expect(written({ summary: 'a\u0000b\tc\ud800' })).toContain('SUMMARY:a b c\ufffd\r\n');
  });
  it('folds at 75 octets, never within a letter', () => {
    const lines = written({ summary: '道'.repeat(60) }).split('\r\n').filter((line) => /道{5}/.test(line));
    expect(lines.map((line) => Buffer.byteLength(line))).toEqual([74, 73, 43]);
    expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
  });
  it('reads back as it was written, whatever the text', () => {
    const random = numbers(11);
    const letters = ['a', ' ', ',', ';', '\\', ':', '\n', '"', 'é', '道', '𠮷', '🚗', 'n', '='];
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: Math.floor(random() * 160) }, () => letters[Math.floor(random() * letters.length)]).join('');
      const file = written({ summary: text, description: text, uid: `${round}-${text}` });
      const lines = file.split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const back = read(file);
      expect([back['SUMMARY'], back['DESCRIPTION'], back['UID']]).toEqual([text, text, `${round}-${text}`]);
    }
  });
});
