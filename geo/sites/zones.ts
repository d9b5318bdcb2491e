import Flatbush from 'flatbush';
import { planeArea } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import { extentOf, type DepthInterval, type PlanFeature } from '../model/index.ts';
import { meeting, type Interval } from './depth.ts';

/** A zone of the underground master plan, in the plane. */
export interface Zone extends DepthInterval {
  feature: PlanFeature;
  shape: Polygonal;
}

/** The share of a site that a zone must cover to govern it. */
const GOVERNS = 0.1;

export class Zones {
  private readonly index: Flatbush | null;
  constructor(readonly list: readonly Zone[], private readonly kernel: Kernel) {
    this.index = list.length > 0 ? new Flatbush(list.length, 16, Float64Array) : null;
    for (const { shape } of list) this.index?.add(...extentOf([{ geometry: shape }])!);
    this.index?.finish();
  }

  /** The zone that the ground lies in for the greatest part, among those that allow building and reach into the box. */
  governing(ground: Polygonal, box: Interval): Zone | null {
    if (!this.index) return null;
    let best: Zone | null = null;
    let most = planeArea(ground) * GOVERNS;
    for (const i of this.index.search(...extentOf([{ geometry: ground }])!).sort((a, b) => a - b)) {
      const zone = this.list[i];
      if (zone.feature.properties['suitability'] === 'forbidden' || meeting(box, zone.top, zone.bottom) === 'clear') continue;
      const common = this.kernel.intersection(ground, zone.shape);
      const area = common ? planeArea(common) : 0;
      if (area > most) { most = area; best = zone; }
    }
    return best;
  }
}
