import { beforeAll, describe, expect, it } from 'vitest';
import { drawSheet, type Drawing, type Layer, type SectionLineElement } from '../../geo/index.ts';
import type { GroupMark, Mark, TextMark } from '../../geo/layout/drawing.ts';
import type { Faces } from '../../geo/layout/font/faces.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { numbers } from '../support/numbers.ts';
import { box, degrees, layer, line, plane } from '../support/section-town.ts';
import { sheetSource } from '../support/sheet-source.ts';

/** Pipes and tunnels at random places and depths around a site, some of unknown depth. */
function crowded(seed: number, count: number): Layer[] {
  const random = numbers(seed), between = (from: number, to: number) => from + random() * (to - from);
  const works = Array.from({ length: count }, (_, k) => {
    const x = between(5, 150), top = Math.round(between(0, 16) * 10) / 10, bottom = random() < 0.2 ? null : top + Math.round(between(0.3, 6) * 10) / 10;
    return { id: `w${k}`, geometry: k % 2 ? line([x, -9], [x, 9]) : box(x, -20, between(1, 12), 40), properties: { kind: k % 2 ? 'pipe' : 'metro-structure', topDepth: top, bottomDepth: bottom } };
  });
  return [layer('constraint', works), layer('candidate-site', [{ id: 'site', geometry: box(50, -10, 40, 20), properties: { name: '甲地块', source: 'drawn', topDepth: 3, bottomDepth: 10.8, levels: 2 } }])];
}
const element: SectionLineElement = { id: 's', kind: 'section-line', title: '剖面', box: { x: 30, y: 20, width: 380, height: 200 }, line: degrees([[0, 0], [160, 0]]), crs: plane.code, scale: 500, vertical: 200, from: 0, depth: 20, offset: null, layers: null, focus: 'site', trial: null };
const drawn = (layers: Layer[], more: Partial<SectionLineElement> = {}): Drawing => drawSheet({ ...blankSheet(), paper: { size: 'free', width: 457.2, height: 254 }, elements: [{ ...element, ...more }] }, sheetSource(layers), faces);
let faces: Faces;
beforeAll(async () => { faces = await testFaces(); });

const groups = (marks: readonly Mark[]): GroupMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []));
const texts = (marks: readonly Mark[]): TextMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark] : []));
const textsOf = ({ marks }: Drawing, id: string): TextMark[] => texts(groups(marks).find((group) => group.id === id)!.marks);
/** Their letters as boxes: overlap at all is overlap. */
function overlapping(list: readonly TextMark[]): string[] {
  const boxes = list.map(({ text, x, y, size, weight, anchor }) => { const width = faces.width(text, size, weight); return { text, x: x - width * (anchor === 'start' ? 0 : anchor === 'end' ? 1 : 0.5), y: y - size * 0.75, width, height: size * 0.8 }; });
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).map((b) => `${a.text} | ${b.text}`));
}
const inNumbers = (list: readonly TextMark[]) => list.filter(({ text }) => text !== '?').map(({ text }) => text);

describe('the lettering of a section', () => {
  it.each([1, 2, 3, 4, 5, 6])('keeps figures, name and numbers apart, and forgets no number (%i)', (seed) => {
    const drawing = drawn(crowded(seed, 24)), own = textsOf(drawing, 's-numbers');
    const name = texts(drawing.marks).filter(({ text }) => text === '甲地块');
    expect(name).toHaveLength(1);
    expect(overlapping([...own, ...name, ...textsOf(drawing, 's-figures')])).toEqual([]);
    const told = drawing.leftOut.filter(({ code }) => code === 'layout.label-dropped').map(({ text }) => text.split(' ')[0]);
    expect([...inNumbers(own), ...told].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 24 }, (_, i) => String(i + 1)));
  });
  it('writes the name in a level, not on the slab between two', () => {
    const drawing = drawn(crowded(7, 0)), [name] = texts(drawing.marks).filter(({ text }) => text === '甲地块'), [b1] = textsOf(drawing, 's-figures').filter(({ text }) => text.startsWith('B1'));
    expect(name.y).toBeCloseTo(b1.y, 0);
  });
  it('writes no number outside the drawing: what has no place is told', () => {
    const drawing = drawn(crowded(8, 400), { box: { ...element.box, height: 60 }, depth: 5, scale: 2000, vertical: 500 }), told = drawing.leftOut.filter(({ code }) => code === 'layout.label-dropped');
    expect(told.length).toBeGreaterThan(0);
    // Title, plot from 27 to 49 mm: room over the ground, and 5 m at 1:500.
    const heights = textsOf(drawing, 's-numbers').map(({ y }) => y);
    expect([Math.min(...heights) > 27, Math.max(...heights) < 49.5]).toEqual([true, true]);
  });
});
