import { extentCentre, type PlanFeature } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import type { SessionAnswer } from '../workers/session-api.ts';

/** A demand unit that is better served once the site on trial is built. */
export interface Gain {
  from: [number, number];
  to: [number, number];
  /** Cars or persons that are served and were not. */
  amount: number;
}
/** Lines drawn at most, the largest first: more of them cover what they are about. */
const MOST = 250;
const LEAST = 0.5;

/** From the site to every unit that gains by it in the fairest allocation. */
export function gainsOf(run: Run, answer: SessionAnswer, site: PlanFeature): Gain[] {
  const from = extentCentre([site]);
  if (!from) return [];
  return run.layers['demand-units'].features
    .map((unit, i) => ({ unit, amount: Number(unit.properties['shortage'] ?? 0) - answer.shortage[i] }))
    .filter(({ unit, amount }) => amount > LEAST && unit.properties['demand'] !== null)
    .sort((a, b) => b.amount - a.amount).slice(0, MOST)
    .map(({ unit, amount }) => ({ from, to: extentCentre([unit])!, amount }));
}
