import type { IRunOptions, ISectionOptions, Paragraph, Table } from 'docx';
import { unzip, zip } from '../../io/index.ts';
import { writePng, type Faces } from '../../layout/index.ts';
import { say } from '../../messages/index.ts';
import type { Block, MapBlock, Minutes, TableBlock } from './blocks.ts';
import { pictureDrawing, restOfLegend } from './map-picture.ts';

type Docx = typeof import('docx');

/** Fonts that every Chinese Word has; Latin letters stand in the second. Sizes in half points, lengths in twips. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' }, HEADING = { ...BODY, eastAsia: '黑体' }, TABLE = { ...BODY, eastAsia: '宋体' };
const A4 = { width: 11906, height: 16838 }, MARGIN = { top: 1440, bottom: 1247, left: 1418, right: 1418 }, WIDTH = A4.width - MARGIN.left - MARGIN.right;
const MARKED = 'FFF1DC', HEAD = 'E8EDF2', DPI = 200, PIXEL_MM = 25.4 / 96;

/**
 * Minutes as a Word document: real headings, tables whose header rows repeat, page numbers, maps as pictures. No clock and no chance: the
 * same minutes give the same bytes. The library loads on first use.
 * @throws UserError `layout.missing-letter` for a name on a map
 */
export async function minutesDocx(minutes: Minutes, faces: Faces, onMap?: (done: number, of: number) => void | Promise<void>): Promise<Uint8Array> {
  const docx = await import('docx');
  const maps = minutes.blocks.filter((block) => block.kind === 'map'), pictures = new Map<Block, Picture>();
  for (const map of maps) {
    const drawing = pictureDrawing(map, minutes.language, faces);
    pictures.set(map, { png: await writePng(drawing, faces, { dpi: DPI }), rest: restOfLegend(drawing, minutes.language) });
    await onMap?.(pictures.size, maps.length);
  }
  const writer = new Writer(docx, minutes, pictures);
  const document = new docx.Document({
    title: minutes.title, creator: 'Undercroft', lastModifiedBy: 'Undercroft', description: minutes.mark, keywords: minutes.keywords.join(', '),
    styles: writer.styles(), numbering: { config: [{ reference: 'list', levels: [{ level: 0, format: 'bullet', text: '•', alignment: 'left', style: { paragraph: { indent: { left: 560, hanging: 280 } } } }] }] },
    sections: [writer.section()],
  });
  return settled(new Uint8Array(await docx.Packer.toArrayBuffer(document)), minutes.date);
}

/** A map as a PNG, and what its legend has no room for. */
interface Picture { png: Uint8Array; rest: string }

class Writer {
  constructor(private readonly docx: Docx, private readonly minutes: Minutes, private readonly pictures: ReadonlyMap<Block, Picture>) {}

  styles() {
    const language = this.minutes.language === 'zh' ? { eastAsia: 'zh-CN', value: 'en-US' } : { value: 'en-US', eastAsia: 'zh-CN' };
    const heading = (size: number, before: number) => ({ run: { font: HEADING, size, bold: false, color: '000000' }, paragraph: { spacing: { before, after: 120 }, keepNext: true } });
    return {
      default: {
        document: { run: { font: BODY, size: 24, language }, paragraph: { spacing: { line: 360, lineRule: 'auto' as const, after: 60 } } },
        title: { run: { font: HEADING, size: 40, bold: true, color: '000000' }, paragraph: { alignment: 'center' as const, spacing: { before: 120, after: 320 } } },
        heading1: heading(30, 320), heading2: heading(26, 200),
      },
    };
  }

