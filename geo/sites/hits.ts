import type { Geometry } from 'geojson';
import { bounded } from '../crs/index.ts';
import type { Kernel } from '../geometry/index.ts';
import { extentOf } from '../model/index.ts';
import { meets, type Barriers } from './constraints.ts';
import type { Interval } from './depth.ts';
import type { Hit } from './types.ts';

/** How far beyond a clearance ground may lie and still count as shaped by it, m. */
const BESIDE = 0.5;

/** What a site has to do with: what its ground was cut for, whom it has to ask, what passes above or below it. Nearest first. */
export function hitsOf(shape: Geometry, box: Interval, barriers: Barriers, kernel: Kernel): Hit[] {
  const extent = extentOf([{ geometry: shape }])!;
  const hits: Hit[] = [];
  for (const barrier of barriers.near([extent[0] - BESIDE, extent[1] - BESIDE, extent[2] + BESIDE, extent[3] + BESIDE])) {
    const { exclude, consult, rule } = barrier;
    const distance = kernel.distance(shape, barrier.shape);
    const depth = meets(barrier, box);
    const about = {
      kind: barrier.kind, id: barrier.id, name: barrier.name, department: rule.department, steward: barrier.steward, distance,
      depthUnknown: depth === 'unknown', costFactor: distance === 0 && depth !== 'clear' ? rule.costFactor : 1,
    };
    const asks = distance <= bounded(consult) && (depth !== 'clear' || rule.controlZone === true);
    const cuts = depth !== 'clear' && exclude !== null && barriers.ground(barrier) !== null && distance <= exclude * 1.01 + BESIDE;
    if (cuts) hits.push({ ...about, verdict: 'cut' });
    if (asks && !(consult === 0 && cuts)) hits.push({ ...about, verdict: 'consult' });
    if (!cuts && !asks && distance === 0) hits.push({ ...about, verdict: 'passes' });
  }
  return hits.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.verdict < b.verdict ? -1 : 1));
}

/** Departments to be asked, by code, without repetition. */
export function departmentsOf(hits: readonly Hit[]): string[] {
  return [...new Set(hits.filter(({ verdict }) => verdict === 'consult').map(({ department }) => department))].sort();
}
