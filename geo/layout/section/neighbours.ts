import { rectangle, type Mark, type Points } from '../drawing.ts';
import { lineMark, words } from '../furniture/pens.ts';
import type { Depths, SectionNeighbour } from '../sheet.ts';
import type { DepthFrame, PlacedNeighbour } from './depth-frame.ts';

const SIZE = 2;
export const NATURE_COLORS: Readonly<Record<SectionNeighbour['nature'], string>> = { meets: '#b3261e', near: '#c75000', close: '#a87400', consult: '#8a6100', passes: '#1f5f8b' };

/** Where an interval starts and ends on the paper, and which of its ends are known. What ends below the drawing goes on. */
function ends({ top, bottom }: Depths, frame: DepthFrame): { from: number; to: number; known: readonly [boolean, boolean] } {
  return { from: frame.y(top ?? 0), to: frame.y(bottom ?? Infinity), known: [top !== null, bottom !== null && bottom <= frame.lowest] };
}
/** Of what is known, nothing is dashed; of what is not, no side ends where it looks as if it did. */
const isKnown = ({ top, bottom }: Depths): boolean => top !== null && bottom !== null;

export function neighbourMarks(frame: DepthFrame): Mark[] {
  return frame.placed.flatMap((placed): Mark[] => {
    const { neighbour, left, width } = placed, color = NATURE_COLORS[neighbour.nature];
    if (isBelow(neighbour, frame)) return [];
    const { from, to, known } = ends(neighbour, frame), sure = isKnown(neighbour);
    const sides: Points[] = [[left, from, left, to], [left + width, from, left + width, to]];
    const caps: Points[] = [...(known[0] ? [[left, from, left + width, from]] : []), ...(known[1] ? [[left, to, left + width, to]] : [])];
    return [
      { kind: 'group', id: `${frame.element.id}-neighbour-${neighbour.mark}`, marks: [
        ...(sure ? [{ kind: 'path' as const, lines: [rectangle(left, from, width, to - from)], closed: true, fill: { color, opacity: 0.22 } }] : []),
        { kind: 'path', lines: sides, closed: false, stroke: { color, opacity: 1, width: 0.3, square: true, ...(sure ? {} : { dash: [1.2, 0.8] }) } },
        ...(caps.length > 0 ? [{ kind: 'path' as const, lines: caps, closed: false, stroke: { color, opacity: 1, width: 0.3, square: true } }] : []),
      ] },
    ];
  });
}

/** Their numbers and clearances, over everything else. What begins below the drawing has its number at its lower edge. */
export function neighbourNumbers(frame: DepthFrame): Mark[] {
  return frame.placed.flatMap((placed): Mark[] => {
    const { neighbour, left, width } = placed, color = NATURE_COLORS[neighbour.nature], middle = left + width / 2;
    const { from, to } = ends(neighbour, frame), y = isBelow(neighbour, frame) ? frame.y(Infinity) - 4 : (from + to) / 2;
    return [
      marker(neighbour, middle, y, color), ...(isBelow(neighbour, frame) ? [downMark(middle, y, color)] : []),
      ...(isKnown(neighbour) ? [] : [words('?', middle, y + 3.4, SIZE * 1.3, { anchor: 'middle', weight: 'bold', color, halo: { color: '#ffffff', width: 0.3 } })]),
      ...clearanceMarks(placed, y, frame),
    ];
  });
}
const isBelow = ({ top }: Depths, frame: DepthFrame): boolean => top !== null && top >= frame.lowest;

/** From the site's side to the neighbour's, with the metres where they have room; broken where the drawing is too narrow for them. */
function clearanceMarks({ neighbour, left, width, away }: PlacedNeighbour, y: number, frame: DepthFrame): Mark[] {
  if (neighbour.clearance === 0) return [];
  const [ownLeft, ownRight] = frame.own, isRight = left >= ownRight - 1e-9;
  const [from, to] = isRight ? [ownRight, left] : [left + width, ownLeft], text = neighbour.clearance.toFixed(1);
  const middle = (from + to) / 2, gap = away ? 0.8 : 0;
  const line = away ? [[from, y, middle - gap, y], [middle + gap, y, to, y], [middle - gap - 0.4, y + 0.9, middle - gap + 0.4, y - 0.9], [middle + gap - 0.4, y + 0.9, middle + gap + 0.4, y - 0.9]] : [[from, y, to, y]];
  return [lineMark(line, 0.12), ...(to - from > text.length * SIZE * 0.6 ? [words(text, middle, y - SIZE * 0.75, SIZE * 0.9, { anchor: 'middle', halo: { color: '#ffffff', width: 0.3 } })] : [])];
}

/** How deep those reach that take most of the ground: a bar with its ends, beside the drawing. */
export function barMarks(frame: DepthFrame): Mark[] {
  return frame.bars.flatMap(({ neighbour, x }): Mark[] => {
    const color = NATURE_COLORS[neighbour.nature];
    if (isBelow(neighbour, frame)) return [marker(neighbour, x, frame.y(Infinity) - 4, color), downMark(x, frame.y(Infinity) - 4, color)];
    const { from, to, known } = ends(neighbour, frame), sure = isKnown(neighbour);
    const caps: Points[] = [...(known[0] ? [[x - 1.4, from, x + 1.4, from]] : []), ...(known[1] ? [[x - 1.4, to, x + 1.4, to]] : [])];
    return [
      { kind: 'group', id: `${frame.element.id}-bar-${neighbour.mark}`, marks: [
        { kind: 'path', lines: [[x, from, x, to]], closed: false, stroke: { color, opacity: 1, width: 0.5, square: true, ...(sure ? {} : { dash: [1.2, 0.8] }) } },
        ...(caps.length > 0 ? [{ kind: 'path' as const, lines: caps, closed: false, stroke: { color, opacity: 1, width: 0.3, square: true } }] : []),
      ] },
      marker(neighbour, x, (from + to) / 2, color),
      ...(sure ? [] : [words('?', x, (from + to) / 2 + 3.4, SIZE * 1.3, { anchor: 'middle', weight: 'bold', color, halo: { color: '#ffffff', width: 0.4 } })]),
    ];
  });
}

/** Below a number: what it stands for begins deeper than is drawn. */
const downMark = (x: number, y: number, color: string): Mark => ({ kind: 'path', lines: [[x, y + 1.8, x, y + 3.6], [x - 0.8, y + 2.8, x, y + 3.6, x + 0.8, y + 2.8]], closed: false, stroke: { color, opacity: 1, width: 0.3 } });

/** Its number, white on its colour. */
function marker({ mark }: SectionNeighbour, x: number, y: number, color: string): Mark {
  const half = mark.length > 1 ? 1.9 : 1.5;
  return { kind: 'group', id: `mark-${mark}`, marks: [
    { kind: 'path', lines: [rectangle(x - half, y - 1.5, 2 * half, 3)], closed: true, fill: { color, opacity: 1 } },
    words(mark, x, y, SIZE, { anchor: 'middle', weight: 'bold', color: '#ffffff' }),
  ] };
}
