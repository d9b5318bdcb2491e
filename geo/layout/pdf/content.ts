import type { Stroke } from '../drawing.ts';
import { mm } from '../millimetres.ts';
import type { Resources } from './resources.ts';

/** What the reader has set; operators that would set it again are left out. */
interface Pen {
  fill: string;
  stroke: string;
  line: string;
  opacity: string;
}
/** Nothing is taken for granted at the start of a page. */
const UNSET: Pen = { fill: '', stroke: '', line: '', opacity: '' };

/** Operators of a page (ISO 32000-1, annex A), in mm from the paper's top left corner, y down. */
export class Content {
  private readonly operators: string[] = [];
  private readonly saved: Pen[] = [];
  private pen = UNSET;

  constructor(readonly resources: Resources, height: number) {
    this.put(`${POINTS} 0 0 -${POINTS} 0 ${points(height)} cm`);
  }
  put(operator: string): void {
    this.operators.push(operator);
  }
  save(): void {
    this.saved.push({ ...this.pen });
    this.put('q');
  }
  restore(): void {
    this.pen = this.saved.pop() ?? UNSET;
    this.put('Q');
  }
  fill(color: string): void {
    this.set('fill', `${colour(color)} rg`);
  }
  strokeColor(color: string): void {
    this.set('stroke', `${colour(color)} RG`);
  }
  /** Width, dashes, ends and corners. */
  line({ width, dash = [], square = false }: Omit<Stroke, 'color' | 'opacity'>): void {
    this.set('line', `${mm(width)} w [${dash.map(mm).join(' ')}] 0 d ${square ? '2 J 0 j' : '1 J 1 j'}`);
  }
  opacity(fill: number, stroke: number): void {
    this.set('opacity', `/${this.resources.opacity(fill, stroke)} gs`);
  }
  text(): string {
    return `${this.operators.join('\n')}\n`;
  }
  private set(part: keyof Pen, operator: string): void {
    if (this.pen[part] === operator) return;
    this.pen = { ...this.pen, [part]: operator };
    this.put(operator);
  }
}

/** Points in a millimetre, written out far enough for ten metres of paper. */
const POINTS = '2.834645669291';
export const points = (millimetres: number): string => `${Math.round(millimetres / 25.4 * 72 * 1e4) / 1e4}`;

const colours = new Map<string, string>();
function colour(hex: string): string {
  let known = colours.get(hex);
  if (known === undefined) {
    const [, ...parts] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? [];
    if (parts.length < 3) throw new Error(`${hex} is no colour such as #1a2b3c`);
    colours.set(hex, known = parts.map((part) => `${Math.round(Number.parseInt(part, 16) / 255 * 1e4) / 1e4}`).join(' '));
  }
  return known;
}
