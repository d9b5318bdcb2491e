import type { Faces, Mark } from '../../layout/index.ts';
import type { TableBlock } from './blocks.ts';
import { lineOf, linesOf, PAGE, type Pages } from './pages.ts';

/** mm. */
const SIZE = 3.1, LINE = 4.6, PAD = 1.3;
const RULE = '#8a96a3', HEAD = '#e8edf2', MARKED = '#fff1dc';

interface Row { cells: string[][]; fill: string | null; bold: boolean }

/** A ruled table over the width of the page; its heading stands again on every page that it goes on to. A row is torn only where no page would hold it. */
export function putTable(pages: Pages, table: TableBlock, faces: Faces): void {
  const widths = widthsOf(table);
  const rowOf = (texts: readonly string[], fill: string | null, bold: boolean): Row => ({ fill, bold, cells: texts.map((text, c) => linesOf(text, widths[c] - 2 * PAD, SIZE, faces, bold || isLabel(table, c))) });
  const head = table.head ? rowOf(table.head, HEAD, true) : null, rows = table.rows.map((row, r) => rowOf(row, table.marked.has(r) ? MARKED : null, false));
  const putHead = () => { if (head) putRow(pages, head, table, widths); };
  const headHeight = head ? heightOf(head) : 0;
  // Never a heading alone at the foot of a page.
  pages.keep(headHeight + (rows[0] ? Math.min(heightOf(rows[0]), PAGE.bottom - PAGE.top - headHeight) : 0));
  putHead();
  for (let row of rows) {
    const fitsOnOne = heightOf(row) <= PAGE.bottom - PAGE.top - headHeight;
    if (fitsOnOne && pages.keep(heightOf(row))) putHead();
    while (heightOf(row) > pages.room) {
      const lines = Math.floor((pages.room - 2 * PAD) / LINE);
      if (lines > 0) putRow(pages, { ...row, cells: row.cells.map((cell) => cell.slice(0, lines)) }, table, widths);
      row = { ...row, cells: row.cells.map((cell) => cell.slice(Math.max(0, lines))) };
      pages.turn();
      putHead();
    }
    putRow(pages, row, table, widths);
  }
  pages.y += 3;
}
const heightOf = ({ cells }: Row): number => Math.max(1, ...cells.map(({ length }) => length)) * LINE + 2 * PAD;
/** The first column of a table without a heading says what stands beside it. */
const isLabel = ({ head }: TableBlock, column: number): boolean => !head && column === 0;

function widthsOf({ shares }: TableBlock): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum * PAGE.width);
}

function putRow(pages: Pages, row: Row, table: TableBlock, widths: readonly number[]): void {
  const height = heightOf(row);
  let x: number = PAGE.left;
  const marks: Mark[] = row.cells.flatMap((lines, c): Mark[] => {
    const left = x, width = widths[c];
    x += width;
    const fill = row.fill ?? (isLabel(table, c) ? HEAD : null), figure = table.figures.has(c) && !row.bold;
    const top = pages.y + (height - lines.length * LINE) / 2;
    return [
      { kind: 'path', lines: [[left, pages.y, left + width, pages.y, left + width, pages.y + height, left, pages.y + height]], closed: true, ...(fill ? { fill: { color: fill, opacity: 1 } } : {}), stroke: { color: RULE, opacity: 1, width: 0.15, square: true } },
      ...lines.filter(Boolean).map((line, i) => lineOf(line, figure ? left + width - PAD : left + PAD, top + i * LINE, SIZE, LINE, { bold: row.bold || isLabel(table, c), anchor: figure ? 'end' : 'start' })),
    ];
  });
  pages.put(...marks);
  pages.y += height;
}
