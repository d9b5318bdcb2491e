import { describe, expect, it } from 'vitest';
import { DepthFrame, drawSheet, SECTION_SCALES, type SectionBox, type SectionNeighbour } from '../../geo/index.ts';
import type { GroupMark, Mark, PathMark } from '../../geo/layout/drawing.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { numbers } from '../support/numbers.ts';
import { sheetSource } from '../support/sheet-source.ts';

const STRATA = [{ name: '浅层', to: 15 }, { name: '次浅层', to: 30 }, { name: '次深层', to: 50 }, { name: '深层', to: null }];
const neighbour = (mark: string, more: Partial<SectionNeighbour> = {}): SectionNeighbour => ({ mark, name: `线${mark}`, nature: 'passes', clearance: 0, top: 1, bottom: 2, wide: false, ...more });
const section = (more: Partial<SectionBox> = {}): SectionBox => ({
  id: 's', kind: 'section', title: '剖面', box: { x: 30, y: 20, width: 160, height: 90 }, scale: null, strata: STRATA, neighbours: [], site: { name: '甲', top: 3, bottom: 10.8, width: 20, levels: 2 }, ...more,
});
async function marksOf(element: SectionBox): Promise<Mark[]> {
  const sheet = blankSheet();
  const { marks } = drawSheet({ ...sheet, elements: [element] }, sheetSource([]), await testFaces());
  return [...marks];
}
function groups(marks: readonly Mark[]): GroupMark[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []));
}
const named = (marks: readonly Mark[], id: string): GroupMark | undefined => groups(marks).find((group) => group.id === id);
const paths = (group: GroupMark): PathMark[] => group.marks.filter((mark) => mark.kind === 'path');
const heights = (group: GroupMark): number[] => paths(group).flatMap(({ lines }) => lines.flatMap((line) => line.filter((_, i) => i % 2 === 1)));
const sides = (group: GroupMark): number[] => paths(group).flatMap(({ lines }) => lines.flatMap((line) => line.filter((_, i) => i % 2 === 0)));
const texts = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark.text] : []));

describe('a section', () => {
  it('has depths, levels, the width and clearances that are true to the scales that it states', async () => {
    const element = section({ neighbours: [neighbour('1', { top: 6, bottom: 12.5, clearance: 8, nature: 'consult' })] });
    const marks = await marksOf(element), { plot } = new DepthFrame(element);
    const [, down, across] = texts(marks).join('|').match(/竖向 1:([\d,]+)，横向 1:([\d,]+)/)!.map((text) => Number(text.replaceAll(',', '')));
    const metres = (y: number) => (y - plot.y) * down / 1000;
    const box = named(marks, 's-box')!, [left, right] = [Math.min(...sides(box)), Math.max(...sides(box))];
    expect([Math.min(...heights(box)), Math.max(...heights(box))].map(metres)).toEqual([expect.closeTo(3, 9), expect.closeTo(10.8, 9)]);
    expect(heights(named(marks, 's-levels')!).map(metres)).toEqual([expect.closeTo(6.9, 9), expect.closeTo(6.9, 9)]);
    expect((right - left) * across / 1000).toBeCloseTo(20, 9);
    const tube = named(marks, 's-neighbour-1')!;
    expect([Math.min(...heights(tube)), Math.max(...heights(tube))].map(metres)).toEqual([expect.closeTo(6, 9), expect.closeTo(12.5, 9)]);
    expect((Math.min(...sides(tube)) - right) * across / 1000).toBeCloseTo(8, 9);
    expect(texts(marks)).toEqual(expect.arrayContaining(['甲', '净宽 20.0 m', '3.0', '7.8', '-10.8', '8.0', 'B1（层高 3.9 m）', 'B2（层高 3.9 m）', '浅层']));
  });

  it('never gives an unknown depth an end: dashed, with a question mark', async () => {
    const element = section({ neighbours: [neighbour('1', { top: null, bottom: null }), neighbour('2', { top: 4, bottom: null }), neighbour('3', { top: null, bottom: 6 }), neighbour('4', { top: null, bottom: null, wide: true })] });
    const marks = await marksOf(element), frame = new DepthFrame(element);
    // A line across is an end.
    const endsOf = (id: string) => paths(named(marks, id)!).flatMap(({ lines }) => lines.filter(([x0, y0, x1, y1]) => y0 === y1 && x0 !== x1).map(([, y]) => (y - frame.plot.y) * frame.scale / 1000));
    expect(endsOf('s-neighbour-1')).toEqual([]);
    expect(endsOf('s-neighbour-2')).toEqual([expect.closeTo(4, 9)]);
    expect(endsOf('s-neighbour-3')).toEqual([expect.closeTo(6, 9)]);
    expect(endsOf('s-bar-4')).toEqual([]);
    for (const id of ['s-neighbour-1', 's-neighbour-2', 's-neighbour-3', 's-bar-4']) expect(paths(named(marks, id)!)[0].stroke?.dash, id).toBeDefined();
    expect(texts(marks).filter((text) => text === '?')).toHaveLength(4);
    const known = paths(named(await marksOf(section({ neighbours: [neighbour('1')] })), 's-neighbour-1')!);
    expect(known.every(({ stroke }) => stroke?.dash === undefined)).toBe(true);
  });

  it('says of a site without depths that they are not known', async () => {
    const marks = await marksOf(section({ site: { name: '乙', top: null, bottom: null, width: null, levels: null } }));
    expect(named(marks, 's-box')).toBeUndefined();
    expect(texts(marks)).toEqual(expect.arrayContaining(['埋深未知 ?', '宽度未知']));
  });

  it('puts every interval where it belongs, whatever the depths, widths and paper (500 at random)', () => {
    const random = numbers(51358);
    for (let n = 0; n < 500; n++) {
      const top = random() * 6, site = { name: '甲', top, bottom: top + 3 + random() * 15, width: 5 + random() * 80, levels: 1 + Math.floor(random() * 4) };
      const neighbours = Array.from({ length: Math.floor(random() * 9) }, (_, i) => {
        const from = random() * 40, kind = random();
        return neighbour(String(i + 1), { top: kind < 0.2 ? null : from, bottom: kind > 0.9 ? null : from + random() * 20, clearance: random() < 0.4 ? 0 : random() * 120, wide: random() < 0.2 });
      });
      const element = section({ site, neighbours, box: { x: 10, y: 10, width: 90 + random() * 150, height: 50 + random() * 100 }, scale: random() < 0.2 ? SECTION_SCALES[Math.floor(random() * SECTION_SCALES.length)] : null });
      const frame = new DepthFrame(element), { plot, own: [left, right] } = frame;
      if (element.scale === null) expect(frame.y(site.bottom)).toBeLessThanOrEqual(plot.y + plot.height);
      for (const depth of [0, site.top, site.bottom].filter((one) => one <= frame.lowest)) expect((frame.y(depth) - plot.y) * frame.scale / 1000).toBeCloseTo(depth, 6);
      expect((right - left) * frame.across / 1000).toBeCloseTo(site.width, 6);
      expect([left >= plot.x - 1e-9, right <= plot.x + plot.width + 1e-9]).toEqual([true, true]);
      for (const { neighbour: { clearance }, left: at, width, away } of frame.placed) {
        expect([at >= plot.x - 1e-9, at + width <= plot.x + plot.width + 1e-9]).toEqual([true, true]);
        const gap = clearance === 0 ? 0 : Math.max(at - right, left - at - width);
        if (!away) expect(gap * frame.across / 1000).toBeCloseTo(clearance, 6);
      }
    }
  });
});
