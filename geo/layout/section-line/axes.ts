import { chainageMark, depthMark, groundAt, stepFor } from '../../section/index.ts';
import type { Mark } from '../drawing.ts';
import { frameMark, INK, lineMark, SOFT, THIN, words } from '../furniture/pens.ts';
import type { SectionFrame } from './frame.ts';

const SIZE = 2;

/** Depths below the datum at the left, elevations where the ground is known; chainages below, with those where the line turns. */
export function axisMarks(frame: SectionFrame): Mark[] {
  const { plot, model, element } = frame, under = plot.y + plot.height, { datum } = model.ground;
  const down = stepFor(1000 / element.vertical, SIZE * 1.7), across = stepFor(1000 / element.scale, 14);
  const depths = Array.from({ length: Math.floor(frame.depth / down + 1e-9) + 1 }, (_, i) => i * down);
  const places = Array.from({ length: Math.floor((frame.to - frame.from) / across + 1e-9) + 1 }, (_, i) => (Math.ceil(frame.from / across - 1e-9) + i) * across).filter((at) => at <= frame.to + 1e-9);
  const turns = model.corners.slice(1, -1).map(({ at }) => at).filter((at) => at > frame.from && at < frame.to);
  return [
    frameMark(plot, THIN),
    lineMark(depths.map((depth) => [plot.x - 1.2, frame.y(-depth), plot.x, frame.y(-depth)]), 0.15),
    ...depths.map((depth) => words(depthMark(depth, datum), plot.x - 1.6, frame.y(-depth), SIZE, { anchor: 'end', color: INK })),
    lineMark(places.map((at) => [frame.x(at), under, frame.x(at), under + 1.2]), 0.15),
    ...places.map((at) => words(chainageMark(at, across), frame.x(at), under + 2.8, SIZE, { anchor: 'middle', color: INK })),
    ...turns.map((at): Mark => ({ kind: 'path', lines: [[frame.x(at), frame.y(groundAt(model.ground, at)), frame.x(at), under]], closed: false, stroke: { color: SOFT, opacity: 0.8, width: 0.12, dash: [0.6, 1.2], square: true } })),
  ];
}
