import { describe, expect, it } from 'vitest';
import { cutSection, drawSheet, fitSection, sectionContext, sectionSheet, SectionFrame, type SectionLineElement, type SheetElement } from '../../geo/index.ts';
import { drawingArea, paperSize } from '../../geo/layout/papers.ts';
import { lettersOf } from '../../geo/layout/section-line/plan-frame.ts';
import type { Mark, PathMark, TextMark } from '../../geo/layout/drawing.ts';
import { testFaces } from '../support/faces.ts';
import { degrees, plane, TOWN } from '../support/section-town.ts';
import { sheetSource } from '../support/sheet-source.ts';

const A3 = { width: 384, height: 188 };
const modelOf = (metres: number) => cutSection(degrees([[0, 0], [metres, 0]]), TOWN, sectionContext({ focus: null }), plane.code);
const sheetOf = (metres: number) => sectionSheet({ title: '剖面', line: degrees([[0, 0], [metres, 0]]), crs: plane.code, offset: null, focus: null, trial: null, scale: null, vertical: null }, modelOf(metres), { language: 'zh', project: '紫荆市', date: '2026-11-26' });
const sectionIn = (elements: readonly SheetElement[]) => elements.find((element): element is SectionLineElement => element.kind === 'section-line')!;
const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...flat(mark.marks)] : [mark]));

describe('scales of a section', () => {
  it('are the largest of the series that the paper takes', () => {
    for (const metres of [40, 110, 376, 900]) {
      const model = modelOf(metres), fitted = fitSection(model, A3)!, series = [50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 2500, 3000];
      const next = series[series.indexOf(fitted.scale) - 1];
      expect(metres * 1000 / fitted.scale, `${metres} m`).toBeLessThanOrEqual(A3.width - 31);
      if (next) expect(metres * 1000 / next, `${metres} m`).toBeGreaterThan(A3.width - 31);
      expect(fitted.height).toBeLessThanOrEqual(A3.height);
      expect(fitted.scale / fitted.vertical).toBeLessThanOrEqual(20);
      expect(fitted.vertical).toBeLessThanOrEqual(fitted.scale);
    }
  });
  it('are kept where they are given, and none where the room is too small', () => {
    expect(fitSection(modelOf(110), A3, { scale: 500, vertical: 200 })).toMatchObject({ scale: 500, vertical: 200 });
    expect(fitSection(modelOf(110), A3, { scale: 100, vertical: 100 })).toBeNull();
    expect(fitSection(modelOf(110), { width: 90, height: 188 })).toBeNull();
    expect(fitSection(modelOf(110), { width: 384, height: 40 })).toBeNull();
  });
});

describe('the sheet of a section', () => {
  it.each([[110, 420], [376, 420], [1600, 841], [6000, 841]])('of %i m is %i mm long, filled, and nothing lies on anything', (metres, long) => {
    const sheet = sheetOf(metres), area = drawingArea(sheet), boxes = sheet.elements.map(({ box }) => box);
    expect(paperSize(sheet)).toEqual({ width: long, height: 297 });
    expect(boxes.reduce((sum, { width, height }) => sum + width * height, 0) / (area.width * area.height)).toBeGreaterThan(0.8);
    boxes.forEach((a, i) => {
      expect(a.x >= area.x && a.y >= area.y && a.x + a.width <= area.x + area.width && a.y + a.height <= area.y + area.height).toBe(true);
      for (const b of boxes.slice(i + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    });
  });
  it.each([110, 376, 1600])('is true to scale: N m of %i m are N × 1000 / scale mm', (metres) => {
    const element = sectionIn(sheetOf(metres).elements), frame = new SectionFrame(element, modelOf(metres));
    expect(frame.x(100) - frame.x(0)).toBeCloseTo(100_000 / element.scale, 9);
    expect(frame.y(-10) - frame.y(0)).toBeCloseTo(10_000 / element.vertical, 9);
    expect(frame.plot.width).toBeCloseTo(metres * 1000 / element.scale, 1);
    expect(frame.isCut).toBe(false);
  });
  it('has a map with the whole line and its letters, which stand at the ends of the section too', async () => {
    const sheet = sheetOf(376), map = sheet.elements.find(({ kind }) => kind === 'map') as Extract<SheetElement, { kind: 'map' }>;
    const marks = flat(drawSheet(sheet, sheetSource(TOWN), await testFaces()).marks), group = marks.find((mark) => mark.kind === 'group' && mark.id === 'map-section-lines') as Extract<Mark, { kind: 'group' }>;
    const [x0, y0, x1, y1] = (group.marks[0] as PathMark).lines[0];
    expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(376_000 / map.scale, 1);
    for (const [x, y] of [[x0, y0], [x1, y1]]) expect(x > map.box.x + 5 && x < map.box.x + map.box.width - 5 && y > map.box.y + 5 && y < map.box.y + map.box.height - 5).toBe(true);
    const words = marks.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text);
    expect([words.filter((text) => text === 'A').length, words.filter((text) => text === 'A′').length]).toEqual([2, 2]);
    const { scale, vertical } = sectionIn(sheet.elements);
    expect(words).toContain(`1:${scale.toLocaleString('en')} / 1:${vertical.toLocaleString('en')}`);
  });
  it('letters sections in their order', () => {
    const element = sectionIn(sheetOf(110).elements), elements = ['a', 'b'].map((id) => ({ ...element, id }));
    expect([lettersOf({ elements }, 'a'), lettersOf({ elements }, 'b')]).toEqual([['A', 'A′'], ['B', 'B′']]);
  });
});
