/**
 * Values of one indicator to 0…1 by its direction: the best of the set 1, the worst 0, linear between (min-max).
 * All alike (or only one): 0.5, for the indicator then tells nothing. Unknown: 0, the worst, so that missing data never
 * lifts a site.
 */
export function minMax(values: readonly (number | null)[], direction: 1 | -1): number[] {
  let least = Infinity, most = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.map((value) => {
    if (value === null) return 0;
    if (most === least) return 0.5;
    return direction > 0 ? (value - least) / (most - least) : (most - value) / (most - least);
  });
}

/** Weights scaled to sum 1; equal ones where all are 0. */
export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

export function weightedSum(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, j) => sum + value * weights[j], 0);
}
