/** How the sheet is written: one font, three inks. */
export const FONT = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
export const INK = '#1d2733', INK_SOFT = '#5f6b78', LINE = '#b9c2cc';

export type Pen = CanvasRenderingContext2D;

export function write(pen: Pen, text: string, x: number, y: number, { size = 12, weight = 400, color = INK, align = 'left' as CanvasTextAlign, most = Infinity } = {}): void {
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillStyle = color;
  pen.textAlign = align;
  pen.fillText(shortened(pen, text, most), x, y);
}
function shortened(pen: Pen, text: string, most: number): string {
  if (pen.measureText(text).width <= most) return text;
  let end = text.length;
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > most) end--;
  return `${text.slice(0, end)}…`;
}
