import type { Indicator } from '../model/index.ts';

/** The figures of one scenario: its indicators by what they are of (a run's analysis, the measures). */
export type Figures = Readonly<Record<string, readonly Indicator[]>>;

/** One figure in all scenarios, first the baseline. Null where it is unknown, or has not been computed. */
export interface ComparisonRow extends Omit<Indicator, 'value'> {
  of: string;
  values: (number | null)[];
  /** From the first column; null where either is unknown. */
  differences: (number | null)[];
  /** Columns with the best value, in the direction that is better; none where all are alike or nothing is better. */
  best: number[];
}

/** Lines up the figures of scenarios: rows in the order in which the columns first name them. */
export function compareFigures(columns: readonly Figures[]): ComparisonRow[] {
  const rows = new Map<string, ComparisonRow>();
  columns.forEach((figures, column) => {
    for (const [of, indicators] of Object.entries(figures)) {
      for (const { value, ...rest } of indicators) {
        const at = JSON.stringify([of, rest.key]);
        const row = rows.get(at) ?? { of, ...rest, values: columns.map(() => null), differences: [], best: [] };
        row.values[column] = value;
        rows.set(at, row);
      }
    }
  });
  return [...rows.values()].map((row) => ({ ...row, differences: row.values.map((value) => (value === null || row.values[0] === null ? null : value - row.values[0])), best: bestOf(row) }));
}

function bestOf({ values, direction }: ComparisonRow): number[] {
  const known = values.filter((value) => value !== null);
  if (direction === 0 || known.length < 2 || known.every((value) => value === known[0])) return [];
  const best = direction > 0 ? Math.max(...known) : Math.min(...known);
  return values.flatMap((value, column) => (value === best ? [column] : []));
}
