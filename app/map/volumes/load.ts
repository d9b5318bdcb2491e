import { hasVolumes, type Layer, type SchemaId, type Underground, type VolumeMesh } from '../../../geo/index.ts';
import { engine } from '../../workers/engine.ts';
import type { SceneFrame } from './frame.ts';

/** Features a portion. Each is a layer of the scene and costs the page's thread its share of every frame (77 of 400 took twice as long as 16 of 2,000), yet none may be long in the making. */
const PORTION = 2000;
/** What is drawn on the ground to find one's way, and with which line. */
export const GROUND_LINES: Partial<Record<SchemaId, { color: readonly [number, number, number, number]; width: number }>> = {
  'land-parcel': { color: [120, 130, 140, 70], width: 1 },
  'walking-network': { color: [120, 130, 140, 110], width: 1 },
  'road-project': { color: [154, 107, 18, 220], width: 1.5 },
  boundary: { color: [84, 96, 108, 230], width: 2 },
};

/** A layer that is shown, as far as it has come from the worker. */
export interface LoadedLayer {
  layer: Layer;
  meshes: VolumeMesh[];
  lines: Float32Array[];
}

/** Brings layers from the worker, portion by portion, one layer after another. A layer that was brought is kept until another version of it is wanted. */
export class VolumeLoader {
  private readonly loaded = new Map<string, LoadedLayer>();
  private turn = 0;
  private ended = false;

  constructor(private readonly frame: SceneFrame, private readonly underground: Underground, private readonly changed: (layers: readonly LoadedLayer[], busy: boolean) => void) {}

  /** What it has of the layers is told at once, and again with each layer: a scene is drawn anew for each, which takes longer than to make a portion. @throws what the worker throws */
  async show(layers: readonly Layer[], all: readonly Layer[]): Promise<void> {
    this.forget(all);
    const turn = ++this.turn, wanted = layers.filter(({ schema }) => hasVolumes(schema) || schema in GROUND_LINES);
    const isCurrent = () => turn === this.turn && !this.ended;
    const tell = (busy: boolean) => { if (isCurrent()) this.changed(wanted.flatMap(({ id }) => this.loaded.get(id) ?? []), busy); };
    tell(true);
    for (const layer of wanted) {
      if (this.loaded.get(layer.id)?.layer === layer) continue;
      const made: LoadedLayer = { layer, meshes: [], lines: [] };
      for (let from = 0; from < layer.features.length; from += PORTION) {
        const request = { from, count: PORTION, plane: this.frame.plane, origin: this.frame.origin, underground: this.underground };
        if (hasVolumes(layer.schema)) made.meshes.push(await engine.volumes(layer, request));
        else made.lines.push(await engine.groundLines(layer, request));
        // Half a layer is not kept for the whole of it.
        if (!isCurrent()) return;
      }
      this.loaded.set(layer.id, made);
      tell(true);
    }
    tell(false);
  }
  /** Layers that are gone hold their arrays no longer. */
  private forget(all: readonly Layer[]): void {
    const there = new Set(all.map(({ id }) => id));
    for (const id of [...this.loaded.keys()]) if (!there.has(id)) this.loaded.delete(id);
  }
  end(): void {
    this.ended = true;
  }
}
