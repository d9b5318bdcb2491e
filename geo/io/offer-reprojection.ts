import { ASK, crsByCode, detectCrs, writeCrsText } from '../crs/index.ts';
import { eachPosition, extentOf, type Issue, type PlanFeature, type Position } from '../model/index.ts';

/** Metres among degrees: where the rest of the layer tells surely which CRS they are in, they can be brought there. */
export function offerReprojection(issues: readonly Issue[], rejected: readonly PlanFeature[], kept: readonly PlanFeature[]): Issue[] {
  return issues.map((one) => {
    if (one.code !== 'geometry.projected') return one;
    const named = new Set(one.features);
    const [guess] = detectCrs(rejected.filter(({ id }) => named.has(id)).flatMap(firstPosition), { near: extentOf(kept) });
    if (!guess || guess.confidence < ASK || guess.code.startsWith('LOCAL') || crsByCode(guess.code).unit !== 'metre') return one;
    return { ...one, fix: 'reproject', params: { ...one.params, crs: writeCrsText(guess) } };
  });
}
function firstPosition({ geometry }: PlanFeature): Position[] {
  let first: Position | null = null;
  eachPosition(geometry, (position) => { first ??= position; });
  return first ? [first] : [];
}
