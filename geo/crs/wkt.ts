/** Well-known text of a CRS as a tree: `KEYWORD["name", 1, WORD, CHILD[…]]`, brackets square or round (OGC 01-009, 18-010r11). */
export interface WktNode {
  /** In capitals. */
  keyword: string;
  /** The first text in quotation marks. */
  name: string;
  numbers: number[];
  children: WktNode[];
}
/** A file that claims to be a .prj is not always one. */
const LONGEST = 100_000;
const DEEPEST = 40;
const TOKEN = /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_]\w*)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([[\](),]))/y;

/** Null where the text is no well-known text. */
export function parseCrsWkt(text: string): WktNode | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(text.replace(/^\uFEFF/, '').replace(/[\s\0]+$/, ''));
  if (!tokens) return null;
  let at = 0;
  const isOpen = (i: number) => tokens[i]?.mark === '[' || tokens[i]?.mark === '(';

  function node(depth: number): WktNode | null {
    const word = tokens![at]?.word;
    if (word === undefined || !isOpen(at + 1) || depth > DEEPEST) return null;
    at += 2;
    const made: WktNode = { keyword: word.toUpperCase(), name: '', numbers: [], children: [] };
    let isNamed = false;
    for (;;) {
      const { text: quoted, word: bare, number } = tokens![at] ?? {};
      if (bare !== undefined && isOpen(at + 1)) {
        const child = node(depth + 1);
        if (!child) return null;
        made.children.push(child);
      } else {
        if (quoted !== undefined && !isNamed) [made.name, isNamed] = [quoted, true];
        else if (number !== undefined) made.numbers.push(number);
        else if (quoted === undefined && bare === undefined) return null;
        at++;
      }
      const mark = tokens![at++]?.mark;
      if (mark === ']' || mark === ')') return made;
      if (mark !== ',') return null;
    }
  }
  const root = node(0);
  return at === tokens.length ? root : null;
}

interface Token { text?: string; word?: string; number?: number; mark?: string }
function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, quoted, word, number, mark] = match;
    tokens.push(quoted !== undefined ? { text: quoted.replaceAll('""', '"') } : word !== undefined ? { word } : number !== undefined ? { number: Number(number) } : { mark });
  }
  return tokens;
}

/** The first child with one of these keywords, `A|B`. */
export function childOf(node: WktNode | undefined, keywords: string): WktNode | undefined {
  const wanted = keywords.split('|');
  return node?.children.find(({ keyword }) => wanted.includes(keyword));
}
export function anyWithin(node: WktNode, test: (node: WktNode) => boolean): boolean {
  return test(node) || node.children.some((child) => anyWithin(child, test));
}
