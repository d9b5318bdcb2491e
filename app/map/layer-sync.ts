import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';
import type { Layer } from '../../geo/index.ts';
import { symbologyOf } from '../../geo/index.ts';
import { engine } from '../workers/engine.ts';
import { drawingOrder, isHidden, opacityOf } from './layer-order.ts';
import { opacityPaint, shownSymbology, sourceId, styleLayers } from './style-layers.ts';

export interface Shown {
  layers: readonly Layer[];
  hidden: Readonly<Record<string, boolean>>;
  opacity: Readonly<Record<string, number>>;
  order: readonly string[];
  colourBy: Readonly<Record<string, string>>;
}
interface Drawn {
  layer: Layer;
  colourBy: string | undefined;
  url: string;
}

/** The map's worker may still be reading the address: it is given a while. */
const letGo = (url: string) => setTimeout(() => URL.revokeObjectURL(url), 30_000);

/**
 * Brings the map to what the document and the view say: adds, reloads, restyles, reorders and removes. One call at a
 * time; a call that comes meanwhile replaces the waiting one, so a fast slider never builds a queue.
 */
export class LayerSync {
  private drawn = new Map<string, Drawn>();
  private waiting: Shown | null = null;
  private busy = false;

  constructor(private readonly map: MapView) {}

  async show(shown: Shown): Promise<void> {
    this.waiting = shown;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.waiting) {
        const next: Shown = this.waiting;
        this.waiting = null;
        await this.apply(next);
      }
    } finally {
      this.busy = false;
    }
  }

  /** Where the map's copy of a layer stands. */
  urlOf(layerId: string): string | undefined {
    return this.drawn.get(layerId)?.url;
  }

  private async apply(shown: Shown): Promise<void> {
    const ordered = drawingOrder(shown.layers, shown.order);
    const present = new Set(ordered.map((layer) => layer.id));
    for (const id of [...this.drawn.keys()]) if (!present.has(id)) this.remove(id);
    for (const layer of ordered) {
      if (!isHidden(layer, shown.hidden) || this.drawn.has(layer.id)) await this.bring(layer, shown.colourBy[layer.id]);
    }
    for (const layer of ordered) this.restyle(layer, shown);
  }

  private async bring(layer: Layer, colourBy: string | undefined): Promise<void> {
    const drawn = this.drawn.get(layer.id);
    if (drawn && drawn.layer === layer && drawn.colourBy === colourBy) return;
    if (drawn && drawn.layer === layer) return this.rebuild(layer, colourBy, drawn.url);
    const url = await engine.displayUrl(layer);
    if (drawn) letGo(drawn.url);
    this.rebuild(layer, colourBy, url);
  }

  private rebuild(layer: Layer, colourBy: string | undefined, url: string): void {
    const id = sourceId(layer.id);
    const source = this.map.getSource<GeoJSONSource>(id);
    if (!source) this.map.addSource(id, { type: 'geojson', data: url, promoteId: '_id', tolerance: 0.3 });
    else if (this.drawn.get(layer.id)?.layer !== layer) {
      this.map.removeFeatureState({ source: id });
      void source.setData(url);
    }
    this.removeStyle(id);
    for (const spec of styleLayers(layer, shownSymbology(layer, colourBy))) this.map.addLayer(spec);
    this.drawn.set(layer.id, { layer, colourBy, url });
  }

  private restyle(layer: Layer, shown: Shown): void {
    const visibility = isHidden(layer, shown.hidden) ? 'none' : 'visible';
    const opacity = opacityOf(layer, shown.opacity);
    for (const spec of this.styleOf(sourceId(layer.id))) {
      this.map.setLayoutProperty(spec.id, 'visibility', visibility);
      for (const [key, value] of opacityPaint(spec.type, opacity, symbologyOf(layer.schema).fillShare)) this.map.setPaintProperty(spec.id, key as 'fill-opacity', value);
      // Labels stand above all ground, and the highlight above everything.
      this.map.moveLayer(spec.id, spec.type === 'symbol' ? 'above/labels' : 'above/ground');
    }
  }

  private remove(id: string): void {
    const drawn = this.drawn.get(id);
    this.removeStyle(sourceId(id));
    if (this.map.getSource(sourceId(id))) this.map.removeSource(sourceId(id));
    if (drawn) letGo(drawn.url);
    this.drawn.delete(id);
  }

  private styleOf(source: string) {
    return this.map.getStyle().layers.filter((spec) => spec.id.startsWith(`${source}/`));
  }
  private removeStyle(source: string): void {
    for (const spec of this.styleOf(source)) this.map.removeLayer(spec.id);
  }
}
