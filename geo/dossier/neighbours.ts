import { numberIn } from '../sites/index.ts';
import { depthOf } from '../depth/index.ts';
import type { DepthContext, Inputs, PlanFeature } from '../model/index.ts';
import type { ConflictRow } from '../meeting/index.ts';
import type { DossierNeighbour } from './types.ts';

/** Of the site's ground, from here on something covers it as a zone does. */
const COVERS = 0.5;
/** Ground of a kind, which lies under and around a site rather than beside it. */
const AREAL = ['plan-zone', 'restricted-zone', 'forbidden-zone', 'soft-soil', 'artesian-water', 'green-line', 'blue-line', 'purple-line'];
/** Planned roads are works on the ground: how deep they dig nobody says. */
const ON_GROUND = ['road-project'];

/** What meets, passes or neighbours the site, with its depths; an end that is only assumed is drawn as unknown. In the order and by the numbers of the conflicts. */
export function neighboursOf(rows: readonly ConflictRow[], site: PlanFeature, inputs: Inputs, depths: DepthContext): DossierNeighbour[] {
  const area = numberIn(site, 'area');
  return rows.flatMap((row, i): DossierNeighbour[] => {
    const { kind, layer, id, overlapArea, clearance } = row.conflict;
    const feature = inputs[layer]?.features.find((one) => one.id === id);
    if (!feature || ON_GROUND.includes(kind)) return [];
    const { top, bottom, assumed } = depthOf(feature, inputs[layer]!.schema, depths);
    return [{ number: i + 1, row, top: assumed.includes('top') ? null : top, bottom: assumed.includes('bottom') ? null : bottom, wide: clearance === 0 && (AREAL.includes(kind) || (area !== null && overlapArea >= area * COVERS)) }];
  });
}
