/** Repeatable numbers in [0, 1): Marsaglia's 32-bit xorshift (2003). Whole-number steps only, so every engine draws the same. */
export function xorshift(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** An even draw from the simplex (weights >= 0, sum 1): the gaps between sorted uniform numbers, so no logarithm is needed. */
export function simplexPoint(n: number, random: () => number): number[] {
  const cuts = Array.from({ length: n - 1 }, random).sort((a, b) => a - b);
  return Array.from({ length: n }, (_, i) => (cuts[i] ?? 1) - (i > 0 ? cuts[i - 1] : 0));
}
