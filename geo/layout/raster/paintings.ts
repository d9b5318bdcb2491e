import type { GroupMark, ImageMark, Mark, PathMark, Points, Stroke, TextMark } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import type { Pixels } from '../image/png.ts';
import type { Canvas, Ink, Rgb, Window } from './canvas.ts';
import { dashed } from './dashes.ts';
import { paintImage, pixelsOf } from './images.ts';
import { Outlines, placed } from './letters.ts';
import { addRings } from './rings.ts';
import { addStroke } from './stroker.ts';

/** A mark that is ready to be painted band by band; top and bottom in mm tell the bands that it is in. */
export interface Painting {
  top: number;
  bottom: number;
  paint(canvas: Canvas): void;
}
interface Studio {
  outlines: Outlines;
  faces: Faces;
  images: Map<Uint8Array, Pixels>;
  window: Window | null;
}
type Prepare<K extends Mark['kind']> = (studio: Studio, mark: Extract<Mark, { kind: K }>) => Painting[];
const PREPARE: { readonly [K in Mark['kind']]: Prepare<K> } = { path, text, image, group };

/**
 * In the order in which they are painted. Nothing is worked out yet but where they are, so that a sheet of any size takes the memory of its marks and a band.
 * @throws UserError `layout.missing-letter`, `layout.image-*`
 */
export function paintings(marks: readonly Mark[], faces: Faces): Painting[] {
  return all({ faces, outlines: new Outlines(faces), images: new Map(), window: null }, marks);
}
function all(studio: Studio, marks: readonly Mark[]): Painting[] {
  const found: Painting[] = [];
  for (const mark of marks) for (const painting of (PREPARE[mark.kind] as Prepare<Mark['kind']>)(studio, mark as never)) found.push(painting);
  return found;
}

function path({ window }: Studio, { lines, closed, fill, stroke }: PathMark): Painting[] {
  const [top, bottom] = reach(lines), drawn = lines.filter(({ length }) => length >= 2);
  const found: Painting[] = [];
  if (fill) {
    const ink: Ink = { rule: 'even-odd', color: rgbOf(fill.color), opacity: fill.opacity, window };
    found.push({ top, bottom, paint: (canvas) => canvas.paint(ink, () => addRings(canvas, drawn)) });
  }
  if (stroke && stroke.width > 0) {
    const ink: Ink = { rule: 'nonzero', color: rgbOf(stroke.color), opacity: stroke.opacity, window }, beyond = stroke.width * (stroke.square ? 2 : 0.5);
    found.push({ top: top - beyond, bottom: bottom + beyond, paint: (canvas) => canvas.paint(ink, () => { for (const line of drawn) strokeLine(canvas, line, closed, stroke); }) });
  }
  return found;
}
function strokeLine({ coverage, scale, top }: Canvas, line: Points, closed: boolean, { width, dash, square = false }: Stroke): void {
  const points = line.map((value, i) => (i % 2 === 0 ? value * scale : value * scale - top)), pen = { radius: width * scale / 2, square };
  if (!dash || dash.length === 0) addStroke(coverage, points, closed, pen);
  else for (const piece of dashed(points, closed, dash.map((length) => length * scale))) addStroke(coverage, piece, false, pen);
}

function text({ faces, outlines, window }: Studio, mark: TextMark): Painting[] {
  const place = placed(faces, mark), { glyphs, top, bottom } = place, { halo } = mark;
  const contours = (canvas: Canvas) => glyphs.flatMap((glyph) => outlines.contours(glyph, place, canvas.scale, canvas.top));
  const ink = (color: string): Ink => ({ rule: 'nonzero', color: rgbOf(color), opacity: 1, window });
  const letters: Painting = { top, bottom, paint: (canvas) => canvas.paint(ink(mark.color), () => { for (const line of contours(canvas)) addContour(canvas, line); }) };
  const border = halo && { top: top - halo.width, bottom: bottom + halo.width, paint: (canvas: Canvas) => canvas.paint(ink(halo.color), () => {
    for (const line of contours(canvas)) addStroke(canvas.coverage, line, true, { radius: halo.width * canvas.scale, square: false });
  }) };
  return border ? [border, letters] : [letters];
}

function addContour({ coverage }: Canvas, line: readonly number[]): void {
  for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) coverage.edge(line[j], line[j + 1], line[i], line[i + 1]);
}

function image({ images, window }: Studio, mark: ImageMark): Painting[] {
  if (!images.has(mark.bytes)) images.set(mark.bytes, pixelsOf(mark));
  return [{ top: mark.y, bottom: mark.y + mark.height, paint: (canvas) => paintImage(canvas, mark, images.get(mark.bytes)!, window) }];
}

function group(studio: Studio, { clip, marks }: GroupMark): Painting[] {
  if (!clip) return all(studio, marks);
  const outer = studio.window, [top, bottom] = reach(clip);
  const window: Window = { rings: clip, outer, depth: outer ? outer.depth + 1 : 0, top: Math.max(top, outer?.top ?? top), bottom: Math.min(bottom, outer?.bottom ?? bottom) };
  return all({ ...studio, window }, marks).map((painting) => ({ ...painting, top: Math.max(painting.top, window.top), bottom: Math.min(painting.bottom, window.bottom) })).filter((painting) => painting.top < painting.bottom);
}

function reach(lines: readonly Points[]): [top: number, bottom: number] {
  let top = Infinity, bottom = -Infinity;
  for (const line of lines) for (let i = 1; i < line.length; i += 2) {
    if (!Number.isFinite(line[i]) || !Number.isFinite(line[i - 1])) throw new Error(`${line[i - 1]}, ${line[i]} is no place on a sheet`);
    if (line[i] < top) top = line[i];
    if (line[i] > bottom) bottom = line[i];
  }
  return [top, bottom];
}
function rgbOf(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`${hex} is no colour such as #1a2b3c`);
  return [number >> 16, number >> 8 & 0xff, number & 0xff];
}
