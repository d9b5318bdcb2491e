import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { fitted } from '../font/wrap.ts';
import type { Table } from '../sheet.ts';
import { frameMark, lineMark, words } from './pens.ts';

const PAD = 1;
/** Height of a row where the table says none, mm, and the letters' share of it. */
const ROW_HEIGHT = 5, LETTERS = 0.48;

/** A ruled table; columns share the width by their longest cell. Rows without room are said to be left out. */
export function tableMarks({ id, box, title, rows, row: rowHeight = ROW_HEIGHT, align }: Table, { faces, leaveOut }: SheetContext): Mark[] {
  const size = rowHeight * LETTERS;
  if (rows.length === 0) return [];
  const top = box.y + (title === '' ? 0 : rowHeight);
  const room = Math.max(0, Math.floor((box.y + box.height - top) / rowHeight + 1e-9));
  const shown = rows.slice(0, room);
  for (const row of rows.slice(room)) leaveOut({ code: 'layout.row-cut', frame: id, layer: title, text: row[0] ?? '' });
  const widths = columnWidths(rows, box.width, (text, row) => faces.width(text, size, row === 0 ? 'bold' : 'regular') + 2 * PAD);
  const lefts = widths.map((_, c) => box.x + widths.slice(0, c).reduce((sum, width) => sum + width, 0));
  const height = shown.length * rowHeight;
  if (shown.length === 0) return [];
  return [
    ...(title === '' ? [] : [words(title, box.x, box.y + rowHeight / 2, size * 1.15, { weight: 'bold' })]),
    frameMark({ x: box.x, y: top, width: box.width, height }),
    { kind: 'path', lines: [[box.x, top, box.x + box.width, top, box.x + box.width, top + rowHeight, box.x, top + rowHeight]], closed: true, fill: { color: '#e8edf2', opacity: 1 } },
    lineMark([...shown.slice(1).map((_, r) => [box.x, top + (r + 1) * rowHeight, box.x + box.width, top + (r + 1) * rowHeight]), ...lefts.slice(1).map((x) => [x, top, x, top + height])], 0.1),
    ...shown.flatMap((row, r) => row.map((cell, c) => {
      const weight = r === 0 ? 'bold' as const : 'regular' as const;
      const number = r > 0 && align !== 'start' && /^[-+]?[\d, .]+%?$/.test(cell);
      const value = fitted(cell, widths[c] - 2 * PAD, size, faces, weight);
      if (value.cut) leaveOut({ code: 'layout.words-cut', frame: id, layer: title, text: cell });
      return words(value.text, number ? lefts[c] + widths[c] - PAD : lefts[c] + PAD, top + (r + 0.5) * rowHeight, value.size, { weight, anchor: number ? 'end' : 'start' });
    })),
  ];
}

/** As wide as their longest cell and a share of what is over. Where there is too little, those that want more than their part give way, not those that want less. */
function columnWidths(rows: readonly (readonly string[])[], width: number, measure: (text: string, row: number) => number): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const wanted = Array.from({ length: columns }, (_, c) => Math.max(4, ...rows.map((row, r) => measure(row[c] ?? '', r))));
  const sum = wanted.reduce((a, b) => a + b, 0);
  if (sum <= width) return wanted.map((own) => own / sum * width);
  const part = width / columns, modest = wanted.reduce((total, own) => (own <= part ? total + own : total), 0);
  return wanted.map((own) => (own <= part ? own : own / (sum - modest) * (width - modest)));
}
