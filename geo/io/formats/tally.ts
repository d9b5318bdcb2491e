import { issue, type Issue, type Severity } from '../../model/index.ts';

/** Collects issues: the same code in many rows is one issue with its rows and their number `n`; the first row's params stand. A `type` keeps apart. */
export class Tally {
  private readonly byCode = new Map<string, Issue>();

  constructor(private readonly layer: string) {}

  /** `row` counts features from 1; null where the issue belongs to no row. */
  add(code: string, severity: Severity, row: number | null = null, params: Record<string, string | number> = {}, n = 1): void {
    const key = `${code} ${params['type'] ?? ''}`;
    const known = this.byCode.get(key);
    if (known) {
      known.params['n'] = Number(known.params['n']) + n;
      if (row !== null) (known.rows ??= []).push(row);
      return;
    }
    this.byCode.set(key, issue(code, severity, { layer: this.layer, ...(row === null ? {} : { rows: [row] }), params: { ...params, ...(row === null ? {} : { row }), n } }));
  }

  issues(): Issue[] {
    return [...this.byCode.values()];
  }
}
