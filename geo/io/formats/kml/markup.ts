import { UserError } from '../../../model/index.ts';

/** Elements within elements: real files have some ten; a parser that calls itself breaks at some thousands. */
const DEEPEST = 100;

/**
 * Looks a text over before it is handed to the parser: KML defines no entities, so a file that does is an attack
 * ("billion laughs", files read from elsewhere), and the depth is bounded.
 *
 * @throws UserError `kml.doctype`, `kml.depth`, `kml.not`
 */
export function refuseDangerous(text: string): void {
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) throw new UserError('kml.doctype');
  if (!/<(?:\w+:)?(?:kml|Document|Folder|Placemark)[\s>/]/.test(text)) throw new UserError('kml.not');
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '!' || next === '?') { at = skipTo(text, at, text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : '>'); continue; }
    if (next === '/') { depth--; continue; }
    const end = text.indexOf('>', at);
    if (end < 0) return;
    if (text[end - 1] !== '/') depth++;
    if (depth > DEEPEST) throw new UserError('kml.depth', { most: DEEPEST });
    at = end;
  }
}
function skipTo(text: string, at: number, mark: string): number {
  const end = text.indexOf(mark, at);
  return end < 0 ? text.length : end;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' };
/** The words of a description that is written as a web page: rows of tables become lines. Nothing of it is ever shown as markup. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(?:br|\/p|\/tr|\/div|\/li|\/h\d)\b[^>]*>/gi, '\n').replace(/<\/t[dh]\s*>/gi, '\t').replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal?: string, hex?: string, name?: string) => (name ? NAMED[name.toLowerCase()] : letterOf(decimal ? Number(decimal) : parseInt(hex!, 16)) ?? whole))
    .split('\n').map((line) => line.replace(/[^\S\t]+/g, ' ').replace(/\s*\t\s*/g, ': ').replace(/:\s*$/, '').trim()).filter((line) => line !== '').join('\n');
}
const letterOf = (code: number): string | null => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null);
/** Whether a text holds tags of a web page. */
export const hasMarkup = (text: string): boolean => /<\/?[a-z][^<>]*>/i.test(text);
