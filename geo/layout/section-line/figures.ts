import { levelMark, sectionFigures, type SectionFigure } from '../../section/index.ts';
import { say, type Language } from '../../messages/index.ts';
import type { Mark, TextMark } from '../drawing.ts';
import { INK, lineMark, SOFT, words } from '../furniture/pens.ts';
import type { SectionFrame } from './frame.ts';
import type { Lettering } from './lettering.ts';

const SIZE = 1.9, HALO = { color: '#ffffff', width: 0.35 } as const;
/** From line to line of letters, mm. */
const STEP = SIZE * 1.2;

/** Dimension lines of the site: cover, levels and depth beside it, its width above the ground, clear distances to its neighbours. */
export function figureMarks(frame: SectionFrame, language: Language, lettering: Lettering): Mark[] {
  const seen = sectionFigures(frame.model).filter(({ from, to }) => from[0] <= frame.to + 1e-9 && to[0] >= frame.from - 1e-9);
  return seen.map((figure) => DRAW[figure.what](figure, frame, language)).flatMap(({ lines, places }) => (places.length > 0 ? [...lines, lettering.figure(places)] : lines));
}
/** A figure's lines, and where its words may stand, the best first. */
interface Drawn { lines: Mark[]; places: TextMark[] }
const NOTHING: Drawn = { lines: [], places: [] };
type Draw = (figure: SectionFigure, frame: SectionFrame, language: Language) => Drawn;
const DRAW: Readonly<Record<SectionFigure['what'], Draw>> = {
  cover: (figure, frame, language) => upright(figure, frame, `${say('section.cover', language)} ${figure.metres.toFixed(1)}`),
  level: (figure, frame) => upright(figure, frame, `B${figure.of} ${figure.metres.toFixed(1)}`),
  bottom: ({ from }, frame) => {
    const text = levelMark(from[1], frame.model.ground.datum), at = { x: frame.x(from[0]) + 3.4, y: frame.y(from[1]) + SIZE * 0.8 };
    return { lines: [], places: [0, STEP, 2 * STEP].map((down) => words(text, at.x, at.y + down, SIZE, { weight: 'bold', color: '#4a1a66', halo: HALO })) };
  },
  width: (figure, frame, language) => level(figure, frame, 4, say('section.widthHere', language, { metres: figure.metres.toFixed(1) })),
  beside: (figure, frame) => level(figure, frame, 0, figure.metres.toFixed(1)),
  above: (figure, frame) => upright(figure, frame, figure.metres.toFixed(1), 0),
  below: (figure, frame) => upright(figure, frame, figure.metres.toFixed(1), 0),
};

/** A line between two heights with strokes at its ends, `beside` mm right of the place; words at its right, along it, or at its left. */
function upright({ from, to }: SectionFigure, frame: SectionFrame, text: string, beside = 2.4): Drawn {
  const x = frame.x(from[0]) + beside, [a, b] = [frame.y(from[1]), frame.y(to[1])];
  if (b - a < 1e-6) return NOTHING;
  const at = (anchor: 'start' | 'end', y: number) => words(text, anchor === 'start' ? x + 1 : x - 1, y, SIZE, { anchor, color: INK, halo: HALO }), middle = (a + b) / 2, spare = Math.max(0, (b - a - SIZE) / 2);
  const heights = [0, spare / 2, -spare / 2, spare, -spare].map((off) => middle + off);
  return {
    lines: [lineMark([[x, a, x, b], [x - 0.6, a + 0.6, x + 0.6, a - 0.6], [x - 0.6, b + 0.6, x + 0.6, b - 0.6]], 0.14)],
    places: [...heights.map((y) => at('start', y)), ...(beside === 0 ? heights.map((y) => at('end', y)) : [])],
  };
}
/** A line between two chainages, `above` mm over its height; words over its middle, under it, or over more and more. */
function level({ from, to }: SectionFigure, frame: SectionFrame, above: number, text: string): Drawn {
  const y = frame.y(from[1]) - above, [a, b] = [frame.x(from[0]), frame.x(to[0])];
  if (b - a < 1e-6) return NOTHING;
  return {
    lines: [lineMark([[a, y, b, y], [a - 0.6, y + 0.6, a + 0.6, y - 0.6], [b - 0.6, y + 0.6, b + 0.6, y - 0.6]], 0.14)],
    places: [-0.75, 0.75, -0.75 - STEP / SIZE, 0.75 + STEP / SIZE].map((over) => words(text, (a + b) / 2, y + SIZE * over, SIZE, { anchor: 'middle', color: above > 0 ? INK : SOFT, halo: HALO })),
  };
}
