import type { Drawing, Faces, Mark } from '../../geo/index.ts';

/** A part of the paper, mm, and how finely it is painted. */
export interface Pane { x: number; y: number; width: number; height: number; pixelsPerMm: number }

/** The sheet as pixels for the screen: the marks that the files are made of, letters by their own outlines. */
export async function paintSheet(drawing: Drawing, faces: Faces, pane: Pane): Promise<ImageBitmap> {
  await Promise.all(imagesOf(drawing.marks).map(decode));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(pane.width * pane.pixelsPerMm)), Math.max(1, Math.round(pane.height * pane.pixelsPerMm)));
  const pen = canvas.getContext('2d')!;
  pen.scale(pane.pixelsPerMm, pane.pixelsPerMm);
  pen.translate(-pane.x, -pane.y);
  new Painter(pen, faces).paint(drawing.marks);
  return canvas.transferToImageBitmap();
}

class Painter {
  constructor(private readonly pen: OffscreenCanvasRenderingContext2D, private readonly faces: Faces) {}

  paint(marks: readonly Mark[]): void {
    for (const mark of marks) {
      switch (mark.kind) {
        case 'path': this.path(mark); break;
        case 'text': this.text(mark); break;
        case 'group': this.group(mark); break;
        case 'image': this.image(mark); break;
      }
    }
  }

  private group({ clip, marks }: Extract<Mark, { kind: 'group' }>): void {
    this.pen.save();
    if (clip) this.pen.clip(pathOf(clip, true), 'evenodd');
    this.paint(marks);
    this.pen.restore();
  }
  private path({ lines, closed, fill, stroke }: Extract<Mark, { kind: 'path' }>): void {
    const { pen } = this;
    const path = pathOf(lines, closed);
    if (fill) {
      pen.fillStyle = fill.color;
      pen.globalAlpha = fill.opacity;
      pen.fill(path, 'evenodd');
    }
    if (stroke) {
      pen.strokeStyle = stroke.color;
      pen.globalAlpha = stroke.opacity;
      pen.lineWidth = stroke.width;
      pen.lineCap = stroke.square ? 'square' : 'round';
      pen.lineJoin = stroke.square ? 'miter' : 'round';
      pen.setLineDash(stroke.dash ? [...stroke.dash] : []);
      pen.stroke(path);
    }
    pen.globalAlpha = 1;
  }
  private text({ text, x, y, anchor, size, weight, color, angle = 0, halo }: Extract<Mark, { kind: 'text' }>): void {
    const { pen, faces } = this;
    const { glyphs, width } = faces.set(text, weight);
    pen.save();
    pen.translate(x, y);
    pen.rotate(angle * Math.PI / 180);
    pen.scale(size / faces.unitsPerEm, -size / faces.unitsPerEm);
    pen.translate(-{ start: 0, middle: 0.5, end: 1 }[anchor] * width * faces.unitsPerEm, 0);
    const line = new Path2D();
    let at = 0;
    for (const glyph of glyphs) {
      line.addPath(this.glyph(glyph.id, weight), new DOMMatrix([1, 0, 0, 1, (at + glyph.x) * faces.unitsPerEm, glyph.y * faces.unitsPerEm]));
      at += glyph.advance;
    }
    if (halo && halo.width > 0) {
      pen.strokeStyle = halo.color;
      pen.lineJoin = 'round';
      pen.setLineDash([]);
      pen.lineWidth = 2 * halo.width * faces.unitsPerEm / size;
      pen.stroke(line);
    }
    pen.fillStyle = color;
    pen.fill(line);
    pen.restore();
  }
  private glyph(id: number, weight: 'regular' | 'bold'): Path2D {
    const key = `${weight} ${id}`;
    let path = GLYPHS.get(key);
    if (!path) GLYPHS.set(key, path = new Path2D(this.faces.outline(id, weight)));
    return path;
  }
  private image({ bytes, x, y, width, height }: ImageMark): void {
    const picture = PICTURES.get(bytes);
    if (picture) this.pen.drawImage(picture, x, y, width, height);
    else {
      this.pen.fillStyle = '#e4e8ec';
      this.pen.fillRect(x, y, width, height);
    }
  }
}

type ImageMark = Extract<Mark, { kind: 'image' }>;
/** By the bytes of the mark, which last as long as the drawing. One that cannot be read is shown as its place; the file's writer says why. */
const PICTURES = new WeakMap<Uint8Array, ImageBitmap>();
const imagesOf = (marks: readonly Mark[]): ImageMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? imagesOf(mark.marks) : mark.kind === 'image' ? [mark] : []));
async function decode({ bytes, type }: ImageMark): Promise<void> {
  if (PICTURES.has(bytes)) return;
  const picture = await createImageBitmap(new Blob([bytes as BlobPart], { type })).catch(() => null);
  if (picture) PICTURES.set(bytes, picture);
}

/** One font for all sheets, so outlines are kept as long as the worker lives. */
const GLYPHS = new Map<string, Path2D>();

function pathOf(lines: readonly (readonly number[])[], closed: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (i === 0) path.moveTo(line[0], line[1]);
      else path.lineTo(line[i], line[i + 1]);
    }
    if (closed) path.closePath();
  }
  return path;
}
