import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { fitted, wrapText } from '../font/wrap.ts';
import type { TextBox, Title } from '../sheet.ts';
import { words } from './pens.ts';

export function titleMarks({ id, box, text }: Title, { faces, leaveOut }: SheetContext): Mark[] {
  const title = fitted(text, box.width, box.height * 0.55, faces, 'bold');
  if (title.cut) leaveOut({ code: 'layout.words-cut', frame: id, layer: title.text, text });
  return [words(title.text, box.x + box.width / 2, box.y + box.height / 2, title.size, { anchor: 'middle', weight: 'bold' })];
}

export function textBoxMarks({ id, box, text, size, halo = false }: TextBox, { faces, leaveOut }: SheetContext): Mark[] {
  const lines = wrapText(text, box.width, size, faces);
  const room = Math.max(1, Math.floor(box.height / (size * 1.5)));
  if (lines.length > room) leaveOut({ code: 'layout.text-cut', frame: id, layer: '', text: lines[room] });
  return lines.slice(0, room).map((line, i) => words(line, halo ? box.x + box.width / 2 : box.x, box.y + (i + 0.5) * size * 1.5, size, halo ? { anchor: 'middle', halo: { color: '#ffffff', width: size * 0.2 } } : {}));
}
