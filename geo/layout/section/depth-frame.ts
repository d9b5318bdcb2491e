import type { Box, SectionBox, SectionNeighbour } from '../sheet.ts';

/** Scales of sections, 1 : so many. */
export const SECTION_SCALES = [50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 5000] as const;

/** On paper, mm: title, room above the ground, room at the left for depths and strata and at the right for figures, words below, and a neighbour's width, which no scale says. */
const HEAD = 5, SKY = 8, AXIS = 18, FOOT = 4.5, NEIGHBOUR = 6, BAR = 5.5, FIGURES = 12;
/** So much of the width is the site's own at least. */
const OWN_SHARE = 0.34;
/** Below the lowest that is drawn to its end, m. */
const BELOW = 1.5, LEAST_DEPTH = 8;
/** What reaches deeper than so many times the site is drawn as going on. */
const DEEPEST = 2.2;

/** A neighbour with its place across, mm; `away` where its clearance does not fit into the drawing and is only written. */
export interface PlacedNeighbour {
  neighbour: SectionNeighbour;
  left: number;
  width: number;
  away: boolean;
}

/** Where a section lies on the paper: y is true to depth, x to the site's width and the clearances. */
export class DepthFrame {
  /** The drawn ground, mm. */
  readonly plot: Box;
  readonly depth: number;
  readonly scale: number;
  readonly across: number;
  /** The site's box from side to side, mm. */
  readonly own: readonly [left: number, right: number];
  readonly placed: readonly PlacedNeighbour[];
  /** Beside the drawing: how deep what covers the site reaches. */
  readonly bars: readonly { neighbour: SectionNeighbour; x: number }[];

  constructor(readonly element: SectionBox) {
    const { box, neighbours, site } = element;
    const wide = neighbours.filter((one) => one.wide), others = neighbours.filter((one) => !one.wide);
    const right = wide.length * BAR;
    const room = { x: box.x + AXIS, y: box.y + HEAD + SKY, width: Math.max(1, box.width - AXIS - FIGURES - right), height: Math.max(1, box.height - HEAD - SKY - FOOT) };
    this.depth = depthOf(element);
    this.scale = element.scale ?? fitting(this.depth / room.height);
    this.plot = room;
    this.bars = wide.map((neighbour, i) => ({ neighbour, x: room.x + room.width + FIGURES + (i + 0.5) * BAR }));
    const width = site?.width ?? null, least = room.width * OWN_SHARE;
    const reach = Math.max(0, ...others.map(({ clearance }) => clearance));
    const sides = Math.max(1, room.width - 2 * (others.some(({ clearance }) => clearance > 0) ? NEIGHBOUR + 2 : 3));
    const wanted = fitting(((width ?? reach) + 2 * reach) / sides);
    const smallest = width === null ? Infinity : SECTION_SCALES.filter((scale) => width * 1000 / scale >= least).at(-1) ?? SECTION_SCALES[0];
    this.across = Math.max(fitting((width ?? 1) / sides), Math.min(wanted, smallest));
    const half = (width === null ? room.width * OWN_SHARE : width * 1000 / this.across) / 2, middle = room.x + room.width / 2;
    this.own = [middle - half, middle + half];
    this.placed = this.place(others);
  }

  /** mm on paper of a depth in metres, never outside the drawing. */
  y(depth: number): number {
    return Math.min(this.plot.y + this.plot.height, this.plot.y + Math.max(0, depth) * 1000 / this.scale);
  }
  /** The depth at the lower edge of what is drawn. */
  get lowest(): number {
    return this.plot.height * this.scale / 1000;
  }

  /** Those on common ground one beside the other under or over the site; the others left and right in turn, by their clearance. */
  private place(others: readonly SectionNeighbour[]): PlacedNeighbour[] {
    const [left, right] = this.own, over = others.filter(({ clearance }) => clearance === 0);
    const beside = others.filter(({ clearance }) => clearance > 0).sort((a, b) => a.clearance - b.clearance);
    const step = (right - left) / Math.max(1, over.length);
    const edges = { left: this.plot.x + 1, right: this.plot.x + this.plot.width - 1 };
    return [
      ...over.map((neighbour, i) => { const width = Math.min(NEIGHBOUR, step * 0.8); return { neighbour, width, left: left + (i + 0.5) * step - width / 2, away: false }; }),
      ...beside.map((neighbour, i): PlacedNeighbour => {
        const gap = neighbour.clearance * 1000 / this.across;
        const at = i % 2 === 0 ? right + gap : left - gap - NEIGHBOUR;
        const away = at < edges.left || at + NEIGHBOUR > edges.right;
        return { neighbour, width: NEIGHBOUR, away, left: away ? (i % 2 === 0 ? edges.right - NEIGHBOUR : edges.left) : at };
      }),
    ];
  }
}

/** The least of the series at which metres for a mm are no more than it shows. */
function fitting(metresPerMm: number): number {
  return SECTION_SCALES.find((scale) => scale >= metresPerMm * 1000 - 1e-9) ?? Math.ceil(metresPerMm) * 1000;
}

/** How deep the drawing goes: to the end of the site and of what is near its depth, and to where works begin below it; what is deeper goes on below the drawing or has an arrow. */
function depthOf({ site, neighbours }: SectionBox): number {
  const own = site?.bottom ?? 0, most = Math.max(own * DEEPEST, LEAST_DEPTH);
  const starts = neighbours.flatMap(({ top, wide }) => (top === null || wide ? [] : [top + BELOW]));
  const ends = neighbours.flatMap(({ bottom }) => (bottom !== null && bottom <= most ? [bottom] : []));
  return Math.max(LEAST_DEPTH, own, ...ends, ...starts.filter((start) => start <= 1.5 * most)) + BELOW;
}
