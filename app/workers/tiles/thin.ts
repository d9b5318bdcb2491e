let kept = new Uint8Array(512);
const open: number[] = [];

/**
 * Leaves out places that lie nearer than `tolerance` to the line through those that stay (Douglas and Peucker 1973): x and y in turn, `length` numbers of them.
 * Works in place and returns what is left. The first and the last place stay.
 */
export function thin(places: Float64Array, length: number, tolerance: number): Float64Array {
  const last = length / 2 - 1;
  if (last < 2) return places.subarray(0, length);
  if (kept.length <= last) kept = new Uint8Array(2 * (last + 1));
  kept.fill(0, 0, last + 1);
  kept[0] = kept[last] = 1;
  open.push(0, last);
  while (open.length > 0) {
    const to = open.pop()!, from = open.pop()!, at = farthest(places, from, to, tolerance);
    if (at === 0) continue;
    kept[at] = 1;
    open.push(from, at, at, to);
  }
  let end = 0;
  for (let i = 0; i <= last; i++) {
    if (kept[i] === 0) continue;
    places[end++] = places[2 * i];
    places[end++] = places[2 * i + 1];
  }
  return places.subarray(0, end);
}
/** The place between two that lies farthest from the stretch between them; 0 where none lies beyond the tolerance. */
function farthest(places: Float64Array, from: number, to: number, tolerance: number): number {
  const ax = places[2 * from], ay = places[2 * from + 1], dx = places[2 * to] - ax, dy = places[2 * to + 1] - ay, square = dx * dx + dy * dy;
  let most = tolerance * tolerance, found = 0;
  for (let i = from + 1; i < to; i++) {
    let x = places[2 * i] - ax, y = places[2 * i + 1] - ay;
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / square));
    x -= share * dx;
    y -= share * dy;
    const away = x * x + y * y;
    if (away > most) {
      most = away;
      found = i;
    }
  }
  return found;
}
