/** Ratios closer than this are one tier. */
const SAME = 1e-9;

/** Numbers the tiers: 1 for the smallest ratio, the same number for equal ratios. */
export function tiersOf(ratio: Float64Array): Uint32Array {
  const sorted = ratio.slice().sort();
  const floors: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (floors.length === 0 || sorted[i] - floors[floors.length - 1] > SAME) floors.push(sorted[i]);
  }
  const tier = new Uint32Array(ratio.length);
  for (let u = 0; u < ratio.length; u++) tier[u] = lastNotAbove(floors, ratio[u]) + 1;
  return tier;
}

function lastNotAbove(floors: readonly number[], value: number): number {
  let low = 0, high = floors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (floors[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
