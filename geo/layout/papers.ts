import { UserError } from '../model/index.ts';
import type { Box, SheetLayout } from './sheet.ts';

/** ISO 216: short and long side, mm. */
export const PAPERS = { A4: [210, 297], A3: [297, 420], A2: [420, 594], A1: [594, 841], A0: [841, 1189] } as const;
export type PaperId = keyof typeof PAPERS;

/** From the edge of the trimmed sheet to the frame, mm: the binding edge is wider (GB/T 50001: 25; 10 or 5 on the other sides). */
export const MARGIN = { binding: 25, A4: 5, A3: 5, A2: 10, A1: 10, A0: 10, free: 10 } as const;

/** PDF readers take no page longer than this, mm (14,400 points). */
export const LONGEST_SIDE = 5080;
const SHORTEST_SIDE = 50;

/** @throws UserError `layout.paper` for a free size that no reader or plotter takes */
export function paperSize({ paper }: Pick<SheetLayout, 'paper'>): { width: number; height: number } {
  if (paper.size !== 'free') {
    const [short, long] = PAPERS[paper.size];
    return paper.landscape ? { width: long, height: short } : { width: short, height: long };
  }
  const { width, height } = paper;
  if (![width, height].every((side) => side >= SHORTEST_SIDE && side <= LONGEST_SIDE)) throw new UserError('layout.paper', { width, height, least: SHORTEST_SIDE, most: LONGEST_SIDE });
  return { width, height };
}

/** Inside the drawing frame. */
export function drawingArea(layout: Pick<SheetLayout, 'paper'>): Box {
  const { width, height } = paperSize(layout);
  const margin = MARGIN[layout.paper.size];
  return { x: MARGIN.binding, y: margin, width: width - MARGIN.binding - margin, height: height - 2 * margin };
}
