import type { Map as MapView } from 'maplibre-gl';
import type { Layer } from '../../geo/index.ts';
import { runOfResult, symbologyOf } from '../../geo/index.ts';
import { featureChanges } from '../state/differ-features.ts';
import { loadGlyphs } from './glyphs.ts';
import { drawingOrder, isHidden, opacityOf } from './layer-order.ts';
import { HeldSource, type LayerSource } from './layer-source.ts';
import { opacityPaint, shownSymbology, sourceId, styleLayers } from './style-layers.ts';
import { needsTiles, stateOf, TiledSource } from './tiled-source.ts';

export interface Shown {
  layers: readonly Layer[];
  hidden: Readonly<Record<string, boolean>>;
  opacity: Readonly<Record<string, number>>;
  order: readonly string[];
  colourBy: Readonly<Record<string, string>>;
  /** Ids of layers that are not shown but may be again: results in other scenarios. */
  elsewhere?: ReadonlySet<string>;
}
/** So many features at most wait unseen on the map. */
const WAITING = 30_000;
/** What of the view, and of the document, changes the drawing of layers. */
export const DRAWN = ['hidden', 'opacity', 'order', 'colourBy', 'scenario', 'compare'] as const;
export const LAYERED = ['layers', 'runs', 'measures', 'scenarios'] as const;
interface Drawn {
  layer: Layer;
  colourBy: string | undefined;
  source: LayerSource;
}

/**
 * Brings the map to what the document and the view say: adds, reloads, restyles, reorders and removes. One call at a
 * time; a call that comes meanwhile replaces the waiting one, so a fast slider never builds a queue.
 */
export class LayerSync {
  private drawn = new Map<string, Drawn>();
  private waiting: Shown | null = null;
  private running: Promise<void> | null = null;
  private ended = false;

  constructor(private readonly map: MapView) {}

  /** Resolves when nothing more waits to be shown. */
  show(shown: Shown): Promise<void> {
    this.waiting = shown;
    return this.running ??= this.run().finally(() => { this.running = null; });
  }
  private async run(): Promise<void> {
    while (this.waiting && !this.ended) {
      const next: Shown = this.waiting;
      this.waiting = null;
      await this.apply(next);
    }
  }

  /** The map goes: nothing more is drawn on it, whatever is under way. */
  end(): void {
    this.ended = true;
    for (const { source } of this.drawn.values()) source.end();
  }

  private async apply(shown: Shown): Promise<void> {
    const ordered = drawingOrder(shown.layers, shown.order);
    const present = new Set(ordered.map((layer) => layer.id));
    this.clear(present, shown.elsewhere ?? new Set());
    for (const layer of ordered) {
      if (this.ended) return;
      if (!isHidden(layer, shown.hidden) || this.drawn.has(layer.id)) await this.bring(layer, shown);
    }
    if (!this.ended) for (const layer of ordered) this.restyle(layer, shown);
  }

  /** Takes off the map what is not shown. What other scenarios have waits unseen, what came last before what came first, so that a meeting that goes to and fro fills nothing anew. */
  private clear(present: ReadonlySet<string>, elsewhere: ReadonlySet<string>): void {
    let waiting = 0;
    for (const [id, { layer }] of [...this.drawn].reverse()) {
      if (present.has(id)) continue;
      if (elsewhere.has(id)) waiting += layer.features.length;
      if (!elsewhere.has(id) || waiting > WAITING) this.remove(id);
      else for (const spec of this.styleOf(sourceId(id))) this.map.setLayoutProperty(spec.id, 'visibility', 'none');
    }
  }

  private async bring(layer: Layer, shown: Shown): Promise<void> {
    const drawn = this.drawn.get(layer.id), colourBy = shown.colourBy[layer.id];
    if (drawn?.layer === layer && drawn.colourBy === colourBy) return;
    // Names are looked through while features go over; none is drawn before its letters are there.
    const letters = loadGlyphs([layer]);
    if (drawn) await letters;
    if (drawn && await this.change(drawn, layer, colourBy)) return;
    const id = sourceId(layer.id), isWanted = () => !this.ended;
    const keeps = drawn && (drawn.layer === layer || drawn.source.takes(layer));
    if (drawn && !keeps) this.remove(layer.id);
    const source = keeps ? drawn.source : needsTiles(layer) ? new TiledSource(this.map, layer) : new HeldSource(this.map, layer);
    this.drawn.set(layer.id, { layer, colourBy, source });
    if (!keeps) await source.open(isWanted);
    await letters;
    if (this.ended) return source.end();
    for (const spec of this.styleOf(id)) this.map.removeLayer(spec.id);
    for (const spec of source.styled(styleLayers(layer, shownSymbology(layer, colourBy)))) this.map.addLayer(spec);
    // In its place and strength from its first portion on.
    this.restyle(layer, shown);
    if (drawn?.layer === layer) return;
    // A new source has no state, and where one was ever spoken of the map takes every tile apart on the page.
    if (keeps) this.map.removeFeatureState(stateOf(this.map, id));
    await source.fill(layer, () => this.has(id));
  }
  private has(source: string): boolean {
    return !this.ended && this.map.getSource(source) !== undefined;
  }

  /**
   * Another state of a layer that is drawn already, as an edit or a scenario makes it: its style stays and only features that differ go to the map. False where
   * the layer has to be drawn anew. Results are: what is tried out may stand in their sources, and their unit may be another.
   */
  private async change(drawn: Drawn, layer: Layer, colourBy: string | undefined): Promise<boolean> {
    if (drawn.layer.schema !== layer.schema || drawn.colourBy !== colourBy || runOfResult(layer.id) !== null) return false;
    const changes = featureChanges(drawn.layer.features, layer.features);
    if (changes === 'whole') return false;
    this.drawn.set(layer.id, { ...drawn, layer });
    const id = sourceId(layer.id);
    if (this.has(id)) await drawn.source.change(changes, () => this.has(id));
    return true;
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
    this.drawn.get(id)?.source.close();
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
