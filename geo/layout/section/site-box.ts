import { say, type Language } from '../../messages/index.ts';
import { rectangle, type Mark } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { fitted } from '../font/wrap.ts';
import { INK, lineMark, SOFT, words } from '../furniture/pens.ts';
import type { SectionBox } from '../sheet.ts';
import type { DepthFrame } from './depth-frame.ts';

const SIZE = 2, WALL = '#4a1a66', FILL = '#d9c2e6';

/** The box under its cover, level by level, with cover, depths and clear width as figures. Without depths nothing is dug as far as is known: it says so. */
export function siteMarks(site: NonNullable<SectionBox['site']>, frame: DepthFrame, faces: Faces, language: Language): Mark[] {
  const [left, right] = frame.own, { plot } = frame, middle = (left + right) / 2;
  const name = fitted(site.name, plot.width, SIZE * 1.15, faces, 'bold');
  const head: Mark[] = [words(name.text, middle, plot.y - 5.6, name.size, { anchor: 'middle', weight: 'bold' }), ...widthMarks(site.width, frame, language)];
  if (site.top === null || site.bottom === null) {
    const reach = [frame.y(site.top ?? 0), frame.y(site.bottom ?? Infinity)];
    return [...head, { kind: 'path', lines: [rectangle(left, reach[0], right - left, reach[1] - reach[0])], closed: true, stroke: { color: WALL, opacity: 1, width: 0.4, dash: [1.6, 1], square: true } },
      words(say('section.unknown', language), middle, (reach[0] + reach[1]) / 2, SIZE * 1.2, { anchor: 'middle', color: WALL, halo: { color: '#ffffff', width: 0.4 } })];
  }
  const { top, bottom, levels } = site, floors = Math.max(1, Math.round(levels ?? 1)), height = (bottom - top) / floors;
  const [ceiling, floor] = [frame.y(top), frame.y(bottom)];
  const slabs = Array.from({ length: floors - 1 }, (_, i) => frame.y(top + (i + 1) * height));
  return [
    ...head,
    { kind: 'group', id: `${frame.element.id}-box`, marks: [{ kind: 'path', lines: [rectangle(left, ceiling, right - left, floor - ceiling)], closed: true, fill: { color: FILL, opacity: 0.75 }, stroke: { color: WALL, opacity: 1, width: 0.5, square: true } }] },
    { kind: 'group', id: `${frame.element.id}-levels`, marks: slabs.length === 0 ? [] : [{ kind: 'path', lines: slabs.map((y) => [left, y, right, y]), closed: false, stroke: { color: WALL, opacity: 1, width: 0.3, square: true } }] },
    ...(levels === null ? [] : Array.from({ length: floors }, (_, i): Mark => words(say('section.level', language, { n: i + 1, height: height.toFixed(1) }), left + 1.5, (frame.y(top + i * height) + frame.y(top + (i + 1) * height)) / 2, SIZE, { color: WALL, halo: { color: '#ffffff', width: 0.35 } }))),
    { kind: 'path', lines: [ceiling, floor].map((y) => [right, y, plot.x + plot.width + 3.2, y]), closed: false, stroke: { color: WALL, opacity: 0.7, width: 0.12, dash: [0.8, 0.6], square: true } },
    ...dimension(plot.x + plot.width + 2.5, frame.y(0), ceiling, say('section.cover', language), top.toFixed(1)),
    ...dimension(plot.x + plot.width + 2.5, ceiling, floor, say('section.height', language), (bottom - top).toFixed(1)),
    words(`-${bottom.toFixed(1)}`, plot.x + plot.width + 3.2, floor + SIZE * 0.75, SIZE, { color: WALL, weight: 'bold' }),
  ];
}

/** A line between two heights with strokes at its ends; what it measures and the metres behind it. */
function dimension(x: number, from: number, to: number, what: string, metres: string): Mark[] {
  const middle = (from + to) / 2, beside = x + 1.2;
  const said = to - from >= SIZE * 2.4 ? [words(what, beside, middle - SIZE * 0.6, SIZE * 0.9, { color: SOFT }), words(metres, beside, middle + SIZE * 0.6, SIZE, { color: INK })] : [words(metres, beside, middle, SIZE, { color: INK })];
  return to <= from ? [] : [lineMark([[x, from, x, to], [x - 0.7, from + 0.7, x + 0.7, from - 0.7], [x - 0.7, to + 0.7, x + 0.7, to - 0.7]], 0.15), ...said];
}

/** Above the ground, as wide as the box is. */
function widthMarks(width: number | null, frame: DepthFrame, language: Language): Mark[] {
  const [left, right] = frame.own, y = frame.plot.y - 1.4;
  const text = width === null ? say('section.widthUnknown', language) : say('section.width', language, { metres: width.toFixed(1) });
  return [
    ...(width === null ? [] : [lineMark([[left, y, right, y], [left - 0.7, y + 0.7, left + 0.7, y - 0.7], [right - 0.7, y + 0.7, right + 0.7, y - 0.7]], 0.15)]),
    words(text, (left + right) / 2, y - SIZE * 0.8, SIZE, { anchor: 'middle' }),
  ];
}
