import type { Edited, FeatureId, Layer, Part } from '../../geo/index.ts';
import { addFeature, bufferFeatures, loadKernel, mergeFeatures, moveFeatures, planeForLayers, replaceGeometry, splitFeatures, UserError } from '../../geo/index.ts';
import { outcome } from './failure.ts';

type Shape = Layer['features'][number]['geometry'];
/** An operation on shapes; the figures of it are reckoned where the kernel is. */
export type EditRequest =
  | { kind: 'add'; geometry: Shape }
  | { kind: 'replace'; geometry: Shape }
  | { kind: 'move'; from: [number, number]; to: [number, number] }
  | { kind: 'split'; line: [number, number][] }
  | { kind: 'merge' }
  | { kind: 'buffer'; distance: number; into: { id: string; name: string } };

/** Editing features of a layer by themselves: only they cross the thread, not the layer. */
export const editApi = {
  edit: ({ layer, taken }: Part, ids: readonly FeatureId[], request: EditRequest) => outcome(async (): Promise<Edited> => {
    const ground = { kernel: await loadKernel(), taken };
    switch (request.kind) {
      case 'add': return addFeature(layer, request.geometry, ground);
      case 'replace': return replaceGeometry(layer, ids[0], request.geometry, ground);
      case 'move': {
        const plane = planeForLayers([layer]);
        const [a, b] = [plane.forward(...request.from), plane.forward(...request.to)];
        return moveFeatures(layer, ids, b[0] - a[0], b[1] - a[1], { ...ground, plane });
      }
      case 'split':
        if (request.line.length < 2) throw new UserError('edit.geometry.line-too-short');
        return splitFeatures(layer, ids, { type: 'LineString', coordinates: request.line }, ground);
      case 'merge': return mergeFeatures(layer, ids, ground);
      case 'buffer': return bufferFeatures(layer, ids, request.distance, request.into, ground);
    }
  }),
};
