/** x and y in turn. */
type Places = ArrayLike<number>;

/** A ring within a square, side by side (Sutherland and Hodgman 1974). It may run along the sides; closed as it came, with no places where nothing is left. */
export function clipRing(ring: Places, least: number, most: number): Places {
  let left: Places = ring;
  for (const axis of [0, 1] as const) for (const [bound, sign] of [[least, 1], [most, -1]] as const) left = clipSide(left, axis, bound, sign);
  return left;
}
/** What lies on the side of `bound` on which (place − bound) · sign is not negative. */
function clipSide(ring: Places, axis: 0 | 1, bound: number, sign: 1 | -1): number[] {
  const left: number[] = [];
  for (let i = 0; i + 2 < ring.length; i += 2) {
    const a = (ring[i + axis] - bound) * sign, b = (ring[i + 2 + axis] - bound) * sign;
    if (a >= 0) left.push(ring[i], ring[i + 1]);
    if (a >= 0 !== b >= 0) {
      const share = a / (a - b), other = 1 - axis, across = ring[i + other] + share * (ring[i + 2 + other] - ring[i + other]);
      left.push(...(axis === 0 ? [bound, across] : [across, bound]));
    }
  }
  if (left.length > 0) left.push(left[0], left[1]);
  return left;
}

/** The pieces of a line within a square, stretch by stretch (Liang and Barsky 1984). */
export function clipLine(line: Places, least: number, most: number): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  const end = () => { if (piece.length > 2) pieces.push(piece); piece = []; };
  for (let i = 0; i + 2 < line.length; i += 2) {
    const shares = sharesWithin(line, i, least, most);
    if (!shares) { end(); continue; }
    const [from, to] = shares, x = line[i], y = line[i + 1], dx = line[i + 2] - x, dy = line[i + 3] - y;
    if (from > 0) end();
    if (piece.length === 0) piece.push(x + from * dx, y + from * dy);
    if (to < 1) { piece.push(x + to * dx, y + to * dy); end(); } else piece.push(line[i + 2], line[i + 3]);
  }
  end();
  return pieces;
}
/** From which share of a stretch to which it lies within; null where it does not. */
function sharesWithin(line: Places, i: number, least: number, most: number): [number, number] | null {
  let from = 0, to = 1;
  for (const axis of [0, 1]) {
    const a = line[i + axis], step = line[i + 2 + axis] - a;
    if (step === 0 && (a < least || a > most)) return null;
    if (step === 0) continue;
    const one = (least - a) / step, other = (most - a) / step;
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from <= to ? [from, to] : null;
}
