import { issue, type Issue } from '../model/index.ts';
import type { Amount } from './settings.ts';

/** Problems that are the data's fault; the others (`closed`, `other-use` …) are rules at work and stand in the table. */
const FAULTS = ['unknown', 'negative', 'land-use'];

/** One issue for each kind of gap or assumption, with all the features it touches. */
export function amountIssues(what: 'demand' | 'supply', layer: string, rows: readonly { id: string; amount: Amount }[]): Issue[] {
  const found = new Map<string, Issue>();
  const note = (code: string, severity: 'warning' | 'info', id: string, field: string | null) => {
    const key = `${code} ${field}`;
    const known = found.get(key) ?? issue(code, severity, { layer, ...(field ? { field } : {}) });
    known.features.push(id);
    found.set(key, known);
  };
  for (const { id, amount } of rows) {
    if (amount.problem !== null) {
      if (FAULTS.includes(amount.problem)) note(`${what}.${amount.problem}`, 'warning', id, amount.field);
      continue;
    }
    for (const code of amount.assumed) note(`${what}.assumed.${code}`, 'info', id, null);
  }
  const issues = [...found.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : (a.field ?? '') < (b.field ?? '') ? -1 : 1));
  for (const each of issues) each.params = { count: each.features.length, of: rows.length };
  return issues;
}
