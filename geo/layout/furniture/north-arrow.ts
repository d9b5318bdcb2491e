import { portable } from '../../crs/index.ts';
import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { circle } from '../map/layer-marks.ts';
import type { NorthArrow } from '../sheet.ts';
import { INK, lineMark, SOFT, THIN, words } from './pens.ts';

type Turn = (points: readonly (readonly [number, number])[]) => number[];

/** Grid north of the frame: a plain arrow, or over a wind rose where the frequencies of the place are given (风玫瑰). */
export function northArrowMarks({ box, frame, wind }: NorthArrow, { frames }: SheetContext): Mark[] {
  const content = frames.get(frame);
  if (!content) return [];
  const { rotation } = content.frame;
  const size = Math.min(box.width, box.height), cx = box.x + box.width / 2, cy = box.y + box.height / 2;
  const cos = portable.cos(rotation * portable.RADIANS), sin = portable.sin(rotation * portable.RADIANS);
  const turned: Turn = (points) => points.flatMap(([x, y]) => [cx + size * (x * cos - y * sin), cy + size * (x * sin + y * cos)]);
  const [nx, ny] = turned([[0, -0.4]]);
  const letter = words('N', nx, ny, size * 0.22, { anchor: 'middle', weight: 'bold' });
  return wind ? [...roseMarks(wind, turned, size), letter] : [...arrowMarks(turned), letter];
}

function arrowMarks(turned: Turn): Mark[] {
  const half = (side: 1 | -1, color: string): Mark => ({ kind: 'path', lines: [turned([[0, -0.26], [side * 0.17, 0.46], [0, 0.32]])], closed: true, fill: { color, opacity: 1 }, stroke: { color: INK, opacity: 1, width: THIN } });
  return [half(-1, INK), half(1, '#ffffff')];
}

/** The most frequent wind reaches the rim; rings stand for whole steps of five per cent. */
function roseMarks(wind: readonly number[], turned: Turn, size: number): Mark[] {
  const most = Math.max(...wind), rim = 0.3, middle = 0.14;
  if (!(most > 0)) return arrowMarks(turned);
  const petal = (i: number): readonly [number, number] => {
    const angle = 2 * portable.PI * i / wind.length, reach = rim * wind[i] / most;
    return [reach * portable.sin(angle), middle - reach * portable.cos(angle)];
  };
  const [rx, ry] = turned([[0, middle]]);
  const rings = Array.from({ length: Math.floor(most / 5) }, (_, k) => circle([rx, ry], size * rim * 5 * (k + 1) / most));
  const outline = turned(wind.map((_, i) => petal(i)));
  return [
    { kind: 'path', lines: rings, closed: true, stroke: { color: SOFT, opacity: 0.6, width: 0.08 } },
    { kind: 'path', lines: [outline], closed: true, fill: { color: '#5b87b5', opacity: 0.45 }, stroke: { color: INK, opacity: 1, width: THIN } },
    lineMark([turned([[0, middle + rim], [0, -0.28]]), turned([[-rim, middle], [rim, middle]])], 0.1),
  ];
}
