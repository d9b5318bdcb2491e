import { groundAt, middleOf, type SectionCut, type SectionFeature, type SectionModel } from '../../section/index.ts';
import type { SheetContext } from '../context.ts';
import { rectangle, type Mark } from '../drawing.ts';
import { words } from '../furniture/pens.ts';
import type { Box } from '../sheet.ts';
import type { SectionFrame } from './frame.ts';
import type { Lettering } from './lettering.ts';

const SIZE = 2, HALO = { color: '#ffffff', width: 0.35 } as const;
/** Half the height of the frame around a number, and from number to number, mm. */
const HALF = 1.5, STEP = 3.3;
/** Of that frame's width, mm. */
const halfOf = (text: string): number => 1.1 + 0.4 * Math.max(1, text.length) + (text.length > 2 ? 0.2 : 0);
/** Room of the question mark at a number's right, mm. */
const ASKED = 1.9;

/** What has a number, in the order of the line: works, roads and zones; the site has its name at its box. */
export function numbered(model: SectionModel): { feature: SectionFeature; index: number; number: number }[] {
  const first = ({ cuts }: SectionFeature) => middleOf(cuts[0]);
  const shown = model.features.map((feature, index) => ({ feature, index })).filter(({ feature, index }) => feature.cuts.length > 0 && index !== model.focus && feature.role !== 'zone');
  const zones = model.features.map((feature, index) => ({ feature, index })).filter(({ feature }) => feature.cuts.length > 0 && feature.role === 'zone');
  const inOrder = (list: typeof shown) => list.sort((a, b) => first(a.feature) - first(b.feature) || (a.feature.id < b.feature.id ? -1 : 1));
  return [...inOrder(shown), ...inOrder(zones)].map((row, i) => ({ ...row, number: i + 1 }));
}

const isSeen = (cut: SectionCut, { from, to }: SectionFrame): boolean => ('at' in cut ? cut.at >= from && cut.at <= to : cut.to > from && cut.from < to);
/** It is seen: between the edges, and not below what is drawn. */
export const touches = ({ cuts, depth }: SectionFeature, frame: SectionFrame): boolean => (depth.top ?? 0) < frame.depth && cuts.some((cut) => isSeen(cut, frame));

/** The numbers at what they stand for, clear of figures and of each other; what finds no place within the drawing is told. */
export function numberMarks(frame: SectionFrame, lettering: Lettering, { leaveOut, layout }: SheetContext): Mark[] {
  return numbered(frame.model).filter(({ feature }) => touches(feature, frame)).flatMap(({ feature, number }): Mark[] => {
    const text = String(number), half = halfOf(text), unknown = isAsked(feature), at = placeOf(feature, frame);
    const found = lettering.box(places(at, half, unknown ? ASKED : 0, frame.plot));
    if (!found) {
      leaveOut({ code: 'layout.label-dropped', frame: frame.element.id, layer: layout.name, text: `${text} ${feature.name}` });
      return [];
    }
    const x = found.x + half, y = found.y + HALF;
    return [marker(text, x, y, feature.color), ...(unknown ? [words('?', x + half + 0.3, y, SIZE * 1.3, { weight: 'bold', color: feature.color, halo: HALO })] : [])];
  });
}
const isAsked = ({ role, depth: { top, bottom } }: SectionFeature): boolean => role !== 'road' && (top === null || bottom === null);

/** The middle of what is seen of it; a road's number stands over the ground. */
function placeOf({ cuts, depth, role }: SectionFeature, frame: SectionFrame): { x: number; y: number } {
  const cut = cuts.find((one) => isSeen(one, frame))!, at = 'at' in cut ? cut.at : (Math.max(cut.from, frame.from) + Math.min(cut.to, frame.to)) / 2, base = groundAt(frame.model.ground, at);
  if (role === 'road') return { x: frame.x(at), y: frame.y(base) - 9 };
  return { x: frame.x(at), y: (frame.y(base - (depth.top ?? 0)) + Math.min(frame.plot.y + frame.plot.height, frame.y(base - (depth.bottom ?? frame.depth)))) / 2 };
}
/** Further and further below and above its place, then the same beside it, as far as a number is still read as its own. */
function* places({ x, y }: { x: number; y: number }, half: number, more: number, plot: Box): Generator<Box> {
  const wide = 2 * half + more;
  for (const beside of [0, 1, -1, 2, -2]) {
    for (const step of STEPS) {
      const place = { x: x - half + beside * (wide + 0.3), y: y - HALF + step * STEP, width: wide, height: 2 * HALF };
      if (place.y >= plot.y && place.y + place.height <= plot.y + plot.height) yield place;
    }
  }
}
const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/** A number in its frame, its middle at x, y. */
export function marker(text: string, x: number, y: number, color: string): Mark {
  const half = halfOf(text);
  return { kind: 'group', id: `number-${text}`, marks: [
    { kind: 'path', lines: [rectangle(x - half, y - HALF, 2 * half, 2 * HALF)], closed: true, fill: { color: '#ffffff', opacity: 0.95 }, stroke: { color, opacity: 1, width: 0.25, square: true } },
    words(text, x, y, SIZE, { anchor: 'middle', weight: 'bold' }),
  ] };
}
