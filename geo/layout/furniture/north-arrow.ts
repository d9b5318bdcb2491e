import { portable } from '../../crs/index.ts';
import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import type { OfFrame } from '../sheet.ts';
import { INK, THIN, words } from './pens.ts';

/** Grid north of the frame: a plain arrow. A wind rose needs the frequencies of the place, and none is invented. */
export function northArrowMarks({ box, frame }: OfFrame, { frames }: SheetContext): Mark[] {
  const content = frames.get(frame);
  if (!content) return [];
  const { rotation } = content.frame;
  const size = Math.min(box.width, box.height), cx = box.x + box.width / 2, cy = box.y + box.height / 2;
  const cos = portable.cos(rotation * portable.RADIANS), sin = portable.sin(rotation * portable.RADIANS);
  const turned = (points: readonly (readonly [number, number])[]) => points.flatMap(([x, y]) => [cx + size * (x * cos - y * sin), cy + size * (x * sin + y * cos)]);
  const half = (side: 1 | -1, color: string): Mark => ({ kind: 'path', lines: [turned([[0, -0.26], [side * 0.17, 0.46], [0, 0.32]])], closed: true, fill: { color, opacity: 1 }, stroke: { color: INK, opacity: 1, width: THIN } });
  const [nx, ny] = turned([[0, -0.4]]);
  return [half(-1, INK), half(1, '#ffffff'), words('N', nx, ny, size * 0.22, { anchor: 'middle', weight: 'bold' })];
}
