import { drawingArea } from './papers.ts';
import type { Box, SheetLayout } from './sheet.ts';

/** From the drawing frame and from one element to the next, mm. */
const PAD = 3, GAP = 2;
/** A sheet of so many elements is an atlas of small things: it is not searched. */
const MOST = 60;

/** Every largest empty place of a sheet within its drawing frame, mm; an empty sheet has one. */
export function freeRooms(sheet: Pick<SheetLayout, 'paper' | 'elements'>): Box[] {
  const { x, y, width, height } = drawingArea(sheet), area = { left: x + PAD, top: y + PAD, right: x + width - PAD, bottom: y + height - PAD };
  if (sheet.elements.length > MOST) return [];
  const taken = sheet.elements.map(({ box }) => ({ left: box.x - GAP, top: box.y - GAP, right: box.x + box.width + GAP, bottom: box.y + box.height + GAP }));
  const within = (from: number, to: number, values: readonly number[]) => [...new Set([from, ...values.filter((value) => value > from && value < to), to])].sort((a, b) => a - b);
  const lefts = within(area.left, area.right, taken.map(({ right }) => right)), rights = within(area.left, area.right, taken.map(({ left }) => left)), tops = within(area.top, area.bottom, taken.map(({ bottom }) => bottom));
  return lefts.flatMap((left) => rights.filter((right) => right > left).flatMap((right) => {
    const between = taken.filter((one) => one.left < right - 1e-9 && one.right > left + 1e-9);
    return tops.flatMap((top): Box[] => {
      const under = between.filter((one) => one.bottom > top + 1e-9), bottom = Math.min(area.bottom, ...under.map((one) => one.top));
      return bottom > top ? [{ x: left, y: top, width: right - left, height: bottom - top }] : [];
    });
  }));
}
