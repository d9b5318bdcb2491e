import { UserError } from '../model/index.ts';

/** Text larger than this is refused before it is parsed: the parsed copy would not fit a browser tab. */
export const LARGEST_TEXT = 256 * 1024 * 1024;

/**
 * Parses JSON that came from outside.
 * @throws UserError `file.too-large`, `file.empty`, `file.truncated`, `file.not-json`, with line and column where known.
 */
export function parseJson(text: string, most = LARGEST_TEXT): unknown {
  if (text.length > most) throw new UserError('file.too-large', { size: Math.ceil(text.length / 1048576), most: Math.floor(most / 1048576) });
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') throw new UserError('file.empty');
  try {
    const document = (mayNamePrototype(body) ? JSON.parse(body, dropPrototype) : JSON.parse(body)) as unknown;
    if (isDeeper(document, DEEPEST)) throw new RangeError('too deep');
    return document;
  } catch (error) {
    if (error instanceof RangeError) throw new UserError('file.too-deep');
    throw explain(body);
  }
}

/** Levels of brackets: what is nested further is no map, and whoever walks it runs out of stack. Collections of collections are a few deep. */
const DEEPEST = 1000;
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  // Most of a map's values are numbers of a position: asked here, they cost no call.
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] === 'object' && !isPair(value[i]) && isDeeper(value[i], most - 1)) return true;
    // A pair was not gone into, and may itself be what is too deep.
    return most === 1 && value.some(isPair);
  }
  for (const key in value) if (isDeeper((value as Record<string, unknown>)[key], most - 1)) return true;
  return false;
}

/** Two numbers: most of the arrays of a map are positions. */
const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'number';

/** Asking at every value takes longer than parsing: only where the text may hold the key, in plain letters or in escaped ones. */
const mayNamePrototype = (text: string): boolean => text.includes('__proto__') || text.includes('\\u00');
/** A key `__proto__` would change what objects are; it has no business in map data. */
function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

function explain(text: string): UserError {
  const start = text.trimStart()[0];
  if (start === '<') return new UserError('file.markup');
  if (start !== '{' && start !== '[') return new UserError('file.not-json', { start: text.trimStart().slice(0, 12).replace(/[^\x20-\x7e\u4e00-\u9fff]/g, '·') });
  const bare = /[:,[]\s*(-?(?:NaN|Infinity))\b/.exec(text);
  if (bare) return new UserError('file.nan', { word: bare[1], line: lineOf(text, bare.index) });
  const at = firstFault(text);
  if (at >= text.trimEnd().length) return new UserError('file.truncated', { line: lineOf(text, text.length), size: text.length });
  const before = text.lastIndexOf('\n', at - 1);
  return new UserError('file.syntax', { line: lineOf(text, at), column: at - before, near: text.slice(at, at + 20).replace(/\s+/g, ' ') });
}

const lineOf = (text: string, at: number): number => {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
};

/** Where JSON stops making sense: engines word it differently (or not at all), so the text is walked once more. */
function firstFault(text: string): number {
  const token = /\s*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([{}[\],:]))/y;
  const open: ('{' | '[')[] = [];
  /** v = value, k = key or end, e = element or end, ',' = comma or end, ':' = colon */
  let want: 'v' | 'k' | 'e' | ',' | ':' = 'v';
  for (let at = 0; ;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return skipBlank(text, at);
    const sign = match[4];
    const begin = token.lastIndex - match[0].trimStart().length;
    if (want === ':') { if (sign !== ':') return begin; want = 'v'; }
    else if (sign === '}' || sign === ']') {
      const fits = (want === ',' || (sign === '}' ? want === 'k' : want === 'e')) && open.pop() === (sign === '}' ? '{' : '[');
      if (!fits) return begin;
      want = ',';
    } else if (want === ',') { if (sign !== ',' || open.length === 0) return begin; want = open[open.length - 1] === '{' ? 'k' : 'v'; }
    else if (want === 'k') { if (!match[1]) return begin; want = ':'; }
    else if (sign === '{') { open.push('{'); want = 'k'; }
    else if (sign === '[') { open.push('['); want = 'e'; }
    else if (sign) return begin;
    else want = ',';
    at = token.lastIndex;
  }
}
function skipBlank(text: string, at: number): number {
  const rest = /\S/.exec(text.slice(at, at + 1000));
  const next = rest ? at + rest.index : text.length;
  // An unfinished string or number at the very end is a cut file, not a wrong letter.
  return /^"[^"]*$|^-?[\d.eE+-]*$|^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(text.slice(next, next + 4000)) ? text.length : next;
}
