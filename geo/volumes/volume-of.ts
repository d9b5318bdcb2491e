import type { Geometry } from 'geojson';
import { depthOf, type DepthContext } from '../depth/index.ts';
import type { PlanFeature, SchemaId } from '../model/index.ts';
import { colourOf, mainRule, symbologyOf } from '../style/index.ts';
import { footprintsOf } from './footprints.ts';
import { VOLUME_FLAGS, type Volume, type VolumeFrame } from './types.ts';
import { isBelowGround, isGlass } from './which.ts';

/** A pipe or tunnel of which nobody says how wide it is is about as wide as high; what is higher than this (m) is a fault or a corridor, and has no width. */
const HIGHEST_TUBE = 12;

/** A feature as a body under the ground; null where it is none: nothing is drawn of it, or it stands on the ground. */
export function volumeOf(feature: PlanFeature, schema: SchemaId, frame: VolumeFrame, context: DepthContext): Volume | null {
  if (!feature.geometry || !isBelowGround(feature, schema)) return null;
  const { top, bottom, assumed } = depthOf(feature, schema, context);
  const height = top !== null && bottom !== null ? bottom - top : 0, width = height <= HIGHEST_TUBE ? height : 0;
  const footprints = footprintsOf(feature.geometry, frame, width);
  if (footprints.length === 0) return null;
  const rule = mainRule(symbologyOf(schema));
  return {
    id: feature.id, footprints, top, bottom, color: rgb(rule ? colourOf(rule, feature.properties) : '#808080'),
    flags: (assumed.length > 0 ? VOLUME_FLAGS.assumed : 0) | (top === null ? VOLUME_FLAGS.topUnknown : 0) | (bottom === null ? VOLUME_FLAGS.bottomUnknown : 0)
      | (isOf(feature.geometry, 'LineString') && width > 0 ? VOLUME_FLAGS.widthAssumed : 0) | (isOf(feature.geometry, 'Point') ? VOLUME_FLAGS.post : 0) | (isGlass(feature, schema) ? VOLUME_FLAGS.glass : 0),
    floors: floorsOf(feature, top, bottom),
  };
}

const isOf = ({ type }: Geometry, single: 'LineString' | 'Point'): boolean => type === single || type === `Multi${single}`;

/** Floors share the height of the box among them. */
function floorsOf({ properties }: PlanFeature, top: number | null, bottom: number | null): number[] {
  const levels = properties['levels'];
  if (typeof levels !== 'number' || levels < 2 || levels > 20 || top === null || bottom === null) return [];
  return Array.from({ length: Math.floor(levels) - 1 }, (_, i) => top + (bottom - top) * (i + 1) / Math.floor(levels));
}

function rgb(hex: string): readonly [number, number, number] {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16 & 255, value >> 8 & 255, value & 255];
}
