import { describe, expect, it } from 'vitest';
import { judgementsNear, PAIRS, weightsJudged } from '../../app/panels/sites/judgements.ts';

describe('the comparison begins where the weights are', () => {
  it('takes the nearest steps of the scale, and the weights that follow are near', () => {
    const weights = { social: 0.35, economic: 0.2, environmental: 0.1, warReadiness: 0.35 };
    const judgements = judgementsNear(weights), of = (row: string, column: string) => judgements[PAIRS.findIndex((pair) => pair.row === row && pair.column === column)];
    expect([of('social', 'economic'), of('social', 'environmental'), of('social', 'warReadiness'), of('economic', 'environmental')]).toEqual([2, 3, 1, 2]);
    const follow = weightsJudged(judgements)!;
    for (const benefit of ['social', 'economic', 'environmental', 'warReadiness'] as const) expect(Math.abs(follow[benefit] - weights[benefit])).toBeLessThan(0.03);
  });
  it('has a step for a weight of nothing, and for two of them', () => {
    const judgements = judgementsNear({ social: 1, economic: 0, environmental: 0, warReadiness: 0 }), of = (row: string, column: string) => judgements[PAIRS.findIndex((pair) => pair.row === row && pair.column === column)];
    expect([of('social', 'economic'), of('economic', 'environmental')]).toEqual([9, 1]);
  });
});
