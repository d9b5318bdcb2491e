import { writePdf, type Faces } from '../../layout/index.ts';
import type { Block, Minutes } from './blocks.ts';
import { mapPicture, PICTURE, restOfLegend } from './map-picture.ts';
import { lineOf, linesOf, PAGE, Pages } from './pages.ts';
import { putTable } from './page-table.ts';

/** Sizes of letters and heights of lines, mm. */
const TITLE = { size: 6.8, line: 10 }, HEADINGS = { 1: { size: 4.9, line: 8 }, 2: { size: 4.2, line: 7 } } as const, BODY = { size: 3.7, line: 6.2 }, CAPTION = { size: 3.1, line: 6 };
/** What has to fit below a heading, so that it does not stand alone. */
const BELOW = 16, MAP_HEIGHT = PICTURE.height + CAPTION.line + 2;

/**
 * Minutes as a PDF by the layout of plan sheets: text set by its letters, maps as vectors at a true scale with their georeference, bookmarks.
 * The same minutes give the same bytes.
 * @throws UserError `layout.missing-letter`, `layout.date`
 */
export async function minutesPdf(minutes: Minutes, faces: Faces, onPage?: (done: number, of: number) => void | Promise<void>): Promise<Uint8Array> {
  const pages = new Pages();
  minutes.blocks.forEach((block, i) => put(pages, block, minutes, faces, minutes.blocks.slice(i + 1)));
  return writePdf(pages.drawings(minutes), faces, { title: minutes.title, subject: minutes.mark, date: minutes.date, keywords: [...minutes.keywords], bookmarks: pages.bookmarks, ...(onPage ? { onPage } : {}) });
}

/** What has to stand under a heading: the map that it is over, further headings, or the first lines of a text. */
function below([next, ...rest]: readonly Block[]): number {
  if (next?.kind === 'map') return MAP_HEIGHT;
  return next?.kind === 'heading' ? HEADINGS[next.level].line + 2 + below(rest) : BELOW;
}

function put(pages: Pages, block: Block, minutes: Minutes, faces: Faces, after: readonly Block[]): void {
  const { language } = minutes;
  switch (block.kind) {
    case 'title': {
      for (const line of linesOf(block.text, PAGE.width, TITLE.size, faces, true)) putLine(pages, line, TITLE, { bold: true, anchor: 'middle' }, PAGE.width / 2);
      pages.y += 4;
      return;
    }
    case 'heading': {
      const { size, line: height } = HEADINGS[block.level], lines = linesOf(block.text, PAGE.width, size, faces, true);
      pages.y += pages.y === PAGE.top ? 0 : 2;
      pages.keep(lines.length * height + below(after));
      pages.bookmark(block.text, block.level);
      for (const line of lines) putLine(pages, line, { size, line: height }, { bold: true });
      return;
    }
    case 'paragraph': {
      // Two letters in, as Chinese paragraphs begin.
      for (const line of linesOf(language === 'zh' ? `　　${block.text}` : block.text, PAGE.width, BODY.size, faces)) putLine(pages, line, BODY);
      pages.y += 1;
      return;
    }
    case 'list': {
      for (const text of block.lines) {
        linesOf(text, PAGE.width - 10, BODY.size, faces).forEach((line, i) => {
          pages.keep(BODY.line);
          if (i === 0) pages.put(lineOf('•', PAGE.left + 5, pages.y, BODY.size, BODY.line));
          putLine(pages, line, BODY, {}, 10);
        });
      }
      pages.y += 1;
      return;
    }
    case 'table': return putTable(pages, block, faces);
    case 'map': {
      pages.keep(MAP_HEIGHT);
      const picture = mapPicture(block, PAGE.left, pages.y, language, faces);
      pages.put(...picture.marks);
      pages.putFrames(picture.frames);
      pages.y += PICTURE.height + 1;
      for (const text of [block.caption, restOfLegend(picture, language)]) for (const line of text === '' ? [] : linesOf(text, PAGE.width, CAPTION.size, faces)) putLine(pages, line, CAPTION, { anchor: 'middle' }, PAGE.width / 2);
      pages.y += 2;
    }
  }
}

function putLine(pages: Pages, text: string, { size, line }: { size: number; line: number }, rest: Parameters<typeof lineOf>[5] = {}, indent = 0): void {
  pages.keep(line);
  if (text !== '') pages.put(lineOf(text, PAGE.left + indent, pages.y, size, line, rest));
  pages.y += line;
}
