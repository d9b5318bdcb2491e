import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';
import type { Layer } from '../../geo/index.ts';
import { symbologyOf } from '../../geo/index.ts';
import { fillSource, labelPoints } from './fill-source.ts';
import { drawingOrder, isHidden, opacityOf } from './layer-order.ts';
import { labelSourceId, opacityPaint, shownSymbology, sourceId, styleLayers } from './style-layers.ts';

export interface Shown {
  layers: readonly Layer[];
  hidden: Readonly<Record<string, boolean>>;
  opacity: Readonly<Record<string, number>>;
  order: readonly string[];
  colourBy: Readonly<Record<string, string>>;
}
/** What of the view, and of the document, changes the drawing of layers. */
export const DRAWN = ['hidden', 'opacity', 'order', 'colourBy', 'scenario', 'compare'] as const;
export const LAYERED = ['layers', 'runs', 'measures', 'scenarios'] as const;
const noData = () => ({ type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } });
interface Drawn {
  layer: Layer;
  colourBy: string | undefined;
}

/**
 * Brings the map to what the document and the view say: adds, reloads, restyles, reorders and removes. One call at a
 * time; a call that comes meanwhile replaces the waiting one, so a fast slider never builds a queue.
 */
export class LayerSync {
  private drawn = new Map<string, Drawn>();
  private waiting: Shown | null = null;
  private busy = false;
  private ended = false;

  constructor(private readonly map: MapView) {}

  async show(shown: Shown): Promise<void> {
    this.waiting = shown;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.waiting && !this.ended) {
        const next: Shown = this.waiting;
        this.waiting = null;
        await this.apply(next);
      }
    } finally {
      this.busy = false;
    }
  }

  /** The map goes: nothing more is drawn on it, whatever is under way. */
  end(): void {
    this.ended = true;
  }

  private async apply(shown: Shown): Promise<void> {
    const ordered = drawingOrder(shown.layers, shown.order);
    const present = new Set(ordered.map((layer) => layer.id));
    for (const id of [...this.drawn.keys()]) if (!present.has(id)) this.remove(id);
    for (const layer of ordered) {
      if (this.ended) return;
      if (!isHidden(layer, shown.hidden) || this.drawn.has(layer.id)) await this.bring(layer, shown);
    }
    if (!this.ended) for (const layer of ordered) this.restyle(layer, shown);
  }

  private async bring(layer: Layer, shown: Shown): Promise<void> {
    const drawn = this.drawn.get(layer.id), colourBy = shown.colourBy[layer.id];
    if (drawn?.layer === layer && drawn.colourBy === colourBy) return;
    const id = sourceId(layer.id);
    const labels = symbologyOf(layer.schema).label ? labelSourceId(layer.id) : null;
    for (const source of labels ? [id, labels] : [id]) if (!this.map.getSource(source)) this.map.addSource(source, { ...noData(), promoteId: '_id', tolerance: 0.3 });
    for (const spec of this.styleOf(id)) this.map.removeLayer(spec.id);
    for (const spec of styleLayers(layer, shownSymbology(layer, colourBy))) this.map.addLayer(spec);
    this.drawn.set(layer.id, { layer, colourBy });
    // In its place and strength from its first portion on.
    this.restyle(layer, shown);
    if (drawn?.layer === layer) return;
    this.map.removeFeatureState({ source: id });
    const isWanted = () => !this.ended && this.map.getSource(id) !== undefined;
    await fillSource(this.map.getSource<GeoJSONSource>(id)!, layer, isWanted);
    if (labels && isWanted()) await fillSource(this.map.getSource<GeoJSONSource>(labels)!, layer, isWanted, (features) => labelPoints(layer, features));
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
    for (const spec of this.styleOf(sourceId(id))) this.map.removeLayer(spec.id);
    for (const source of [sourceId(id), labelSourceId(id)]) if (this.map.getSource(source)) this.map.removeSource(source);
    this.drawn.delete(id);
  }

  /** Not from the style as a whole, which is written out anew, its data included, each time it is asked for. */
  private styleOf(source: string) {
    return this.map.getLayersOrder().filter((id) => id.startsWith(`${source}/`)).flatMap((id) => {
      const layer = this.map.getLayer(id);
      return layer && layer.type !== 'custom' ? [{ id, type: layer.type }] : [];
    });
  }
}
