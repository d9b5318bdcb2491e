import type { Factor, PlanFeature } from '../../../geo/index.ts';
import type { SiteChoice } from '../../commands/scenarios.ts';
import type { Run } from '../../state/document.ts';

/** A budget (10,000 yuan) and the relief of the best set for it. */
export interface BudgetPoint {
  budget: number;
  relief: number;
  sites: number;
}
/** The rows of the frontier that have a set. */
export function budgetPoints(factors: readonly Factor[]): BudgetPoint[] {
  return factors.flatMap(({ value, params }) => (typeof value === 'number' ? [{ budget: Number(params?.['budget']), relief: value, sites: Number(params?.['sites']) }] : []));
}
/** All money of all phases, 10,000 yuan; null = no budget was set. */
export function wholeBudget(text: unknown): number | null {
  const words = String(text ?? '').split(',').map((word) => word.trim()).filter(Boolean);
  return words.length === 0 ? null : words.reduce((sum, word) => sum + Number(word), 0);
}

/** How far apart the best value and the bound are, as a share of the larger; and how much of the bar that fills. Null where one is not known. */
export function closed(value: number | null, bound: number | null): { gap: number | null; share: number } {
  if (value === null || bound === null) return { gap: null, share: 0 };
  const most = Math.max(Math.abs(value), Math.abs(bound)), gap = most === 0 ? 0 : Math.abs(bound - value) / most;
  return { gap, share: 1 - Math.min(1, gap) };
}

/** The better of what greedy gave and what the search has found, by the aim of the run. */
export function bestOf(aim: unknown, greedy: number | null, found: number | null): number | null {
  if (greedy === null || found === null) return greedy ?? found;
  return aim === 'cost' ? Math.min(greedy, found) : Math.max(greedy, found);
}

export const isBuilt = ({ properties }: PlanFeature): boolean => properties['buildPhase'] !== null;

/**
 * The chosen sites as the run of candidate sites has them, with everything that a measure carries. Null where that run does not have one
 * of them, or has it at another cost: the two were asked different things.
 */
export function chosenAmong(portfolio: Run, candidates: Run | undefined): SiteChoice[] | null {
  const known = new Map(candidates?.layers['candidate-sites'].features.map((site) => [site.id, site]));
  const choices = portfolio.layers['portfolio-sites'].features.filter(isBuilt).map(({ id, properties }) => {
    const site = known.get(id);
    return site && site.properties['cost'] === properties['cost'] ? { site, phase: Number(properties['buildPhase']) as 1 | 2 | 3 } : null;
  });
  return choices.every((choice) => choice !== null) ? choices : null;
}
