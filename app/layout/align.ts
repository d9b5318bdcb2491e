import type { PaperBox } from '../../geo/index.ts';

/** How a box may be put in an area: several boxes in the box around all of them, one in the drawing frame. */
export const ALIGNMENTS = {
  left: (_, area) => ({ x: area.x }),
  centre: (box, area) => ({ x: area.x + (area.width - box.width) / 2 }),
  right: (box, area) => ({ x: area.x + area.width - box.width }),
  top: (_, area) => ({ y: area.y }),
  middle: (box, area) => ({ y: area.y + (area.height - box.height) / 2 }),
  bottom: (box, area) => ({ y: area.y + area.height - box.height }),
} as const satisfies Record<string, (box: PaperBox, area: PaperBox) => Partial<PaperBox>>;
export type Alignment = keyof typeof ALIGNMENTS;

/** The box around all of them. */
export function boxAround(boxes: readonly PaperBox[]): PaperBox {
  const x = Math.min(...boxes.map((box) => box.x)), y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

const AXES = { across: ['x', 'width'], down: ['y', 'height'] } as const;
export type Axis = keyof typeof AXES;

/** The boxes with gaps of one size between them along an axis; the outer two stay. Where they are wider than their room together, the gaps are overlaps of one size. */
export function spread(boxes: readonly PaperBox[], axis: Axis): PaperBox[] {
  const [at, size] = AXES[axis], room = boxAround(boxes);
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a][at] - boxes[b][at] || boxes[a][size] - boxes[b][size] || a - b);
  const gap = (room[size] - boxes.reduce((sum, box) => sum + box[size], 0)) / (boxes.length - 1);
  const spreadOut = [...boxes];
  let next = room[at];
  for (const i of order) {
    spreadOut[i] = { ...boxes[i], [at]: next };
    next += boxes[i][size] + gap;
  }
  return spreadOut;
}

/** A way for all of them that keeps the box around them on the paper. */
export function heldOn(paper: { width: number; height: number }, around: PaperBox, dx: number, dy: number): [dx: number, dy: number] {
  return [within(around.x + dx, paper.width - LEAST_SEEN) - around.x, within(around.y + dy, paper.height - LEAST_SEEN) - around.y];
}
/** mm of what is moved that stay in sight. */
const LEAST_SEEN = 5;
const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
