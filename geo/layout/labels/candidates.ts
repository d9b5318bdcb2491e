import { pointOnSurface } from '../../geometry/index.ts';
import type { PlanFeature } from '../../model/index.ts';
import type { FrameView } from '../frame.ts';
import { onPaper, partsOf } from '../map/layer-marks.ts';
import type { Box } from '../sheet.ts';

/** Where a name may stand: the middle of its line of text, and its direction. Best first. */
export interface Stand { x: number; y: number; cos: number; sin: number }

/** @param width of the text @param size of its em, mm */
export function standsOf({ geometry }: PlanFeature, view: FrameView, width: number, size: number, symbol: number): Stand[] {
  const parts = partsOf(geometry);
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [onPaper(part.line, view)] : []));
  // Along a line where it is long enough, else beside its middle.
  if (lines.length > 0) return [...lines.flatMap((line) => alongLine(line, width, size, view.frame.box)), ...lines.flatMap((line) => aroundPoint(middleOf(line), width, size, 0.4))];
  const grounds = parts.flatMap((part) => (part.kind === 'ground' ? [part.rings.map((ring) => onPaper(ring, view))] : []));
  if (grounds.length > 0) return grounds.flatMap((rings) => onGround(rings, view.frame.box, size));
  return parts.flatMap((part) => (part.kind === 'point' ? aroundPoint(view.fromDegrees(part.at[0], part.at[1]), width, size, symbol) : []));
}

/** On straight enough stretches of the line, beginning with its middle; read from left to right. */
function alongLine(line: readonly number[], width: number, size: number, box: Box): Stand[] {
  const found: { stand: Stand; cost: number }[] = [];
  const lengths = lengthsAlong(line);
  const total = lengths[lengths.length - 1];
  if (total < width) return [];
  for (let at = 0; at + width <= total; at += Math.max(width / 2, 2)) {
    const [ax, ay] = pointAt(line, lengths, at), [bx, by] = pointAt(line, lengths, at + width), [mx, my] = pointAt(line, lengths, at + width / 2);
    const chord = dist(ax, ay, bx, by);
    // How far the line bends away from the text.
    const bend = Math.abs((bx - ax) * (my - ay) - (by - ay) * (mx - ax)) / chord;
    if (chord < 0.97 * width || bend > size / 2) continue;
    const turn = bx < ax || (bx === ax && by > ay) ? -1 : 1;
    const stand = { x: (ax + bx) / 2, y: (ay + by) / 2, cos: turn * (bx - ax) / chord, sin: turn * (by - ay) / chord };
    const fromMiddle = Math.abs(stand.x - box.x - box.width / 2) / box.width + Math.abs(stand.y - box.y - box.height / 2) / box.height;
    found.push({ stand, cost: bend / size + fromMiddle });
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 12).map(({ stand }) => stand);
}
function middleOf(line: readonly number[]): [number, number] {
  const lengths = lengthsAlong(line);
  return pointAt(line, lengths, lengths[lengths.length - 1] / 2);
}
function lengthsAlong(line: readonly number[]): number[] {
  const lengths = [0];
  for (let i = 2; i < line.length; i += 2) lengths.push(lengths[lengths.length - 1] + dist(line[i - 2], line[i - 1], line[i], line[i + 1]));
  return lengths;
}
function pointAt(line: readonly number[], lengths: readonly number[], at: number): [number, number] {
  let i = 1;
  while (i < lengths.length - 1 && lengths[i] < at) i++;
  const t = (at - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1);
  return [line[2 * i - 2] + t * (line[2 * i] - line[2 * i - 2]), line[2 * i - 1] + t * (line[2 * i + 1] - line[2 * i - 1])];
}
const dist = (ax: number, ay: number, bx: number, by: number) => Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));

/** On the surface, then a line above and below. */
function onGround(rings: readonly (readonly number[])[], box: Box, size: number): Stand[] {
  const clipped = rings.map((ring) => pairsOf(clipRing(ring, box)));
  if (clipped[0].length < 3) return [];
  const [x, y] = pointOnSurface({ type: 'Polygon', coordinates: clipped.filter(({ length }) => length >= 3).map((ring) => [...ring, ring[0]]) });
  return [0, -1.4, 1.4, -2.8, 2.8].map((lines) => ({ x, y: y + lines * size, cos: 1, sin: 0 }));
}
const pairsOf = (line: readonly number[]): [number, number][] => Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
/** The ring within the frame (I. Sutherland and G. Hodgman 1974); for a name's place it may touch itself. */
function clipRing(ring: readonly number[], { x, y, width, height }: Box): number[] {
  const sides: [axis: 0 | 1, sign: 1 | -1, limit: number][] = [[0, 1, x], [0, -1, x + width], [1, 1, y], [1, -1, y + height]];
  return sides.reduce<readonly number[]>((points, [axis, sign, limit]) => {
    const kept: number[] = [];
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const a = sign * (points[j + axis] - limit), b = sign * (points[i + axis] - limit);
      if ((a < 0) !== (b < 0)) {
        const t = a / (a - b);
        kept.push(points[j] + t * (points[i] - points[j]), points[j + 1] + t * (points[i + 1] - points[j + 1]));
      }
      if (b >= 0) kept.push(points[i], points[i + 1]);
    }
    return kept;
  }, ring) as number[];
}

/** Right, left, above, below, then the corners: the order that cartographers like (E. Imhof 1962), upper right first for Latin and Chinese alike. */
function aroundPoint([x, y]: readonly [number, number], width: number, size: number, symbol: number): Stand[] {
  // Beyond its own symbol, with the room that a name takes around itself.
  const dx = symbol + width / 2 + 0.6, dy = symbol + size * 0.6 + 0.4;
  return [[dx, -size * 0.35], [dx, 0], [-dx, -size * 0.35], [-dx, 0], [0, -dy], [0, dy], [dx, dy], [-dx, dy]].map(([ox, oy]) => ({ x: x + ox, y: y + oy, cos: 1, sin: 0 }));
}
