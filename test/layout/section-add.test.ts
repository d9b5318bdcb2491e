import { describe, expect, it } from 'vitest';
import { cutSection, freeRooms, sectionContext, sectionOnSheet, type SheetLayout } from '../../geo/index.ts';
import { drawingArea } from '../../geo/layout/papers.ts';
import type { Box } from '../../geo/layout/sheet.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { degrees, plane, TOWN } from '../support/section-town.ts';

const line = degrees([[0, 0], [150, 0]]), model = cutSection(line, TOWN, sectionContext({ focus: null }), plane.code);
const wishes = { title: '剖面', line, crs: plane.code, offset: null, focus: null, trial: null, scale: null, vertical: null };
const A3: SheetLayout = { ...blankSheet(), paper: { size: 'A3', landscape: true } };
const apart = (a: Box, b: Box) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const inside = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

describe('free places of a sheet', () => {
  it('are empty and within its frame', () => {
    for (const sheet of [A3, { ...A3, elements: [] }]) {
      const rooms = freeRooms(sheet);
      expect(rooms.length).toBeGreaterThan(0);
      for (const room of rooms) expect(inside(room, drawingArea(sheet)) && sheet.elements.every(({ box }) => apart(room, box))).toBe(true);
    }
    expect(freeRooms({ ...A3, elements: [] })).toEqual([{ x: 28, y: 8, width: 384, height: 281 }]);
  });
  it('take a section beside what is there, one after the other', () => {
    const first = sectionOnSheet(A3, wishes, model), sheet = { ...A3, elements: [...A3.elements, first.element] }, second = sectionOnSheet(sheet, wishes, model);
    expect([first.hasRoom, apart(first.element.box, A3.elements[0].box), inside(first.element.box, drawingArea(A3))]).toEqual([true, true, true]);
    expect([first.element.id, second.element.id]).toEqual(['section-line-1', 'section-line-2']);
    if (second.hasRoom) expect(sheet.elements.every(({ box }) => apart(box, second.element.box))).toBe(true);
    // All of it at its scales: 150 m are 150,000 / scale mm.
    expect(first.element.box.width).toBeGreaterThanOrEqual(150_000 / first.element.scale);
  });
  it('are not invented: a full sheet has the section in its middle, within the frame', () => {
    const { element, hasRoom } = sectionOnSheet(blankSheet(), wishes, model);
    expect([hasRoom, inside(element.box, drawingArea(blankSheet()))]).toEqual([false, true]);
  });
});
