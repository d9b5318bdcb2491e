import { portable } from '../../crs/index.ts';
import type { GroupMark, ImageMark, Mark, PathMark, Points, TextMark } from '../drawing.ts';
import { mm } from '../millimetres.ts';
import type { Content } from './content.ts';
import { hex } from './fonts.ts';
import { FONT_NAMES } from './resources.ts';

type Draw<K extends Mark['kind']> = (content: Content, mark: Extract<Mark, { kind: K }>) => void;
const DRAW: { readonly [K in Mark['kind']]: Draw<K> } = { path, text, image, group };

export function drawMarks(content: Content, marks: readonly Mark[]): void {
  for (const mark of marks) (DRAW[mark.kind] as Draw<Mark['kind']>)(content, mark as never);
}

function path(content: Content, { lines, closed, fill, stroke }: PathMark): void {
  const shape = lines.map((line) => lineOperators(line, closed)).filter((text) => text !== '').join('\n');
  if (shape === '') return;
  if (fill) content.fill(fill.color);
  if (stroke) {
    content.strokeColor(stroke.color);
    content.line(stroke);
  }
  content.opacity(fill?.opacity ?? 1, stroke?.opacity ?? 1);
  // One operator for both would let the reader take fill from under a stroke that is half seen through.
  if (fill && stroke && stroke.opacity < 1) content.put(`${shape}\nf*\n${shape}\nS`);
  else if (fill) content.put(`${shape}\n${stroke ? 'B*' : 'f*'}`);
  else if (stroke) content.put(`${shape}\nS`);
}
function lineOperators(line: Points, closed: boolean): string {
  if (line.length < 2) return '';
  let text = `${mm(line[0])} ${mm(line[1])} m`;
  if (line.length < 4) return `${text} ${mm(line[0])} ${mm(line[1])} l`;
  for (let i = 2; i + 1 < line.length; i += 2) text += ` ${mm(line[i])} ${mm(line[i + 1])} l`;
  return closed ? `${text} h` : text;
}

const ANCHORS = { start: 0, middle: 0.5, end: 1 };
function text(content: Content, mark: TextMark): void {
  const { resources } = content, { faces } = resources.book;
  const { size, weight, color, halo, angle = 0 } = mark;
  const { glyphs, width } = faces.set(mark.text, weight);
  if (glyphs.length === 0) return;
  const radians = angle * Math.PI / 180, cos = portable.cos(radians), sin = portable.sin(radians);
  const back = width * size * ANCHORS[mark.anchor];
  const x = mark.x - back * cos, y = mark.y - back * sin;
  content.opacity(1, 1);
  if (halo) drawHalo(content, mark, x, y, cos, sin);
  content.fill(color);
  const codes = resources.fonts[weight];
  let shown = '', carried = 0, rise = 0;
  for (const glyph of glyphs) {
    if (glyph.y !== rise) {
      rise = glyph.y;
      shown += `${shown === '' ? '' : '] TJ '}${mm(rise * size)} Ts [`;
    } else if (shown === '') shown = '[';
    const before = thousandths(carried - glyph.x);
    if (before !== 0) shown += before;
    shown += `<${hex(codes.code(glyph.id, glyph.text))}>`;
    carried = glyph.x + faces.advance(glyph.id, weight) - glyph.advance;
  }
  const turn = [cos, sin, sin, -cos].map(fine).join(' ');
  content.put(`BT /${FONT_NAMES[weight]} ${mm(size)} Tf ${turn} ${mm(x)} ${mm(y)} Tm ${shown}] TJ${rise === 0 ? '' : ' 0 Ts'} ET`);
}
const thousandths = (em: number): number => Math.round(em * 1e6) / 1e3;
const fine = (value: number): string => `${Math.round(value * 1e7) / 1e7}`;

function drawHalo(content: Content, { text: words, size, weight, halo }: TextMark, x: number, y: number, cos: number, sin: number): void {
  const scale = size / 1000;
  let pen = 0;
  content.save();
  content.strokeColor(halo!.color);
  content.put(`${fine(scale * cos)} ${fine(scale * sin)} ${fine(scale * sin)} ${fine(-scale * cos)} ${mm(x)} ${mm(y)} cm`);
  content.line({ width: 2 * halo!.width / scale });
  for (const glyph of content.resources.book.faces.set(words, weight).glyphs) {
    content.put(`q 1 0 0 1 ${mm((pen + glyph.x) * 1000)} ${mm(glyph.y * 1000)} cm /${content.resources.glyph(glyph.id, weight)} Do Q`);
    pen += glyph.advance;
  }
  content.restore();
}

function image(content: Content, { bytes, type, x, y, width, height }: ImageMark): void {
  content.opacity(1, 1);
  content.put(`q ${mm(width)} 0 0 ${mm(-height)} ${mm(x)} ${mm(y + height)} cm /${content.resources.image(bytes, type)} Do Q`);
}

function group(content: Content, { layer, clip, marks }: GroupMark): void {
  if (layer !== undefined) content.put(`/OC /${content.resources.layers.name(layer)} BDC`);
  content.save();
  if (clip) content.put(`${clip.map((ring) => lineOperators(ring, true)).join('\n')}\nW* n`);
  drawMarks(content, marks);
  content.restore();
  if (layer !== undefined) content.put('EMC');
}
