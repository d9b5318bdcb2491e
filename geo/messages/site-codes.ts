import { siteFactorMessages } from './site-factors.ts';
import type { MessageTable } from './types.ts';

/** Columns of the candidate sites that list codes, and where the reckoning has the words: one sentence, said in both places. */
const COLUMNS = { steps: 'factor.step.', notes: 'factor.note.', assumed: 'factor.assumed.', reasons: 'reason.', consult: 'department.' };

/** `choice.<column>.<code>`, so that a table can say the codes of such a list like any other choice. */
export const siteCodeMessages: MessageTable = Object.fromEntries(Object.entries(COLUMNS).flatMap(([column, prefix]) =>
  Object.entries(siteFactorMessages).filter(([key]) => key.startsWith(prefix)).map(([key, words]) => [`choice.${column}.${key.slice(prefix.length)}`, words])));
