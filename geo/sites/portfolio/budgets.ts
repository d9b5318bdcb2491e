import { UserError } from '../../model/index.ts';

/** Near, mid and long term. */
const MOST_PHASES = 3;
const wordsOf = (given: string) => given.split(/[,，;；、\s]+/).filter((word) => word !== '');

/**
 * One number a phase, commas between; nothing = as much as it takes, in one phase.
 * @throws UserError `portfolio.budgets`, `portfolio.budgets-comma`
 */
export function budgetsIn(given: string): number[] {
  const wrong = wrongBudgets(given);
  if (wrong) throw new UserError(wrong.code, wrong.params);
  const budgets = wordsOf(given).map(Number);
  return budgets.length === 0 ? [Infinity] : budgets;
}

/**
 * Why a text gives no budgets, as the code and parameters of an error; null where it does. What may as well be one figure with a
 * comma at its thousands is asked back about: it would become money of two phases in silence.
 */
export function wrongBudgets(given: string): { code: string; params: Record<string, string | number> } | null {
  const text = given.trim();
  if (/^\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text)) return { code: 'portfolio.budgets-comma', params: { given: text, whole: text.replace(/[,，]/g, ''), phases: text.split(/[,，]/).join('; ') } };
  const words = wordsOf(given);
  return words.length > MOST_PHASES || words.some((word) => !/^\d+(\.\d+)?$/.test(word)) ? { code: 'portfolio.budgets', params: { given, most: MOST_PHASES } } : null;
}
