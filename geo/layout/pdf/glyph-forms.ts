import type { PDFRef } from '@cantoo/pdf-lib';
import type { Weight } from '../drawing.ts';
import { outlineSteps } from '../font/outline.ts';
import { mm } from '../millimetres.ts';
import { bytesOf, type Book } from './book.ts';

/**
 * The outline of a glyph as a form, em = 1000 units, y up, stroked. Halos are drawn so and not as stroked text, for text that stands twice on a page
 * is found and copied twice.
 */
export function glyphForm(book: Book, id: number, weight: Weight): PDFRef {
  const path = pathOperators(book.faces.outline(id, weight), 1000 / book.faces.unitsPerEm);
  return book.stream(bytesOf(path === '' ? '' : `${path}\nS\n`), { Type: 'XObject', Subtype: 'Form', BBox: [-REACH, -REACH, REACH, REACH] });
}
/** Wider than any glyph with its halo. */
const REACH = 4000;

function pathOperators(outline: string, scale: number): string {
  let [penX, penY] = [0, 0];
  const at = (...numbers: number[]) => numbers.map((value) => mm(value * scale)).join(' ');
  return outlineSteps(outline).map((step) => {
    if (step.kind === 'Z') return 'h';
    const [fromX, fromY] = [penX, penY];
    [penX, penY] = [step.x, step.y];
    if (step.kind === 'M') return `${at(step.x, step.y)} m`;
    if (step.kind === 'L') return `${at(step.x, step.y)} l`;
    if (step.kind === 'C') return `${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)} c`;
    // PDF knows cubic curves only: a quadratic one raised by a degree.
    const third = (from: number, control: number) => from + (control - from) * 2 / 3;
    return `${at(third(fromX, step.x1), third(fromY, step.y1), third(step.x, step.x1), third(step.y, step.y1), step.x, step.y)} c`;
  }).join('\n');
}
