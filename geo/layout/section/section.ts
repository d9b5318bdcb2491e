import { say } from '../../messages/index.ts';
import { thousands } from '../../model/index.ts';
import type { SheetContext } from '../context.ts';
import { rectangle, type Mark } from '../drawing.ts';
import { fitted } from '../font/wrap.ts';
import { frameMark, INK, lineMark, SOFT, THIN, words } from '../furniture/pens.ts';
import type { SectionBox } from '../sheet.ts';
import { DepthFrame } from './depth-frame.ts';
import { barMarks, neighbourMarks, neighbourNumbers } from './neighbours.ts';
import { siteMarks } from './site-box.ts';

const EARTH = ['#f3ece0', '#eadfcb', '#e0d2b8', '#d6c5a5'], SIZE = 2;
/** Room for the figures of the axis, mm. */
const FIGURES = 7.5;

/** Ground line, strata, the site's box with its figures, and what stands beside, over and under it at its own depth. What is not known is dashed, with a question mark. */
export function sectionMarks(element: SectionBox, { faces, language }: SheetContext): Mark[] {
  const frame = new DepthFrame(element), { plot, scale, across } = frame, { box, title, id } = element;
  const scales = say('section.scales', language, { vertical: thousands(scale), across: thousands(across) });
  const note = fitted(say('section.note', language), box.width, SIZE * 0.95, faces);
  return [
    words(title, box.x, box.y + 2.5, 2.4, { weight: 'bold' }),
    words(scales, box.x + box.width, box.y + 2.5, SIZE, { anchor: 'end', color: SOFT }),
    { kind: 'group', id: `${id}-strata`, marks: strataMarks(element, frame) },
    { kind: 'group', id: `${id}-axis`, marks: axisMarks(frame) },
    { kind: 'group', id: `${id}-neighbours`, marks: neighbourMarks(frame) },
    ...(element.site ? [{ kind: 'group' as const, id: `${id}-site`, marks: siteMarks(element.site, frame, faces, language) }] : []),
    { kind: 'group', id: `${id}-numbers`, marks: neighbourNumbers(frame) },
    { kind: 'group', id: `${id}-bars`, marks: barMarks(frame) },
    lineMark([[plot.x, plot.y, plot.x + plot.width, plot.y]], 0.6),
    words(note.text, box.x, box.y + box.height - SIZE * 0.9, note.size, { color: SOFT }),
  ];
}

/** Bands by the table of strata, as far down as is drawn, named at the left. */
function strataMarks({ strata, box }: SectionBox, frame: DepthFrame): Mark[] {
  const { plot } = frame;
  return strata.flatMap(({ name, to }, i): Mark[] => {
    const from = i === 0 ? 0 : strata[i - 1].to ?? Infinity;
    if (from >= frame.lowest) return [];
    const [top, bottom] = [frame.y(from), frame.y(to ?? Infinity)];
    return [
      { kind: 'path', lines: [rectangle(plot.x, top, plot.width, bottom - top)], closed: true, fill: { color: EARTH[Math.min(i, EARTH.length - 1)], opacity: 1 } },
      ...(to !== null && to < frame.lowest ? [dashed([[box.x, bottom, plot.x - FIGURES, bottom], [plot.x, bottom, plot.x + plot.width, bottom]])] : []),
      ...(bottom - top > SIZE * 1.5 ? [words(name, box.x, (top + bottom) / 2, SIZE, { color: SOFT })] : []),
    ];
  });
}
const dashed = (lines: readonly number[][]): Mark => ({ kind: 'path', lines, closed: false, stroke: { color: SOFT, opacity: 1, width: 0.15, dash: [1.2, 0.8], square: true } });

/** Depths in metres, a figure for every so many that letters do not touch. */
function axisMarks(frame: DepthFrame): Mark[] {
  const { plot } = frame, x = plot.x;
  const step = [1, 2, 5, 10, 20, 50, 100].find((metres) => metres * 1000 / frame.scale >= SIZE * 1.6) ?? 200;
  const depths = Array.from({ length: Math.floor(frame.lowest / step + 1e-9) + 1 }, (_, i) => i * step);
  return [
    frameMark(plot, THIN),
    lineMark(depths.map((depth) => [x - 1.2, frame.y(depth), x, frame.y(depth)]), 0.15),
    ...depths.map((depth) => words(depth === 0 ? '±0' : `-${depth}`, x - 1.6, frame.y(depth), SIZE, { anchor: 'end', color: INK })),
  ];
}
