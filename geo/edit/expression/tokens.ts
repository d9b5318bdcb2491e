import { UserError } from '../../model/index.ts';

export type TokenKind = 'word' | 'text' | 'field' | 'operator' | '(' | ')' | ',' | 'end';
export interface Token {
  kind: TokenKind;
  /** Operators in their one spelling: `=`, `and`, `contains` … */
  value: string;
  /** As the user counts, first character = 1. */
  column: number;
}
/** Longer filters are no filters that a person wrote. */
export const LONGEST = 2000;

/** Spellings of operators that are no letters; the longer ones first. */
const SIGNS: readonly [string, string][] = [
  ['>=', '>='], ['<=', '<='], ['==', '='], ['!=', '!='], ['<>', '!='], ['&&', 'and'], ['||', 'or'],
  ['≥', '>='], ['≤', '<='], ['≠', '!='], ['>', '>'], ['<', '<'], ['=', '='], ['＝', '='], ['＞', '>'], ['＜', '<'], ['!', 'not'], ['！', 'not'],
];
/** English operators stand alone; Chinese ones may touch their neighbours: 名称包含西且泊位数为空. Longer ones first. */
const ENGLISH: Readonly<Record<string, string>> = { and: 'and', or: 'or', not: 'not', contains: 'contains', in: 'in', is: 'is', null: 'null' };
const CHINESE: readonly [string, string][] = [
  ['不包含', 'not contains'], ['不属于', 'not in'], ['不为空', 'is not null'], ['不等于', '!='], ['大于等于', '>='], ['小于等于', '<='],
  ['包含', 'contains'], ['属于', 'in'], ['为空', 'is null'], ['非空', 'is not null'], ['等于', '='], ['大于', '>'], ['小于', '<'],
  ['并且', 'and'], ['或者', 'or'], ['且', 'and'], ['或', 'or'], ['非', 'not'],
];
const BRACKETS: Readonly<Record<string, TokenKind>> = { '(': '(', '（': '(', ')': ')', '）': ')', ',': ',', '，': ',', '、': ',' };
const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '「': '」' };
const ENDS_WORD = /[\s()（）,，、"'“”‘’「」[\]<>=!≥≤≠＝＞＜！&|]/;

/** Takes a filter apart. `isField` tells names of fields, so that operators written against them are found. */
export function tokenise(text: string, isField: (name: string) => boolean): Token[] {
  if (text.length > LONGEST) throw new UserError('expression.long', { most: LONGEST });
  const tokens: Token[] = [];
  const add = (kind: TokenKind, value: string, at: number) => tokens.push({ kind, value, column: at + 1 });
  let at = 0;
  while (at < text.length) {
    const character = text[at], sign = SIGNS.find(([spelling]) => text.startsWith(spelling, at));
    if (/\s/.test(character)) at++;
    else if (Object.hasOwn(BRACKETS, character)) { add(BRACKETS[character], character, at); at++; }
    else if (Object.hasOwn(QUOTES, character) || character === '[') {
      const close = text.indexOf(character === '[' ? ']' : QUOTES[character], at + 1);
      if (close < 0) throw new UserError('expression.open-quote', { column: at + 1 });
      add(character === '[' ? 'field' : 'text', text.slice(at + 1, close), at);
      at = close + 1;
    } else if (sign) { add('operator', sign[1], at); at += sign[0].length; }
    else {
      let end = at;
      while (end < text.length && !ENDS_WORD.test(text[end])) end++;
      // A sign that begins nothing: a lone & or ].
      if (end === at) throw new UserError('expression.sign', { column: at + 1, given: character });
      splitWord(text.slice(at, end), at, isField, add);
      at = end;
    }
  }
  add('end', '', text.length);
  return tokens;
}

type Add = (kind: TokenKind, value: string, at: number) => void;
function splitWord(word: string, at: number, isField: (name: string) => boolean, add: Add): void {
  if (word === '') return;
  const english = ENGLISH[word.toLowerCase()];
  if (Object.hasOwn(ENGLISH, word.toLowerCase())) return add('operator', english, at);
  // A whole name wins over an operator inside it: 非机动车 is a word, not 非 and 机动车.
  if (isField(word)) return add('word', word, at);
  for (let i = 0; i < word.length; i++) {
    for (const [spelling, operator] of CHINESE) {
      if (!word.startsWith(spelling, i) || !parts(word.slice(0, i), operator, word.slice(i + spelling.length), isField)) continue;
      if (i > 0) add('word', word.slice(0, i), at);
      add('operator', operator, at + i);
      return splitWord(word.slice(i + spelling.length), at + i + spelling.length, isField, add);
    }
  }
  add('word', word, at);
}
/** Comparisons follow a field; 且 and 或 stand before a field, or alone; 非 begins. */
function parts(before: string, operator: string, after: string, isField: (name: string) => boolean): boolean {
  if (before === '' && after === '') return true;
  if (operator === 'and' || operator === 'or') return after === '' ? false : beginsWithField(after, isField);
  if (operator === 'not') return before === '' && beginsWithField(after, isField);
  return before === '' || isField(before);
}
function beginsWithField(text: string, isField: (name: string) => boolean): boolean {
  for (let end = text.length; end > 0; end--) if (isField(text.slice(0, end))) return true;
  return text.startsWith('非');
}
