import { say } from '../../messages/index.ts';
import { thousands } from '../../model/index.ts';
import { rectangle, type Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { roundLength } from '../scales.ts';
import type { OfFrame } from '../sheet.ts';
import { INK, lineMark, THIN, words } from './pens.ts';

const PARTS = 4;

/** The scale as a number and as a bar of four parts. */
export function scaleBarMarks({ box, frame }: OfFrame, { frames, language }: SheetContext): Mark[] {
  const content = frames.get(frame);
  if (!content) return [];
  const { scale } = content.frame;
  const size = box.height * 0.26;
  // A length of ground whose bar takes at most the box, less room for the last figure.
  const length = roundLength(Math.max(box.width - 4 * size, box.width / 4) / 1000 * scale);
  const metres = length < 1000 || length % 1000 !== 0;
  const bar = length / scale * 1000, left = box.x + (box.width - bar) / 2, top = box.y + box.height - size * 0.7;
  const show = (part: number) => String(Number((length * part / PARTS / (metres ? 1 : 1000)).toPrecision(6)));
  return [
    words(say('layout.scale', language, { scale: thousands(scale) }), box.x + box.width / 2, box.y + size * 0.7, size * 1.15, { anchor: 'middle', weight: 'bold' }),
    ...Array.from({ length: PARTS }, (_, i): Mark => ({ kind: 'path', lines: [rectangle(left + i * bar / PARTS, top, bar / PARTS, size * 0.5)], closed: true, fill: { color: i % 2 === 0 ? INK : '#ffffff', opacity: 1 }, stroke: { color: INK, opacity: 1, width: THIN, square: true } })),
    ...[0, 2, PARTS].map((part) => words(part === PARTS ? `${show(part)} ${metres ? 'm' : 'km'}` : show(part), left + part * bar / PARTS, top - size * 0.65, size * 0.85, { anchor: 'middle' })),
    lineMark([[left, top, left, top - size * 0.2], [left + bar, top, left + bar, top - size * 0.2]]),
  ];
}
