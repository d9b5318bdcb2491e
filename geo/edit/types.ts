import type { Plane } from '../crs/index.ts';
import type { Kernel } from '../geometry/index.ts';
import type { FeatureId, Issue, Layer } from '../model/index.ts';

/** What an operation made of a layer. The layer that was given is left as it was. */
export interface Edited {
  layer: Layer;
  /** What its owner should know: figures that were shared out, added up, or are unknown now. */
  issues: Issue[];
  /** Features that are new or changed, to be selected. */
  touched: FeatureId[];
}

/** What operations on geometries need: lengths and areas are those of the planning CRS. */
export interface Ground {
  kernel: Kernel;
  /** The zone of the features that are edited, where none is given. */
  plane?: Plane;
  /** Ids that are not free although the layer does not show them: of a part of a layer that is edited by itself. */
  taken?: readonly FeatureId[];
}
