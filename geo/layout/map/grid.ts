import { thousands } from '../../model/index.ts';
import type { Mark, TextMark } from '../drawing.ts';
import type { FrameView } from '../frame.ts';
import { roundLength } from '../scales.ts';
import { clipLine } from './clip-line.ts';

const INK = '#5b6b7a', SIZE = 1.8;

/**
 * The grid of the planning CRS with its coordinates in metres at the frame's edges: eastings where lines meet the lower and upper
 * edge, northings at the left and right.
 */
export function gridMarks(view: FrameView): Mark[] {
  const { frame } = view;
  if (frame.grid === null) return [];
  // Lines nearer than a millimetre would be a grey.
  const interval = frame.grid > 0 ? Math.max(frame.grid, frame.scale / 1000) : gridInterval(frame.scale);
  const corners = view.georeference().corners;
  const easts = corners.map(({ east }) => east), norths = corners.map(({ north }) => north);
  const [w, e, s, n] = [Math.min(...easts), Math.max(...easts), Math.min(...norths), Math.max(...norths)];
  const lines: number[][] = [];
  const words: TextMark[] = [];
  const add = (value: number, from: [number, number], to: [number, number]) => {
    const line = clipLine(...view.fromPlane(...from), ...view.fromPlane(...to), frame.box);
    if (!line) return;
    lines.push(line);
    words.push(...edgeWords(thousands(Math.round(value), ' '), line, view));
  };
  for (let k = Math.ceil(w / interval); k * interval <= e; k++) add(k * interval, [k * interval, s], [k * interval, n]);
  for (let k = Math.ceil(s / interval); k * interval <= n; k++) add(k * interval, [w, k * interval], [e, k * interval]);
  return [{ kind: 'path', lines, closed: false, stroke: { color: INK, opacity: 0.55, width: 0.1, square: true } }, ...words];
}

/** About every ten centimetres of paper, a round length of ground (m). */
export function gridInterval(scale: number): number {
  return roundLength(scale * 0.1);
}

/** The value where a line meets the frame, just inside it, along the line. */
function edgeWords(text: string, [ax, ay, bx, by]: readonly [number, number, number, number], { frame: { box } }: FrameView): TextMark[] {
  return [[ax, ay], [bx, by]].flatMap(([x, y]): TextMark[] => {
    const word = { kind: 'text' as const, text, size: SIZE, weight: 'regular' as const, color: INK, halo: { color: '#ffffff', width: 0.35 } };
    if (near(x, box.x)) return [{ ...word, x: x + 0.8, y: y - 0.5, anchor: 'start' }];
    if (near(x, box.x + box.width)) return [{ ...word, x: x - 0.8, y: y - 0.5, anchor: 'end' }];
    if (near(y, box.y)) return [{ ...word, x: x - 0.5, y: y + 0.8, anchor: 'end', angle: -90 }];
    return near(y, box.y + box.height) ? [{ ...word, x: x - 0.5, y: y - 0.8, anchor: 'start', angle: -90 }] : [];
  });
}
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
