import { useEffect, useMemo, useRef, useState } from 'react';
import { depthContextOf, type Layer, type Underground, type VolumeMesh } from '../../../geo/index.ts';
import { attempt } from '../../commands/attempt.ts';
import { drawableLayers, undergroundOf } from '../../state/document.ts';
import { useCoordination } from '../../state/coordination.ts';
import { useShown } from '../../state/scenarios.ts';
import { useView, type Selection } from '../../state/view.ts';
import { useVolumes } from '../../state/volumes.ts';
import { drawingOrder, isHidden } from '../layer-order.ts';
import { joined, type Extent } from './camera.ts';
import { frameOf, isSameFrame, type SceneFrame } from './frame.ts';
import { aloneIfHidden, isolated } from './isolated.ts';
import { VolumeLoader, type LoadedLayer } from './load.ts';
import type { Scene } from './scene-layers.ts';
import { deepest } from './visible.ts';

/** Beyond what lies there, so much of the ground is drawn, m. */
const AROUND = 60;
const NOWHERE = 1000;

export interface ShownScene {
  scene: Scene;
  frame: SceneFrame | null;
  busy: boolean;
  meshes: readonly VolumeMesh[];
  /** To where things lie, m. */
  floor: number;
  /** How deep the slider goes, m: to the last bound of a stratum at least. */
  reach: number;
}

/** What is to be drawn, from the document, the list of layers and the view. */
export function useScene(): ShownScene {
  const document = useShown();
  const { hidden, order, selection } = useView();
  const { exaggeration, from, to, hiddenStrata, isolation } = useVolumes();
  const conflicts = useCoordination((state) => state.conflicts);
  const layers = useMemo(() => drawingOrder(drawableLayers(document), order), [document, order]);
  const visible = useMemo(() => layers.filter((layer) => !isHidden(layer, hidden)), [layers, hidden]);
  const frame = useFrame(layers);
  const { strata: own, grounds } = document, underground = useMemo(() => undergroundOf({ strata: own, grounds }), [own, grounds]);
  const strata = useMemo(() => depthContextOf({ strata: own, grounds: [] }).strata, [own]);
  const only = useMemo(() => aloneIfHidden(isolated(isolation, selection, document, conflicts), selection, visible), [isolation, selection, document, conflicts, visible]);
  // What is isolated is wanted wherever it lies.
  const wanted = useMemo(() => layers.filter((layer) => only?.has(layer.id) || visible.includes(layer)), [layers, visible, only]);
  const { loaded, busy } = useLoaded(frame, underground, wanted, layers);
  const meshes = useMemo(() => loaded.flatMap((layer) => layer.meshes), [loaded]);
  const floor = useMemo(() => Math.max(5, Math.ceil(deepest(meshes) / 5) * 5), [meshes]);
  const reach = Math.max(floor, ...strata.map(({ to }) => to ?? 0));
  const extent = useMemo(() => extentOf(loaded), [loaded]);
  const selected = useMemo(() => selection && find(loaded, selection), [loaded, selection]);
  const range = [from ?? -NOWHERE, to ?? NOWHERE] as const;
  // The same filter for the same strata: what is counted by it is not counted again with each turn of the view.
  const filter = useMemo(() => ({ strata, hiddenStrata }), [strata, hiddenStrata]);
  const scene: Scene = { layers: loaded, filter, only, range, exaggeration, extent, depth: Math.max(floor, 15), selected };
  return { scene, frame, busy, meshes, floor, reach };
}

/** The same one as long as it says the same. */
function useFrame(layers: Parameters<typeof frameOf>[0]): SceneFrame | null {
  const [frame, setFrame] = useState(() => frameOf(layers));
  const next = frameOf(layers);
  if (!isSameFrame(frame, next)) setFrame(next);
  return isSameFrame(frame, next) ? frame : next;
}

function useLoaded(frame: SceneFrame | null, underground: Underground, wanted: readonly Layer[], all: readonly Layer[]) {
  const [state, setState] = useState<{ loaded: readonly LoadedLayer[]; busy: boolean }>({ loaded: [], busy: true });
  const loader = useRef<VolumeLoader | null>(null);
  useEffect(() => {
    const made = frame && new VolumeLoader(frame, underground, (loaded, busy) => setState({ loaded, busy }));
    loader.current = made;
    return () => made?.end();
  }, [frame, underground]);
  useEffect(() => {
    const { current } = loader;
    if (current) void attempt(() => current.show(wanted, all));
  }, [frame, underground, wanted, all]);
  return frame ? state : { loaded: [], busy: false };
}

/** The boundary is the project's ground; without one it is what its volumes stand on. */
function extentOf(loaded: readonly LoadedLayer[]): Extent | null {
  const boundary = loaded.filter(({ layer }) => layer.schema === 'boundary').flatMap(({ lines }) => lines.filter(({ length }) => length > 0).map(extentOfLines));
  const bodies = () => loaded.flatMap(({ meshes }) => meshes.filter(({ ids }) => ids.length > 0).map(({ extents }) => extentOfAll(extents)));
  const all = joined(boundary.length > 0 ? boundary : bodies());
  return all && [all[0] - AROUND, all[1] - AROUND, all[2] + AROUND, all[3] + AROUND];
}
const extentOfLines = (ends: Float32Array): Extent => strided(ends, 3, [0, 1, 0, 1]);
const extentOfAll = (extents: Float32Array): Extent => strided(extents, 4, [0, 1, 2, 3]);
function strided(values: Float32Array, stride: number, at: readonly [number, number, number, number]): Extent {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < values.length; i += stride) {
    for (const side of [0, 1] as const) extent[side] = Math.min(extent[side], values[i + at[side]]);
    for (const side of [2, 3] as const) extent[side] = Math.max(extent[side], values[i + at[side]]);
  }
  return extent;
}

function find(loaded: readonly LoadedLayer[], { layerId, featureId }: Selection): { mesh: VolumeMesh; row: number } | null {
  for (const { layer, meshes } of loaded) if (layer.id === layerId) for (const mesh of meshes) {
    const row = mesh.ids.indexOf(featureId);
    if (row >= 0) return { mesh, row };
  }
  return null;
}
