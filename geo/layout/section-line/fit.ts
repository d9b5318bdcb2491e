import { depthDrawn, lowestGround, type SectionModel } from '../../section/index.ts';
import { SECTION_SCALES } from '../section/depth-frame.ts';
import { COLUMN } from './list.ts';
import { numbered } from './numbers.ts';
import { PAPER_AROUND, ROW } from './frame.ts';

/** Long roads go beyond the series of sections. */
const SCALES = [...SECTION_SCALES, 2500, 4000, 6000, 8000, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000].sort((a, b) => a - b);
/** Depths are drawn so many times larger than lengths at most. */
const MOST_ENLARGED = 20;
/** A section at its own shape is left so where it fills this much of the height: it is read without reckoning. */
const FILLED = 0.5;
/** Of ground and depths, mm: lower ones cannot be read. */
const LEAST_GROUND = 18;
/** The title and its scales need so much, mm. */
const LEAST_WIDTH = 120;

export interface FittedSection { scale: number; vertical: number; width: number; height: number }

/** mm that a section takes at these scales, with its list. */
export function sectionSize(model: SectionModel, scale: number, vertical: number, roomWidth = 0): { width: number; height: number } {
  const width = Math.max(LEAST_WIDTH, model.length * 1000 / scale + PAPER_AROUND.width);
  return { width, height: PAPER_AROUND.height + tall(model) * 1000 / vertical + rows(model, Math.max(width, roomWidth)) * ROW + 2 };
}
/** The largest scales of the series at which all of a section stands in a room (mm); null where it has none. Given scales are kept. */
export function fitSection(model: SectionModel, room: { width: number; height: number }, given: { scale: number | null; vertical: number | null } = { scale: null, vertical: null }): FittedSection | null {
  const scale = given.scale ?? SCALES.find((one) => sectionSize(model, one, 1).width <= room.width + 1e-6), list = rows(model, room.width) * ROW + 2;
  if (scale === undefined || room.width < LEAST_WIDTH) return null;
  const ground = room.height - PAPER_AROUND.height - list, fits = (one: number) => tall(model) * 1000 / one <= ground + 1e-6;
  const vertical = given.vertical ?? (fits(scale) && tall(model) * 1000 / scale >= FILLED * ground ? scale : SCALES.find((one) => one * MOST_ENLARGED >= scale && fits(one)));
  if (vertical === undefined || ground < LEAST_GROUND || !fits(vertical)) return null;
  const size = sectionSize(model, scale, vertical, room.width);
  return size.width > room.width + 1e-6 ? null : { scale, vertical, width: room.width, height: size.height };
}
const tall = (model: SectionModel): number => depthDrawn(model) - lowestGround(model);
const rows = (model: SectionModel, width: number): number => Math.ceil(numbered(model).length / Math.max(1, Math.floor(width / COLUMN)));
