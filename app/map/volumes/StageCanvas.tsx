import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { select, useView } from '../../state/view.ts';
import { takeZooms } from '../map-access.ts';
import { lookAt, moved, stretched, type Extent } from './camera.ts';
import { projector, setCamera, useCamera } from './camera-state.ts';
import { placeOf } from './frame.ts';
import { look } from './look.ts';
import { Stage } from './stage.ts';
import type { ShownScene } from './use-scene.ts';

/** The stage with its keys: it owns the focus, the deck only draws. */
export function StageCanvas({ shown, onFail }: { shown: ShownScene; onFail: () => void }) {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null), canvas = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const latest = useRef(shown);
  useEffect(() => { latest.current = shown; });

  useEffect(() => {
    const size = () => useCamera.setState({ width: Math.max(1, frame.current!.clientWidth), height: Math.max(1, frame.current!.clientHeight) });
    size();
    const watch = new ResizeObserver(size);
    watch.observe(frame.current!);
    const made = new Stage(frame.current!, canvas.current!, useCamera.getState().camera, {
      moved: setCamera, failed: onFail,
      picked: (hit) => {
        frame.current?.focus({ preventScroll: true });
        const layer = hit && latest.current.scene.layers.find(({ meshes }) => meshes.includes(hit.mesh))?.layer;
        select(hit && layer ? { layerId: layer.id, featureId: hit.mesh.ids[hit.row] } : null);
      },
    });
    const stop = useCamera.subscribe(({ camera }) => made.look(camera));
    setStage(made);
    return () => { stop(); watch.disconnect(); made.end(); };
  }, [onFail]);
  useEffect(() => { stage?.show(shown.scene); }, [stage, shown.scene]);

  useCameraFollows(shown);
  return (
    <div
      ref={frame} className="volumes-stage" data-testid="volumes" tabIndex={0} role="application" aria-label={say('volumes.stage')}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Home') look(shown.scene.extent, 'oblique', shown);
        const next = moved(useCamera.getState().camera, event.key);
        if (next) setCamera(next);
        if (next || event.key === 'Home') event.preventDefault();
      }}
    >
      <canvas ref={canvas} />
    </div>
  );
}

/** So much of what lies beside a feature is seen with it, m. */
const BESIDE = 120;
function around({ mesh, row }: NonNullable<ShownScene['scene']['selected']>): Extent {
  const [west, south, east, north] = mesh.extents.subarray(row * 4, row * 4 + 4);
  return [west - BESIDE, south - BESIDE, east + BESIDE, north + BESIDE];
}

/** Opens on what is selected, else on everything; goes where panels ask to zoom, and where what was selected elsewhere is out of sight. */
function useCameraFollows(shown: ShownScene): void {
  const { scene, frame, busy } = shown;
  const latest = useRef(shown);
  useEffect(() => { latest.current = shown; });
  const opened = useRef<object | null>(null);
  useEffect(() => {
    if (!frame || !scene.extent || opened.current === frame) return;
    look(!busy && scene.selected ? around(scene.selected) : scene.extent, 'oblique', latest.current);
    // Until all is there the whole grows with it.
    if (!busy) opened.current = frame;
  }, [frame, scene.extent, scene.selected, busy]);

  const last = useRef(scene.exaggeration);
  useEffect(() => {
    setCamera(stretched(useCamera.getState().camera, last.current, scene.exaggeration));
    last.current = scene.exaggeration;
  }, [scene.exaggeration]);

  useEffect(() => takeZooms((features) => {
    const extent = frame && placeOf(features, frame), { rotationX, rotationOrbit } = useCamera.getState().camera;
    if (extent) setCamera({ ...lookAt(extent, latest.current.floor / 2 * latest.current.scene.exaggeration, 'oblique', useCamera.getState()), rotationX, rotationOrbit });
  }), [frame]);

  const selection = useView((view) => view.selection), isThere = scene.selected !== null;
  useEffect(() => {
    const { selected, exaggeration } = latest.current.scene;
    if (!selection || !selected) return;
    const { mesh, row } = selected, [west, south, east, north] = mesh.extents.subarray(row * 4, row * 4 + 4), depth = mesh.tops[row];
    const middle = [(west + east) / 2, (south + north) / 2, -(Number.isNaN(depth) ? 0 : depth) * exaggeration] as const;
    const state = useCamera.getState(), at = projector(state)(middle);
    if (at && at[0] > 0 && at[1] > 0 && at[0] < state.width && at[1] < state.height) return;
    setCamera({ ...state.camera, target: [...middle] });
  }, [selection, isThere]);
}
