import { depthDrawn, lowestGround, type SectionModel, type SectionPoints } from '../../section/index.ts';
import type { Box, SectionLine } from '../sheet.ts';

/** On paper, mm: title above, room over the ground for red lines and names, depths at the left, figures at the right, chainages and words below, a row of the list. */
const HEAD = 7, SKY = 12, AXIS = 15, FIGURES = 16, FOOT = 12;
export const ROW = 3.6;
/** What a section needs besides its list, and its rows. */
export const PAPER_AROUND = { width: AXIS + FIGURES, height: HEAD + SKY + FOOT } as const;

/** Where a section lies on the paper: x is true to chainages, y to heights, each at its own stated scale. */
export class SectionFrame {
  /** The drawn ground with the room over it, mm. */
  readonly plot: Box;
  /** Depth that is drawn, m. */
  readonly depth: number;
  /** Chainages at the left and right edge of what is drawn, m. */
  readonly from: number;
  readonly to: number;
  /** Room for the list of what is numbered, mm. */
  readonly list: Box;
  /** Depths of the frame that no room is for. */
  readonly isCut: boolean;
  private readonly zero: number;
  private readonly across: number;
  private readonly down: number;

  constructor(readonly element: SectionLine, readonly model: SectionModel) {
    const { box, scale, vertical, from, depth } = element;
    this.across = 1000 / scale;
    this.down = 1000 / vertical;
    const wanted = depth ?? depthDrawn(model), room = Math.max(1, box.height - PAPER_AROUND.height);
    const height = Math.min((wanted - lowestGround(model)) * this.down, room), width = Math.max(1, box.width - PAPER_AROUND.width);
    this.from = Math.max(0, Math.min(model.length, from));
    this.to = Math.min(model.length, this.from + width / this.across);
    this.plot = { x: box.x + AXIS, y: box.y + HEAD, width: Math.max(1, (this.to - this.from) * this.across), height: SKY + height };
    this.zero = this.plot.y + SKY;
    this.depth = height / this.down + lowestGround(model);
    this.isCut = this.to < model.length - 1e-6 || this.from > 1e-6 || this.depth < wanted - 1e-6;
    const below = this.plot.y + this.plot.height + FOOT - 1;
    this.list = { x: box.x, y: below, width: box.width, height: Math.max(0, box.y + box.height - below) };
  }

  x(chainage: number): number {
    return this.plot.x + (chainage - this.from) * this.across;
  }
  y(height: number): number {
    return this.zero - height * this.down;
  }
  /** mm of metres down. */
  tall(metres: number): number {
    return metres * this.down;
  }
  points(metres: SectionPoints): number[] {
    return metres.map((value, k) => (k % 2 === 0 ? this.x(value) : this.y(value)));
  }
}