  section(): ISectionOptions {
    const { Footer, Header, PageNumber } = this.docx, { minutes } = this;
    const small: Partial<IRunOptions> = { size: 18, font: TABLE };
    // The words around the numbers, whatever their order in the language.
    const parts = say('minutes.page', minutes.language).split(/(\{page\}|\{pages\})/).map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part));
    return {
      properties: { page: { size: A4, margin: { ...MARGIN, header: 720, footer: 620 } } },
      headers: { default: new Header({ children: [this.line(minutes.mark, small, 'right')] }) },
      footers: { default: new Footer({ children: [new this.docx.Paragraph({ alignment: 'center', children: [new this.docx.TextRun({ ...small, children: parts })] })] }) },
      children: minutes.blocks.flatMap((block) => this.block(block)),
    };
  }

  private block(block: Block): (Paragraph | Table)[] {
    const { Paragraph } = this.docx;
    switch (block.kind) {
      case 'title': return [new Paragraph({ heading: 'Title', text: block.text })];
      case 'heading': return [new Paragraph({ heading: block.level === 1 ? 'Heading1' : 'Heading2', text: block.text })];
      case 'paragraph': return [new Paragraph({ text: block.text, alignment: 'both', indent: this.minutes.language === 'zh' ? { firstLine: 480 } : undefined })];
      case 'list': return block.lines.map((text) => new Paragraph({ text, numbering: { reference: 'list', level: 0 } }));
      case 'table': return [this.table(block), new Paragraph({ text: '', spacing: { line: 120, lineRule: 'auto', after: 0 } })];
      case 'map': return this.map(block);
    }
  }

  private line(text: string, run: Partial<IRunOptions>, alignment: 'left' | 'right' | 'center' = 'left'): Paragraph {
    return new this.docx.Paragraph({ alignment, spacing: { line: 280, lineRule: 'auto', after: 0 }, children: [new this.docx.TextRun({ text, ...run })] });
  }

  private table({ head, rows, shares, marked, figures }: TableBlock): Table {
    const { Table: WordTable, TableCell, TableRow } = this.docx;
    const sum = shares.reduce((a, b) => a + b, 0), widths = shares.map((share) => Math.round(share / sum * WIDTH));
    const cell = (text: string, column: number, fill: string | null, bold: boolean) => new TableCell({
      width: { size: widths[column], type: 'dxa' }, margins: { top: 40, bottom: 40, left: 90, right: 90 }, verticalAlign: 'center', ...(fill ? { shading: { type: 'clear', fill, color: 'auto' } } : {}),
      children: [this.line(text, { size: 20, font: TABLE, bold }, figures.has(column) && !bold ? 'right' : 'left')],
    });
    return new WordTable({
      width: { size: WIDTH, type: 'dxa' }, columnWidths: widths, layout: 'fixed',
      rows: [
        ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, c) => cell(text, c, HEAD, true)) })] : []),
        ...rows.map((row, r) => new TableRow({ cantSplit: true, children: row.map((text, c) => cell(text, c, marked.has(r) ? MARKED : !head && c === 0 ? HEAD : null, !head && c === 0)) })),
      ],
    });
  }

  private map(block: MapBlock): Paragraph[] {
    const { ImageRun, Paragraph } = this.docx, { png, rest } = this.pictures.get(block)!, { width, height } = pictureSize(png);
    const image = new ImageRun({ type: 'png', data: png, transformation: { width: width / DPI * 25.4 / PIXEL_MM, height: height / DPI * 25.4 / PIXEL_MM }, altText: { name: block.caption, title: block.caption, description: block.caption } });
    return [
      new Paragraph({ alignment: 'center', keepNext: true, spacing: { before: 80, after: 40, line: 240, lineRule: 'auto' }, children: [image] }),
      ...[block.caption, rest].filter((text) => text !== '').map((text) => this.line(text, { size: 20, font: TABLE }, 'center')),
    ];
  }
}
/** From the header of a PNG. */
function pictureSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The library puts the time of the clock in; what is left is the day of the meeting, or none. */
async function settled(bytes: Uint8Array, date: string): Promise<Uint8Array> {
  const files = await unzip(bytes);
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : null;
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  return zip(files.map(({ path, bytes: part }) => ({
    name: path, bytes: path !== 'docProps/core.xml' ? part : new TextEncoder().encode(text(part).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:\w+>)/g, (_, open: string, close: string) => (day ? `${open}${day}${close}` : ''))),
  })));
}
