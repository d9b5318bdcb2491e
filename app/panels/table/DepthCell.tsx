import type { Layer, PlanFeature } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayDepth, useDepth } from '../use-depth.ts';

/** How deep the row's feature lies and on what that rests: reckoned, so not written in. */
export function DepthCell({ schema, feature }: { schema: Layer['schema']; feature: PlanFeature }) {
  const { say, sayCode } = useWords();
  const depth = useDepth(schema, feature), text = depth ? sayDepth(depth, say, sayCode) : '';
  return <div role="gridcell" className="table-cell" data-unknown={depth?.basis === 'unknown'} title={text}>{text}</div>;
}
