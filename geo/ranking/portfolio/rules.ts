import { affords, fundsOf } from './value.ts';
import type { Plan, PortfolioProblem } from './types.ts';

/** A plan in the making, with what it has left: money by phase, places, and sites that the built ones exclude. */
export class Draft {
  readonly plan: Plan;
  private readonly funds: number[];
  private readonly spent: number[];
  private readonly rivals: number[][];
  private built = 0;

  constructor(private readonly problem: PortfolioProblem) {
    this.plan = new Uint8Array(problem.sites.length);
    this.funds = fundsOf(problem);
    this.spent = this.funds.map(() => 0);
    this.rivals = problem.sites.map(() => []);
    for (const [a, b] of problem.exclusions) { this.rivals[a].push(b); this.rivals[b].push(a); }
  }

  /** Whether a site may be built in a phase (1…) beside what is built already. Money spent early is missing in every later phase. */
  takes(site: number, phase: number): boolean {
    const { sites, most, mustNot } = this.problem;
    const { cost, earliest } = sites[site];
    return this.plan[site] === 0 && phase >= earliest && this.built < most && !mustNot.has(site) && this.rivals[site].every((other) => this.plan[other] === 0)
      && this.funds.every((funds, p) => p + 1 < phase || affords(funds, this.spent[p] + cost));
  }
  build(site: number, phase: number): void {
    this.plan[site] = phase;
    this.built++;
    for (let p = phase - 1; p < this.spent.length; p++) this.spent[p] += this.problem.sites[site].cost;
  }
}

/** Whether a plan keeps every rule but the targets. */
export function keepsRules(problem: PortfolioProblem, plan: Plan): boolean {
  const draft = new Draft(problem);
  for (let phase = 1; phase <= problem.budgets.length; phase++) {
    for (const [site, own] of plan.entries()) {
      if (own !== phase) continue;
      if (!draft.takes(site, phase)) return false;
      draft.build(site, phase);
    }
  }
  return [...problem.must].every((site) => plan[site] > 0);
}
