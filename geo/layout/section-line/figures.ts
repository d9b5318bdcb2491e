import { levelMark, sectionFigures, type SectionFigure } from '../../section/index.ts';
import { say, type Language } from '../../messages/index.ts';
import type { Mark } from '../drawing.ts';
import { INK, lineMark, SOFT, words } from '../furniture/pens.ts';
import type { SectionFrame } from './frame.ts';

const SIZE = 1.9, HALO = { color: '#ffffff', width: 0.35 } as const;

/** Dimension lines of the site: cover, levels and depth beside it, its width above the ground, clear distances to its neighbours. */
export function figureMarks(frame: SectionFrame, language: Language): Mark[] {
  return sectionFigures(frame.model).filter(({ from, to }) => from[0] <= frame.to + 1e-9 && to[0] >= frame.from - 1e-9).flatMap((figure): Mark[] => DRAW[figure.what](figure, frame, language));
}
type Draw = (figure: SectionFigure, frame: SectionFrame, language: Language) => Mark[];
const DRAW: Readonly<Record<SectionFigure['what'], Draw>> = {
  cover: (figure, frame, language) => upright(figure, frame, `${say('section.cover', language)} ${figure.metres.toFixed(1)}`),
  level: (figure, frame) => upright(figure, frame, `B${figure.of} ${figure.metres.toFixed(1)}`),
  bottom: ({ from }, frame) => [words(levelMark(from[1], frame.model.ground.datum), frame.x(from[0]) + 3.4, frame.y(from[1]) + SIZE * 0.8, SIZE, { weight: 'bold', color: '#4a1a66', halo: HALO })],
  width: (figure, frame, language) => level(figure, frame, 4, say('section.widthHere', language, { metres: figure.metres.toFixed(1) })),
  beside: (figure, frame) => level(figure, frame, 0, figure.metres.toFixed(1)),
  above: (figure, frame) => upright({ ...figure }, frame, figure.metres.toFixed(1), 0),
  below: (figure, frame) => upright({ ...figure }, frame, figure.metres.toFixed(1), 0),
};

/** A line between two heights with strokes at its ends, `beside` mm right of the place. */
function upright({ from, to }: SectionFigure, frame: SectionFrame, text: string, beside = 2.4): Mark[] {
  const x = frame.x(from[0]) + beside, [a, b] = [frame.y(from[1]), frame.y(to[1])];
  if (b - a < 1e-6) return [];
  return [lineMark([[x, a, x, b], [x - 0.6, a + 0.6, x + 0.6, a - 0.6], [x - 0.6, b + 0.6, x + 0.6, b - 0.6]], 0.14), words(text, x + 1, (a + b) / 2, SIZE, { color: INK, halo: HALO })];
}
/** A line between two chainages, `above` mm over its height. */
function level({ from, to }: SectionFigure, frame: SectionFrame, above: number, text: string): Mark[] {
  const y = frame.y(from[1]) - above, [a, b] = [frame.x(from[0]), frame.x(to[0])];
  if (b - a < 1e-6) return [];
  return [lineMark([[a, y, b, y], [a - 0.6, y + 0.6, a + 0.6, y - 0.6], [b - 0.6, y + 0.6, b + 0.6, y - 0.6]], 0.14), words(text, (a + b) / 2, y - SIZE * 0.75, SIZE, { anchor: 'middle', color: above > 0 ? INK : SOFT, halo: HALO })];
}
