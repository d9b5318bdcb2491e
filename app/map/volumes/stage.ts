import { Deck, type OrbitView, type PickingInfo } from '@deck.gl/core';
import type { VolumeMesh } from '../../../geo/index.ts';
import type { OrbitCamera } from './camera.ts';
import { ORBIT } from './camera-state.ts';
import { sceneLayers, type Scene } from './scene-layers.ts';
import { VolumeLayer } from './volume-layer.ts';

/** A press that moves further than this (pixels) turns the camera, and chooses nothing. */
const STILL = 4;

/** How near a click has to be, px: a pipe is thin; glass is hit or not. */
const REACH = [['solid/', 6], ['glass/', 0]] as const;

/** Nothing is looked up under the pointer but by a click: a look-up draws the whole scene once more. */
class StillDeck extends Deck<OrbitView> {
  override _onPointerDown = (): void => {};
  override _onPointerMove = (): void => {};
}

interface StageEvents {
  moved(camera: OrbitCamera): void;
  /** What was clicked; null beside everything. */
  picked(hit: { mesh: VolumeMesh; row: number } | null): void;
  failed(error: Error): void;
}

/** The one owner of the deck: shows a scene from a camera and tells what is clicked. */
export class Stage {
  private readonly deck: StillDeck;
  private pressed: { x: number; y: number } | null = null;

  constructor(frame: HTMLElement, canvas: HTMLCanvasElement, camera: OrbitCamera, events: StageEvents) {
    this.deck = new StillDeck({
      canvas, width: '100%', height: '100%', views: ORBIT, viewState: camera,
      controller: { keyboard: false, inertia: false, dragMode: 'rotate' }, layers: [], getCursor: ({ isDragging }) => (isDragging ? 'grabbing' : 'grab'),
      // A screen of many pixels is drawn with fewer of them where there is no graphics card worth the name; edges stay sharp at 1.5.
      useDevicePixels: Math.min(1.5, window.devicePixelRatio),
      onViewStateChange: ({ viewState }) => events.moved(viewState as unknown as OrbitCamera),
      onError: (error) => events.failed(error),
    });
    const place = (event: PointerEvent) => { const { left, top } = frame.getBoundingClientRect(); return { x: event.clientX - left, y: event.clientY - top }; };
    canvas.addEventListener('pointerdown', (event) => { this.pressed = event.button === 0 ? place(event) : null; });
    canvas.addEventListener('pointerup', (event) => {
      const at = place(event), from = this.pressed;
      this.pressed = null;
      if (from && Math.hypot(at.x - from.x, at.y - from.y) <= STILL) events.picked(this.pick(at.x, at.y));
    });
  }

  show(scene: Scene): void {
    this.deck.setProps({ layers: sceneLayers(scene) });
  }
  look(camera: OrbitCamera): void {
    this.deck.setProps({ viewState: camera });
  }

  /** Bodies before glass: a zone lies over everything that one means to click. */
  private pick(x: number, y: number): { mesh: VolumeMesh; row: number } | null {
    const ids = this.deck.props.layers.flatMap((layer) => (layer instanceof VolumeLayer && layer.props.pickable ? [layer.id] : []));
    for (const [part, radius] of REACH) {
      const layerIds = ids.filter((id) => id.startsWith(part));
      const hit: PickingInfo | null = layerIds.length > 0 ? this.deck.pickObject({ x, y, radius, layerIds }) : null;
      if (hit?.layer instanceof VolumeLayer && hit.index >= 0) return { mesh: hit.layer.props.mesh, row: hit.index };
    }
    return null;
  }

  end(): void {
    this.deck.finalize();
  }
}
