import { portable } from '../../crs/index.ts';
import type { TextMark, Weight } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { outlineSteps, type OutlineStep } from '../font/outline.ts';

/** Where a glyph of a line of text stands: the pen in mm, the em's directions in mm a unit of the font. */
export interface PlacedGlyph {
  id: number;
  x: number;
  y: number;
}
export interface PlacedText {
  glyphs: readonly PlacedGlyph[];
  weight: Weight;
  /** Unit of the font along the baseline, x and y in mm. */
  along: readonly [number, number];
  top: number;
  bottom: number;
}
const ANCHORS = { start: 0, middle: 0.5, end: 1 };

export function placed(faces: Faces, { text, x, y, anchor, size, weight, angle = 0 }: TextMark): PlacedText {
  const { glyphs, width } = faces.set(text, weight), radians = angle * portable.RADIANS;
  const cos = portable.cos(radians) * size, sin = portable.sin(radians) * size;
  let pen = -ANCHORS[anchor] * width;
  const found = glyphs.map((glyph): PlacedGlyph => {
    const u = pen + glyph.x;
    pen += glyph.advance;
    return { id: glyph.id, x: x + u * cos + glyph.y * sin, y: y + u * sin - glyph.y * cos };
  });
  const ys = found.map((glyph) => glyph.y), reach = 3 * size;
  return { glyphs: found, weight, along: [cos / faces.unitsPerEm, sin / faces.unitsPerEm], top: Math.min(...ys, y) - reach, bottom: Math.max(...ys, y) + reach };
}

/** How far a curve may be from its chords, pixels. */
const FLAT = 0.02;
/** Outlines of glyphs, parsed once a sheet. */
export class Outlines {
  private readonly known = new Map<string, readonly OutlineStep[]>();
  constructor(private readonly faces: Faces) {}

  /** The contours of a placed glyph as chords, in pixels from the band's corner. */
  contours({ id, x, y }: PlacedGlyph, { weight, along: [ax, ay] }: PlacedText, scale: number, top: number): number[][] {
    const all: number[][] = [];
    let line: number[] = [];
    const px = (u: number, v: number) => (x + u * ax + v * ay) * scale, py = (u: number, v: number) => (y + u * ay - v * ax) * scale - top;
    for (const step of this.steps(id, weight)) {
      if (step.kind === 'Z') continue;
      if (step.kind === 'M') all.push(line = []);
      if (step.kind === 'M' || step.kind === 'L') line.push(px(step.x, step.y), py(step.x, step.y));
      else if (step.kind === 'Q') quadratic(line, px(step.x1, step.y1), py(step.x1, step.y1), px(step.x, step.y), py(step.x, step.y));
      else cubic(line, [px(step.x1, step.y1), py(step.x1, step.y1), px(step.x2, step.y2), py(step.x2, step.y2), px(step.x, step.y), py(step.x, step.y)]);
    }
    return all;
  }
  private steps(id: number, weight: Weight): readonly OutlineStep[] {
    const key = `${weight} ${id}`;
    let steps = this.known.get(key);
    if (!steps) this.known.set(key, steps = outlineSteps(this.faces.outline(id, weight)));
    return steps;
  }
}

/** A quadratic curve is nowhere farther from n chords of even parameter than |a - 2b + c| / 4n². */
function quadratic(line: number[], bx: number, by: number, cx: number, cy: number): void {
  const ax = line[line.length - 2], ay = line[line.length - 1];
  const bend = Math.abs(ax - 2 * bx + cx) + Math.abs(ay - 2 * by + cy), count = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * FLAT))));
  for (let i = 1; i <= count; i++) {
    const t = i / count, s = 1 - t;
    line.push(s * s * ax + 2 * s * t * bx + t * t * cx, s * s * ay + 2 * s * t * by + t * t * cy);
  }
}
/** |second differences| · 3/4n² bounds a cubic one. */
function cubic(line: number[], [bx, by, cx, cy, dx, dy]: readonly number[]): void {
  const ax = line[line.length - 2], ay = line[line.length - 1];
  const bend = Math.max(Math.abs(ax - 2 * bx + cx) + Math.abs(ay - 2 * by + cy), Math.abs(bx - 2 * cx + dx) + Math.abs(by - 2 * cy + dy)), count = Math.max(1, Math.ceil(Math.sqrt(bend * 3 / (4 * FLAT))));
  for (let i = 1; i <= count; i++) {
    const t = i / count, s = 1 - t, [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    line.push(w0 * ax + w1 * bx + w2 * cx + w3 * dx, w0 * ay + w1 * by + w2 * cy + w3 * dy);
  }
}
