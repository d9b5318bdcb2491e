/** Saaty's random indices for n = 1 … 10 (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
/** Above this the judgements contradict each other. */
export const CONSISTENT = 0.1;

export interface AhpResult {
  /** Sum 1. */
  weights: number[];
  lambda: number;
  /** Consistency index (lambda - n) / (n - 1). */
  index: number;
  /** Consistency ratio CR = CI / RI: 0 = no contradiction. */
  ratio: number;
  /** Criteria judged in a circle (a over b, b over c … over a), the shortest there is: weights from such judgements mean nothing. */
  circle: number[] | null;
  /** The judgement that fits the weights worst: a_ij against w_i / w_j. */
  worst: { i: number; j: number; given: number; fitting: number };
}

/** Full reciprocal matrix from the upper triangle, row by row. */
export function judgementMatrix(upper: readonly number[], n: number): number[][] {
  const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(1));
  let k = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++, k++) { matrix[i][j] = upper[k]; matrix[j][i] = 1 / upper[k]; }
  return matrix;
}

/** Weights from pairwise comparison of 1 to 10 criteria: the principal eigenvector, by power iteration (T. L. Saaty 1980). */
export function ahp(matrix: readonly (readonly number[])[]): AhpResult {
  const n = matrix.length;
  let weights = new Array<number>(n).fill(1 / n);
  let lambda = n;
  for (let round = 0; round < 500; round++) {
    const product = matrix.map((row) => row.reduce((sum, value, j) => sum + value * weights[j], 0));
    const total = product.reduce((a, b) => a + b, 0);
    const next = product.map((value) => value / total);
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - weights[i])), 0);
    weights = next;
    lambda = total;
    if (moved < 1e-15) break;
  }
  const index = n > 1 ? Math.max(0, lambda - n) / (n - 1) : 0;
  return { weights, lambda, index, ratio: n > 2 ? index / RANDOM_INDEX[n - 1] : 0, circle: circleIn(matrix), worst: worstJudgement(matrix, weights) };
}

function worstJudgement(matrix: readonly (readonly number[])[], weights: readonly number[]): AhpResult['worst'] {
  let worst = { i: 0, j: Math.min(1, matrix.length - 1), given: 1, fitting: 1 };
  let most = -1;
  for (let i = 0; i < matrix.length; i++) {
    for (let j = i + 1; j < matrix.length; j++) {
      const fitting = weights[i] / weights[j];
      const off = Math.max(matrix[i][j] / fitting, fitting / matrix[i][j]);
      if (off > most) { most = off; worst = { i, j, given: matrix[i][j], fitting }; }
    }
  }
  return worst;
}

/** The shortest circle, its smallest index first. Where some are judged equal, there may be one of four and none of three. */
function circleIn(matrix: readonly (readonly number[])[]): number[] | null {
  let shortest: number[] | null = null;
  for (let start = 0; start < matrix.length; start++) {
    const circle = wayBack(matrix, start);
    if (circle && (!shortest || circle.length < shortest.length)) shortest = circle;
  }
  return shortest;
}
/** From each criterion to those that it was judged over, breadth first, until `start` is judged below one of them. */
function wayBack(matrix: readonly (readonly number[])[], start: number): number[] | null {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way[way.length - 1];
    if (matrix[last][start] > 1) return way;
    for (let next = start + 1; next < matrix.length; next++) {
      if (matrix[last][next] > 1 && !seen.has(next)) { seen.add(next); ways.push([...way, next]); }
    }
  }
  return null;
}
