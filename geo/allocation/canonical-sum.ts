/** Values beyond these are added in order of size: parts of theirs might not be numbers that a computer holds. */
const SMALL = 1e-200, LARGE = 1e200;
/** 2^-53: half a step of a number from 1 to 2. */
const UNIT = 1 / 9007199254740992;

/**
 * Adds up all values, or those at the indexes, so that the sum has the same bits whatever the order of the rows. Each value is
 * cut at the same three places, so coarsely that the sums of the parts are exact: what S. M. Rump, T. Ogita and S. Oishi call
 * the extraction of high order parts ("Accurate floating-point summation", SIAM J. Sci. Comput. 31, 2008). Where that does
 * not leave nothing, from the smallest value to the largest. Only putting the three sums together rounds. Finite values are asked for.
 */
export function canonicalSum(values: Float64Array, indexes?: readonly number[]): number {
  const n = indexes ? indexes.length : values.length;
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(values[indexes ? indexes[i] : i]));
  if (most === 0) return 0;
  if (!(most > SMALL && most < LARGE)) return sumBySize(values, indexes);
  const many = powerFrom(n + 2), step = many * UNIT;
  const first = many * powerFrom(most), second = step * first, third = step * second;
  let high = 0, middle = 0, low = 0, left = 0;
  for (let i = 0; i < n; i++) {
    const value = values[indexes ? indexes[i] : i];
    const h = first + value - first, rest = value - h;
    const m = second + rest - second, less = rest - m;
    const l = third + less - third;
    high += h;
    middle += m;
    low += l;
    left += Math.abs(less - l);
  }
  return left === 0 ? high + (middle + low) : sumBySize(values, indexes);
}

/** The smallest power of two that is at least so much. */
function powerFrom(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  while (power / 2 >= least) power /= 2;
  return power;
}

function sumBySize(values: Float64Array, indexes?: readonly number[]): number {
  const sorted = indexes ? Float64Array.from(indexes, (i) => values[i]) : values.slice();
  sorted.sort();
  return sorted.reduce((sum, value) => sum + value, 0);
}
