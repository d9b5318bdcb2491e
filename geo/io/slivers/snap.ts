import Flatbush from 'flatbush';
import { planeForLayers, type Plane } from '../../crs/index.ts';
import { extentOf, noProgress, type FeatureId, type Layer, type PlanFeature, type Progress } from '../../model/index.ts';
import { polygonRings } from '../geometry-checks.ts';
import { groupOf, sliversOf } from './find.ts';
import { laidOnto } from './lay.ts';
import { grown, outlineOf, type Outline } from './outline.ts';
import { soundFeature } from './sound-feature.ts';

/** A feature that moved may leave a neighbour behind; after so many rounds it is left. */
const ROUNDS = 6;
/** Most of the work is in the first round: each takes this part of what the bar has left. */
const PART = 0.8;
/** Words of progress at most, for so many features. */
const WORDS = 200;

/**
 * Closes slivers between the named features: one after another by their ids, each is laid onto those before it. Vertices within the
 * tolerance go to a neighbour's vertex, else onto its edge, and a neighbour's vertex beside an edge is taken into it. A feature that would
 * not be sound afterwards stays as it is. Where that opens a sliver to a neighbour that had none, the neighbour follows. The same layer
 * gives the same result in whatever order its rows stand.
 */
export function snapSlivers(layer: Layer, named: readonly FeatureId[], tolerance: number, progress: Progress = noProgress): Layer {
  const plane = planeForLayers([layer]);
  let now = layer, wanted: readonly FeatureId[] = named, left = 1;
  for (let round = 0; round < ROUNDS && wanted.length > 1; round++) {
    const before = 1 - left, part = left * PART;
    const moved = snappedOnce(now, new Set(wanted), tolerance, plane, (done) => progress('step.snap', before + part * done));
    left -= part;
    if (moved.size === 0) break;
    now = { ...now, features: now.features.map((feature) => moved.get(feature.id) ?? feature) };
    wanted = opened(now, moved, tolerance, plane);
  }
  return now;
}

/** The features that moved, each laid onto the wanted ones of its group before it. */
function snappedOnce(layer: Layer, wanted: ReadonlySet<FeatureId>, tolerance: number, plane: Plane, tell: (done: number) => void): Map<FeatureId, PlanFeature> {
  const features = layer.features.filter(({ id, geometry }) => wanted.has(id) && polygonRings(geometry).length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  const outlines = features.map((feature) => outlineOf(feature, plane)!);
  const near = neighbours(outlines, 4 * tolerance);
  const moved = new Map<FeatureId, PlanFeature>();
  const stride = Math.ceil(features.length / WORDS);
  for (const [i, feature] of features.entries()) {
    if (i % stride === 0) tell(i / features.length);
    const beside = near(i).filter((j) => j < i && groupOf(layer, features[j]) === groupOf(layer, feature)).map((j) => outlines[j]);
    const snapped = beside.length === 0 ? null : soundFeature(feature, laidOnto(outlines[i], beside, tolerance, plane));
    if (!snapped) continue;
    moved.set(feature.id, snapped);
    outlines[i] = outlineOf(snapped, plane)!;
  }
  return moved;
}
/** Who lies beside whom, by the boxes as they were: nothing moves further than is added to them. */
function neighbours(outlines: readonly Outline[], by: number): (i: number) => number[] {
  const boxes = outlines.map(({ extent }) => grown(extent, by));
  if (boxes.length === 0) return () => [];
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return (i) => index.search(...boxes[i]).sort((a, b) => a - b);
}
/** The features between which there is a sliver now, one of which moved. */
function opened(layer: Layer, moved: ReadonlyMap<FeatureId, PlanFeature>, tolerance: number, plane: Plane): FeatureId[] {
  const margin = tolerance / METRES_A_DEGREE, boxes = layer.features.map((feature) => extentOf([feature])!);
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  const near = new Set(layer.features.flatMap(({ id }, i) => (moved.has(id) ? index.search(...grown(boxes[i], margin)) : [])));
  const found = sliversOf({ ...layer, features: layer.features.filter((_, i) => near.has(i)) }, tolerance, plane).filter(({ a, b }) => moved.has(a.id) || moved.has(b.id));
  return [...new Set(found.flatMap(({ a, b }) => [a.id, b.id]))];
}
/** Metres of a degree of longitude at 60 degrees north: a degree is nowhere less where anyone plans. */
const METRES_A_DEGREE = 55_000;
