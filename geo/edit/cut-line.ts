import type { Position } from 'geojson';

/** Pieces shorter than this many metres are no pieces: the line only touches an end. */
const LEAST = 1e-3;

/** A line in the plane cut where another crosses or touches it; pieces keep its direction and follow each other. */
export function cutLine(line: readonly Position[], knife: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [line[0]];
  for (let i = 0; i + 1 < line.length; i++) {
    for (const place of crossings(line[i], line[i + 1], knife)) {
      if (lengthOf([...piece, place]) < LEAST || lengthOf([place, ...line.slice(i + 1)]) < LEAST) continue;
      if (!same(place, piece[piece.length - 1])) piece.push(place);
      pieces.push(piece);
      piece = [place];
    }
    if (!same(line[i + 1], piece[piece.length - 1])) piece.push(line[i + 1]);
  }
  return [...pieces, piece];
}
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Where the knife meets the segment from a to b, from a on. Along a shared stretch it does not cut. */
function crossings(a: Position, b: Position, knife: readonly Position[]): Position[] {
  const rx = b[0] - a[0], ry = b[1] - a[1];
  const found: number[] = [];
  for (let j = 0; j + 1 < knife.length; j++) {
    const [c, d] = [knife[j], knife[j + 1]];
    const sx = d[0] - c[0], sy = d[1] - c[1];
    const cross = rx * sy - ry * sx;
    if (cross === 0) continue;
    const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross, u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
    if (t >= 0 && t <= 1 && u >= 0 && u <= 1) found.push(t);
  }
  return found.sort((p, q) => p - q).filter((t, i, all) => i === 0 || t !== all[i - 1]).map((t) => [a[0] + t * rx, a[1] + t * ry]);
}

function lengthOf(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const dx = line[i + 1][0] - line[i][0], dy = line[i + 1][1] - line[i][1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}
