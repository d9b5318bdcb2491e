import type { Position } from 'geojson';
import { partsOf } from '../geometry/index.ts';
import type { PlanFeature } from '../model/index.ts';
import { floats } from './arrays.ts';
import { placed } from './footprints.ts';
import type { VolumeFrame } from './types.ts';

/** Outlines of features on the ground: x, y, z of both ends of each segment, metres, one after another. */
export function groundLines(features: readonly PlanFeature[], frame: VolumeFrame): Float32Array {
  const lines = floats();
  for (const { geometry } of features) for (const part of geometry ? partsOf(geometry) : []) {
    const paths: readonly Position[][] = part.type === 'Polygon' ? part.coordinates : part.type === 'LineString' ? [part.coordinates] : [];
    for (const path of paths) placed(path, frame).forEach(([x, y], i, points) => { if (i > 0) lines.push(points[i - 1][0], points[i - 1][1], 0, x, y, 0); });
  }
  return lines.done();
}
