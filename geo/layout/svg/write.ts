import type { Drawing, Weight } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { mm } from '../millimetres.ts';
import { dataUri } from './base64.ts';
import { drawMarks, FAMILY, Picture } from './marks.ts';
import { attributes, escaped } from '../xml.ts';

export interface SvgOptions {
  /** ISO 8601, as given: the engine has no clock. */
  date: string;
  author?: string;
}

/**
 * A sheet as SVG 1.1 in millimetres: one user unit is a millimetre, layers are named groups, text stays text, with the letters of its fonts in the file.
 * @throws UserError `layout.missing-letter`, `layout.image-*`
 */
export async function writeSvg(drawing: Drawing, faces: Faces, { date, author }: SvgOptions): Promise<Uint8Array> {
  const picture = new Picture(faces);
  drawMarks(picture, drawing.marks);
  const { width, height, title } = drawing;
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg', 'xmlns:inkscape': 'http://www.inkscape.org/namespaces/inkscape', width: `${mm(width)}mm`, height: `${mm(height)}mm`, viewBox: `0 0 ${mm(width)} ${mm(height)}`,
    fill: 'none', 'fill-rule': 'evenodd', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'stroke-miterlimit': 4, 'font-family': `'${FAMILY}', 'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif`, 'xml:space': 'preserve',
  });
  const fonts = [await fontFace(picture, 'regular', 400), await fontFace(picture, 'bold', 700)].join('');
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<svg${root}>`, `<title>${escaped(title)}</title>`, about(title, date, author), `<style>${fonts}</style>`,
    `<rect${attributes({ width: mm(width), height: mm(height), fill: '#ffffff' })}/>`, ...picture.lines, '</svg>', ''];
  return new TextEncoder().encode(lines.join('\n'));
}

function about(title: string, date: string, author: string | undefined): string {
  const creator = author ? `<dc:creator>${escaped(author)}</dc:creator>` : '';
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:title>${escaped(title)}</dc:title><dc:date>${escaped(date)}</dc:date>${creator}</rdf:Description></rdf:RDF></metadata>`;
}

async function fontFace({ faces, letters }: Picture, weight: Weight, number: number): Promise<string> {
  if (letters[weight].size === 0) return '';
  const font = await faces.cut(weight, { letters: letters[weight] });
  return `@font-face{font-family:'${FAMILY}';font-weight:${number};src:url(${dataUri(font, 'font/ttf')})}`;
}
