import type { GroupMark, ImageMark, Mark, PathMark, Points, TextMark, Weight } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { readJpeg } from '../image/jpeg.ts';
import { filteredRows, readPng } from '../image/png-chunks.ts';
import { mm } from '../millimetres.ts';
import { dataUri } from './base64.ts';
import { attributes, escaped, Ids } from '../xml.ts';

/** The picture as it grows: lines of XML, and the letters that its fonts will need. */
export class Picture {
  readonly lines: string[] = [];
  readonly ids = new Ids();
  readonly letters: Readonly<Record<Weight, Set<number>>> = { regular: new Set(), bold: new Set() };
  constructor(readonly faces: Faces) {}
}
type Draw<K extends Mark['kind']> = (picture: Picture, mark: Extract<Mark, { kind: K }>) => void;
const DRAW: { readonly [K in Mark['kind']]: Draw<K> } = { path, text, image, group };

export function drawMarks(picture: Picture, marks: readonly Mark[]): void {
  for (const mark of marks) (DRAW[mark.kind] as Draw<Mark['kind']>)(picture, mark as never);
}

const below1 = (opacity: number | undefined) => (opacity === undefined || opacity >= 1 ? undefined : mm(Math.max(0, opacity)));
/** What most marks share is said once, at the root: no fill, round ends and corners, even-odd. */
function path({ lines: picture }: Picture, { lines, closed, fill, stroke }: PathMark): void {
  const d = pathData(lines, closed);
  if (d === '' || (!fill && !stroke)) return;
  const pen = stroke && {
    stroke: stroke.color, 'stroke-width': mm(stroke.width), 'stroke-opacity': below1(stroke.opacity), 'stroke-dasharray': stroke.dash?.map(mm).join(' ') || undefined,
    'stroke-linecap': stroke.square ? 'square' : undefined, 'stroke-linejoin': stroke.square ? 'miter' : undefined,
  };
  picture.push(`<path${attributes({ d, fill: fill?.color, 'fill-opacity': below1(fill?.opacity), ...pen })}/>`);
}
function pathData(lines: readonly Points[], closed: boolean): string {
  return lines.filter(({ length }) => length >= 2).map((line) => {
    let data = `M${mm(line[0])} ${mm(line[1])}`;
    if (line.length < 4) return `${data}h0`;
    for (let i = 2; i + 1 < line.length; i += 2) data += `${i === 2 ? 'L' : ' '}${mm(line[i])} ${mm(line[i + 1])}`;
    return closed ? `${data}Z` : data;
  }).join('');
}

export const FAMILY = 'Undercroft sheet';
function text(picture: Picture, { text: words, x, y, anchor, size, weight, color, angle, halo }: TextMark): void {
  const { width } = picture.faces.set(words, weight);
  for (const letter of words) picture.letters[weight].add(letter.codePointAt(0)!);
  picture.lines.push(`<text${attributes({
    x: mm(x), y: mm(y), 'font-size': mm(size), 'font-weight': weight === 'bold' ? 700 : undefined, fill: color, 'text-anchor': anchor === 'start' ? undefined : anchor,
    // Where another font steps in, a line is still as long as the sheet has room for.
    textLength: width > 0 ? mm(width * size) : undefined,
    transform: angle ? `rotate(${mm(angle)} ${mm(x)} ${mm(y)})` : undefined,
    stroke: halo?.color, 'stroke-width': halo && mm(2 * halo.width), 'paint-order': halo && 'stroke',
  })}>${escaped(words)}</text>`);
}

/** @throws UserError `layout.image-*` for what is no whole image: a sheet is never half drawn */
function image({ lines }: Picture, { bytes, type, x, y, width, height }: ImageMark): void {
  if (type === 'image/jpeg') readJpeg(bytes);
  else filteredRows(readPng(bytes));
  lines.push(`<image${attributes({ x: mm(x), y: mm(y), width: mm(width), height: mm(height), preserveAspectRatio: 'none', href: dataUri(bytes, type) })}/>`);
}

function group(picture: Picture, { id, layer, clip, marks }: GroupMark): void {
  const own = picture.ids.of(id), window = clip && picture.ids.of(`${id}-clip`);
  if (window) picture.lines.push(`<clipPath id="${window}"><path clip-rule="evenodd" d="${pathData(clip, true)}"/></clipPath>`);
  picture.lines.push(`<g${attributes({ id: own, 'clip-path': window && `url(#${window})`, 'inkscape:groupmode': layer === undefined ? undefined : 'layer', 'inkscape:label': layer?.title })}>`);
  drawMarks(picture, marks);
  picture.lines.push('</g>');
}
