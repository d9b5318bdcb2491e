import { drawLegend, measureLegend } from './draw-legend.ts';
import { FONT, INK, INK_SOFT, write, type Pen } from './pen.ts';
import type { Photograph } from './photograph.ts';
import type { ScaleBar } from './scale-bar.ts';
import type { SheetContent } from './sheet-content.ts';

const MARGIN = 24, HEAD = 62, FOOT = 46, GAP = 16;

/** Lays the sheet out in the page's pixels and draws it: title, map in its frame, legend beside it, and what must be known about it. */
export function drawSheet({ canvas: map, width, height, detail }: Photograph, content: SheetContent, scale: ScaleBar): HTMLCanvasElement {
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d')!;
  const legend = measureLegend(pen, content, height);
  const whole = { width: MARGIN + width + GAP + legend.width + MARGIN, height: HEAD + height + FOOT };
  sheet.width = Math.round(whole.width * detail);
  sheet.height = Math.round(whole.height * detail);
  pen.scale(detail, detail);
  pen.textBaseline = 'middle';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, whole.width, whole.height);
  drawHead(pen, content, whole.width);
  pen.drawImage(map, MARGIN, HEAD, width, height);
  frame(pen, MARGIN, HEAD, width, height);
  drawNorth(pen, MARGIN + width - 34, HEAD + 22);
  drawScale(pen, scale, MARGIN + 16, HEAD + height - 18);
  drawLegend(pen, legend, MARGIN + width + GAP, HEAD);
  drawFoot(pen, content, whole.width, HEAD + height);
  return sheet;
}

/** Every letter on the sheet, so that its fonts can be fetched first. */
export function sheetLetters(content: SheetContent): string {
  const words = [content.title, content.date, ...content.notes, content.invented ?? '', content.secrecy, content.legendTitle, 'N0123456789 km'];
  for (const { title, column, rows } of content.legend) words.push(title, column, ...rows.map(({ label }) => label));
  return [...new Set(words.join(''))].join('');
}

function drawHead(pen: Pen, content: SheetContent, width: number): void {
  write(pen, content.title, MARGIN, 32, { size: 22, weight: 600, most: width - 2 * MARGIN - 320 });
  write(pen, content.secrecy, width - MARGIN, 24, { weight: 600, align: 'right' });
  write(pen, content.date, width - MARGIN, 43, { color: INK_SOFT, align: 'right' });
}

function drawFoot(pen: Pen, content: SheetContent, width: number, top: number): void {
  let room = width - 2 * MARGIN;
  if (content.invented) {
    pen.font = `600 12px ${FONT}`;
    const badge = pen.measureText(content.invented).width + 20;
    pen.fillStyle = '#f3d48a';
    pen.beginPath();
    pen.roundRect(width - MARGIN - badge, top + 13, badge, 20, 10);
    pen.fill();
    write(pen, content.invented, width - MARGIN - badge / 2, top + 23.5, { weight: 600, color: '#4d3800', align: 'center' });
    room -= badge + GAP;
  }
  write(pen, content.notes.join('　·　'), MARGIN, top + 23, { color: INK_SOFT, most: room });
}

function frame(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.strokeStyle = INK;
  pen.lineWidth = 1.2;
  pen.strokeRect(x, y, width, height);
}

function drawNorth(pen: Pen, x: number, y: number): void {
  pen.fillStyle = 'rgb(255 255 255 / 88%)';
  pen.beginPath();
  pen.arc(x, y + 14, 24, 0, Math.PI * 2);
  pen.fill();
  const half = (side: 1 | -1, color: string) => {
    pen.beginPath();
    pen.moveTo(x, y + 4);
    pen.lineTo(x + side * 8, y + 31);
    pen.lineTo(x, y + 26);
    pen.closePath();
    pen.fillStyle = color;
    pen.fill();
    pen.strokeStyle = INK;
    pen.lineWidth = 0.8;
    pen.stroke();
  };
  half(-1, INK);
  half(1, '#ffffff');
  write(pen, 'N', x, y - 2.5, { size: 11, weight: 600, align: 'center' });
}

/** Four boxes, black and white by turns. */
function drawScale(pen: Pen, { length, label }: ScaleBar, x: number, y: number): void {
  pen.font = `400 11px ${FONT}`;
  const labelWidth = pen.measureText(label).width;
  pen.fillStyle = 'rgb(255 255 255 / 88%)';
  pen.beginPath();
  pen.roundRect(x - 10, y - 26, length + labelWidth / 2 + 24, 36, 4);
  pen.fill();
  for (let i = 0; i < 4; i++) {
    pen.fillStyle = i % 2 === 0 ? INK : '#ffffff';
    pen.fillRect(x + i * length / 4, y - 4, length / 4, 6);
  }
  pen.strokeStyle = INK;
  pen.lineWidth = 0.8;
  pen.strokeRect(x, y - 4, length, 6);
  write(pen, '0', x, y - 14, { size: 11, align: 'center' });
  write(pen, label, x + length, y - 14, { size: 11, align: 'center' });
}
