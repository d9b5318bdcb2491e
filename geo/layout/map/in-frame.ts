import type { Position } from 'geojson';
import { extentsOf } from '../../geometry/index.ts';
import type { PlanFeature } from '../../model/index.ts';
import type { FrameView } from '../frame.ts';
import type { Box } from '../sheet.ts';
import { clipLine } from './clip-line.ts';
import { onPaper, partsOf } from './layer-marks.ts';

/** Features of which something lies in the frame itself, on paper: their extents may meet the frame's though they do not. */
export function featuresInFrame(features: readonly PlanFeature[], view: FrameView): PlanFeature[] {
  const extents = extentsOf(features.map(({ geometry }) => geometry)), [w, s, e, n] = view.extent();
  return features.filter((feature, i) => extents[4 * i] <= e && extents[4 * i + 2] >= w && extents[4 * i + 1] <= n && extents[4 * i + 3] >= s && isInFrame(feature, view));
}

function isInFrame({ geometry }: PlanFeature, view: FrameView): boolean {
  const { box } = view.frame;
  return partsOf(geometry).some((part) => {
    if (part.kind === 'point') return isIn(view.fromDegrees(part.at[0], part.at[1]), box);
    if (part.kind === 'line') return crosses(onPaper(part.line, view), box);
    return part.rings.some((ring) => crosses(onPaper(ring, view), box)) || covers(part.rings, view);
  });
}
const isIn = ([x, y]: readonly [number, number], box: Box): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
function crosses(line: readonly number[], box: Box): boolean {
  if (line.length === 2) return isIn([line[0], line[1]], box);
  for (let i = 2; i < line.length; i += 2) if (clipLine(line[i - 2], line[i - 1], line[i], line[i + 1], box)) return true;
  return false;
}
/** No side crosses the frame: then the ground holds all of it or nothing of it. */
function covers(rings: readonly Position[][], view: FrameView): boolean {
  const { box } = view.frame, x = box.x + box.width / 2, y = box.y + box.height / 2;
  let inside = false;
  for (const ring of rings) {
    const line = onPaper(ring, view);
    for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) if ((line[i + 1] > y) !== (line[j + 1] > y) && x < line[i] + (y - line[i + 1]) / (line[j + 1] - line[i + 1]) * (line[j] - line[i])) inside = !inside;
  }
  return inside;
}
