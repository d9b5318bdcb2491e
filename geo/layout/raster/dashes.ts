/** The pieces of a line that a pattern of dashes and gaps leaves, as PDF draws them: it starts with the line and runs on round corners. */
export function dashed(line: readonly number[], closed: boolean, pattern: readonly number[]): number[][] {
  const points = closed ? [...line, line[0], line[1]] : line, whole = pattern.reduce((sum, length) => sum + length, 0);
  if (!(whole > 0)) return [[...points]];
  const pieces: number[][] = [];
  let part = 0, left = pattern[0], piece: number[] | null = [points[0], points[1]];
  for (let i = 2; i + 1 < points.length; i += 2) {
    let [x, y] = [points[i - 2], points[i - 1]];
    const dx = points[i] - x, dy = points[i + 1] - y, length = Math.sqrt(dx * dx + dy * dy);
    let gone = 0;
    while (length - gone > left) {
      gone += left;
      [x, y] = [points[i - 2] + dx * gone / length, points[i - 1] + dy * gone / length];
      if (piece) pieces.push([...piece, x, y]);
      piece = piece ? null : [x, y];
      // A pattern of odd length takes turns, as PDF says.
      part = (part + 1) % (pattern.length * 2);
      left = pattern[part % pattern.length];
    }
    left -= length - gone;
    piece?.push(points[i], points[i + 1]);
  }
  if (piece) pieces.push(piece);
  return pieces;
}
