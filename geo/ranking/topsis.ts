/**
 * TOPSIS (Hwang and Yoon 1981): closeness 0…1 of each row to the best imaginable row, by vector-normalised, weighted
 * distance. `direction` is 1 where more is better, -1 where less is. Adding or removing a row may change the order of the
 * others; that is the method's known weakness, so the weighted sum always stands beside it.
 */
export function topsis(rows: readonly (readonly number[])[], weights: readonly number[], direction: readonly (1 | -1)[]): number[] {
  const columns = weights.map((weight, j) => {
    const norm = Math.sqrt(rows.reduce((sum, row) => sum + row[j] * row[j], 0));
    const values = rows.map((row) => (norm === 0 ? 0 : row[j] / norm * weight));
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity), least = values.reduce((a, b) => Math.min(a, b), Infinity);
    return { values, best: direction[j] > 0 ? most : least, worst: direction[j] > 0 ? least : most };
  });
  return rows.map((_, i) => {
    const toBest = Math.sqrt(columns.reduce((sum, { values, best }) => sum + (values[i] - best) * (values[i] - best), 0));
    const toWorst = Math.sqrt(columns.reduce((sum, { values, worst }) => sum + (values[i] - worst) * (values[i] - worst), 0));
    return toBest + toWorst === 0 ? 1 : toWorst / (toBest + toWorst);
  });
}
