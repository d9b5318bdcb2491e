import { indexes } from '../model/index.ts';
import type { Piece } from './offset-pieces.ts';
import type { Stand } from './rim-line.ts';
import type { Loop } from './crossings.ts';

/** Ends of pieces that lie this near each other (m) are the same place. */
const SAME = 1e-5;

/**
 * The rims that a disc leaves that rolls around the parts: along their edges where it touches them, and in an arc of its
 * own where it rests on two at once. Arcs are drawn in chords of at most an eighth of a right angle, so that they fill at
 * most r (1 - cos 5.625°) more than the disc leaves. Null where pieces do not join, one end to one start.
 */
export function rollingLoops(pieces: readonly Piece[]): Loop[] | null {
  const next = joined(pieces);
  if (!next) return null;
  const loops: Loop[] = [];
  const done = new Uint8Array(pieces.length);
  for (let start = 0; start < pieces.length; start++) {
    if (done[start]) continue;
    const loop: number[] = [];
    for (let i = start; !done[i]; i = next[i]) {
      done[i] = 1;
      add(loop, pieces[i].from.footX, pieces[i].from.footY);
      add(loop, pieces[i].to.footX, pieces[i].to.footY);
      turn(loop, pieces[i].to, pieces[next[i]].from);
    }
    if (loop.length > 2 && loop[0] === loop[loop.length - 2] && loop[1] === loop[loop.length - 1]) loop.length -= 2;
    if (loop.length >= 6) loops.push(loop);
  }
  return loops;
}

/** Which piece starts where each ends. */
function joined(pieces: readonly Piece[]): Int32Array | null {
  const next = new Int32Array(pieces.length).fill(-1);
  const taken = new Uint8Array(pieces.length);
  // The arc around a corner goes on beside the edge that starts there.
  for (let i = 0; i + 1 < pieces.length; i++) {
    if (!pieces[i].arc || pieces[i + 1].arc || pieces[i].edge !== pieces[i + 1].edge || !pieces[i].whole[1] || !pieces[i + 1].whole[0]) continue;
    next[i] = i + 1;
    taken[i + 1] = 1;
  }
  const starts = indexes(pieces.length, (i) => !taken[i]).sort((a, b) => pieces[a].from.x - pieces[b].from.x || pieces[a].from.y - pieces[b].from.y);
  const ends = indexes(pieces.length, (i) => next[i] < 0).sort((a, b) => pieces[a].to.x - pieces[b].to.x || pieces[a].to.y - pieces[b].to.y);
  let low = 0;
  for (const end of ends) {
    const { x, y } = pieces[end].to;
    while (low < starts.length && pieces[starts[low]].from.x < x - SAME) low++;
    let best = SAME * SAME;
    for (let k = low; k < starts.length; k++) {
      const start = pieces[starts[k]].from;
      if (start.x > x + SAME) break;
      const gap = (start.x - x) * (start.x - x) + (start.y - y) * (start.y - y);
      if (gap <= best && !taken[starts[k]]) { best = gap; next[end] = starts[k]; }
    }
    if (next[end] < 0) return null;
    taken[next[end]] = 1;
  }
  return next;
}

/** The arc around the centre from where the disc touches one edge to where it touches the next, the ground on its left. */
function turn(loop: number[], { x, y, footX, footY }: Stand, to: Stand): void {
  if (footX === to.footX && footY === to.footY) return;
  bisect(loop, x, y, footX - x, footY - y, to.footX - x, to.footY - y);
}
/** Halves the angle until chords are short enough: roots only, so that all machines agree. */
function bisect(loop: number[], cx: number, cy: number, ax: number, ay: number, bx: number, by: number): void {
  const square = ax * ax + ay * ay;
  const cos = (ax * bx + ay * by) / square;
  if (cos >= COS_OF_CHORD) return;
  // Opposite each other: the ball rolls clockwise past the middle on the side of the ground.
  const [sx, sy] = cos < -1 + 1e-9 ? [ay, -ax] : [ax + bx, ay + by];
  const k = Math.sqrt(square / (sx * sx + sy * sy));
  bisect(loop, cx, cy, ax, ay, sx * k, sy * k);
  add(loop, cx + sx * k, cy + sy * k);
  bisect(loop, cx, cy, sx * k, sy * k, bx, by);
}
/** cos 11.25°, and a hair for rounding. */
const COS_OF_CHORD = 0.9807852804032304 - 1e-9;

function add(loop: number[], x: number, y: number): void {
  const n = loop.length;
  if (n >= 2 && loop[n - 2] === x && loop[n - 1] === y) return;
  loop.push(x, y);
}
