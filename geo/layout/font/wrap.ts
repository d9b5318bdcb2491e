import type { Weight } from '../drawing.ts';
import type { Faces } from './faces.ts';

/** Marks that begin no line, and that end none (避头尾). */
const NOT_FIRST = /^[，。、；：？！）》〉】』」”’…—·%,.;:?!)\]}]/, NOT_LAST = /[（《〈【『「“‘([{]$/;

/** Breaks text into lines of at most a width (mm): between Chinese letters and at spaces, not before or after what may not stand there. */
export function wrapText(text: string, width: number, size: number, faces: Faces, weight: Weight = 'regular'): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, (line) => faces.width(line, size, weight) <= width));
}

function wrapParagraph(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line === '' || fits((line + piece).trimEnd())) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

/** What may not be torn apart: Latin words with the space behind them, Chinese letters with the marks that cling to them. */
function pieces(text: string): string[] {
  const raw = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+|[\s\S]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined[joined.length - 1];
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** The text, or its beginning with an ellipsis where it is wider than so much (mm). */
export function shortened(text: string, width: number, size: number, faces: Faces, weight: Weight = 'regular'): string {
  if (faces.width(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && faces.width(`${letters.join('')}…`, size, weight) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** How far words are set smaller before they are cut. */
const SMALLEST = 0.6;
export interface Fitted { text: string; size: number; cut: boolean }
/** Words set smaller until they fit a width (mm), and cut only where even that does not do. */
export function fitted(text: string, width: number, size: number, faces: Faces, weight: Weight = 'regular'): Fitted {
  const clean = text.replace(/\s+/g, ' ');
  const wide = faces.width(clean, size, weight);
  if (wide <= width) return { text: clean, size, cut: false };
  const smaller = size * Math.max(SMALLEST, width / wide);
  const short = shortened(clean, width * (1 + 1e-9), smaller, faces, weight);
  return { text: short, size: smaller, cut: short !== clean };
}
