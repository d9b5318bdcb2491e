import { transfer } from 'comlink';
import { depthContextOf, groundLines, meshOf, planeByCode, volumeOf, type Underground, type VolumeMesh } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';

/** A part of a layer as volumes, metres from the origin in the plane. */
export interface VolumeRequest {
  key: string;
  from: number;
  count: number;
  plane: string;
  origin: readonly [x: number, y: number];
  /** What the project says of its strata and its ground. */
  underground: Underground;
}

const frameOf = ({ plane, origin }: VolumeRequest) => ({ plane: planeByCode(plane), origin });
const featuresOf = (store: LayerStore, { key, from, count }: VolumeRequest) => store.get(key).features.slice(from, from + count);

/** The arrays go to the page as they are: nothing is copied on either side. */
export async function volumesOf(store: LayerStore, request: VolumeRequest) {
  const answer = await outcome(() => {
    const { schema } = store.get(request.key), frame = frameOf(request), depths = depthContextOf(request.underground);
    return meshOf(featuresOf(store, request).map((feature) => volumeOf(feature, schema, frame, depths)).filter((volume) => volume !== null));
  });
  return answer.ok ? transfer(answer, buffersOf(answer.value)) : answer;
}
export async function linesOf(store: LayerStore, request: VolumeRequest) {
  const answer = await outcome(() => groundLines(featuresOf(store, request), frameOf(request)));
  return answer.ok ? transfer(answer, [answer.value.buffer]) : answer;
}
const buffersOf = ({ positions, colors, rows, faces, faceStarts, edges, edgeStarts, tops, bottoms, flags, extents }: VolumeMesh) =>
  [positions, colors, rows, faces, faceStarts, edges, edgeStarts, tops, bottoms, flags, extents].map(({ buffer }) => buffer);
