import type { Feature, Geometry } from 'geojson';
import type { Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { mapPositions, type FeatureId, type Layer, type PlanFeature } from '../../../geo/index.ts';
import { deleteIn, editShapes } from '../../commands/edit.ts';
import { useComposer } from '../../state/composer.ts';
import { drawableLayers, currentDocument, useDocument } from '../../state/document.ts';
import { currentEditing, pick, setEditing, setTool, stopEditing, useEditing } from '../../state/editing.ts';
import { layerOfSource, sourceId } from '../style-layers.ts';
import { addSketch, mark, removeSketch, showSketch } from './sketch.ts';
import { REACH, snap, type Snapped } from './snap.ts';
import { handlesOf, pathsOf, withVertex, type Handle } from './vertices.ts';

type Place = [number, number];
/** Tools that set vertices one after the other. */
const SKETCHING = new Set(['draw', 'split', 'measure-length', 'measure-area']);
const index = new WeakMap<Layer, Map<FeatureId, PlanFeature>>();
function featureIn(layer: Layer, id: FeatureId): PlanFeature | undefined {
  let known = index.get(layer);
  if (!known) index.set(layer, known = new Map(layer.features.map((feature) => [feature.id, feature])));
  return known.get(id);
}

/** What is dragged: a vertex of a feature, or all that is picked. */
type Drag = { feature: PlanFeature; handle: Handle; geometry: Geometry } | { from: Place; to: Place };

/**
 * Turns the pointer and the keys into operations while a layer is edited. Nothing is changed before an operation is
 * finished: until then it is a sketch above the map.
 */
export class Editor {
  private drag: Drag | null = null;
  private snapped: Snapped | null = null;
  private at: Place | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly map: MapView) {
    addSketch(map);
    map.doubleClickZoom.disable();
    // Shift picks several; it does not draw a box.
    map.boxZoom.disable();
    const listen = (type: 'mousemove' | 'mousedown' | 'mouseup' | 'click' | 'dblclick', act: (event: MapMouseEvent) => void) => {
      map.on(type, act);
      this.stops.push(() => map.off(type, act));
    };
    listen('mousemove', (event) => this.move(event));
    listen('mousedown', (event) => this.down(event));
    listen('mouseup', () => void this.up());
    listen('click', (event) => this.click(event));
    listen('dblclick', () => void this.finish());
    const key = (event: KeyboardEvent) => this.key(event);
    window.addEventListener('keydown', key, true);
    this.stops.push(() => window.removeEventListener('keydown', key, true), useEditing.subscribe(() => this.draw()), useDocument.subscribe(() => this.follow()));
    this.draw();
  }
  end(): void {
    for (const stop of this.stops) stop();
    this.map.doubleClickZoom.enable();
    this.map.boxZoom.enable();
    this.map.dragPan.enable();
    this.map.getCanvas().style.cursor = '';
    removeSketch(this.map);
  }

  private get layer(): Layer | undefined {
    const { layerId } = currentEditing();
    return currentDocument().layers.find(({ layer }) => layer.id === layerId)?.layer;
  }
  private picked(): PlanFeature[] {
    const { layer } = this, { picked } = currentEditing();
    return layer && picked.layerId === layer.id ? picked.ids.flatMap((id) => featureIn(layer, id) ?? []) : [];
  }
  /** The document changed: what is picked may be gone, and the layer with it. */
  private follow(): void {
    const { layer } = this, { picked } = currentEditing();
    if (!layer) return stopEditing();
    const ids = picked.ids.filter((id) => featureIn(layer, id));
    if (ids.length < picked.ids.length) pick(layer.id, ids);
    this.draw();
  }

  private move(event: MapMouseEvent): void {
    const { tool } = currentEditing();
    const wants = SKETCHING.has(tool) || (this.drag !== null && 'handle' in this.drag);
    this.snapped = wants ? this.snapAt(event) : null;
    this.at = this.snapped?.at ?? [event.lngLat.lng, event.lngLat.lat];
    if (this.drag && 'handle' in this.drag) this.drag = { ...this.drag, geometry: withVertex(this.drag.feature.geometry, this.drag.handle, this.at) };
    else if (this.drag) this.drag = { ...this.drag, to: this.at };
    this.map.getCanvas().style.cursor = SKETCHING.has(tool) ? 'crosshair' : tool === 'vertices' && this.handleAt(event) ? 'grab' : tool === 'move' && this.hits(event) ? 'move' : '';
    setEditing({ pointer: { at: this.at, snapped: this.snapped?.to ?? null } });
  }
  private down(event: MapMouseEvent): void {
    const { tool, busy } = currentEditing();
    if (busy || event.originalEvent.button !== 0) return;
    const handle = tool === 'vertices' && !event.originalEvent.altKey ? this.handleAt(event) : null;
    const [feature] = this.picked();
    if (handle && feature) this.drag = { feature, handle, geometry: feature.geometry };
    else if (tool === 'move' && this.hits(event)) this.drag = { from: [event.lngLat.lng, event.lngLat.lat], to: [event.lngLat.lng, event.lngLat.lat] };
    if (this.drag) { event.preventDefault(); this.map.dragPan.disable(); }
  }
  private async up(): Promise<void> {
    const { drag } = this, { layerId, picked } = currentEditing();
    if (!drag || !layerId) return;
    this.map.dragPan.enable();
    const moved = 'handle' in drag ? drag.geometry !== drag.feature.geometry : drag.from[0] !== drag.to[0] || drag.from[1] !== drag.to[1];
    if (moved) await ('handle' in drag ? editShapes(layerId, [drag.feature.id], { kind: 'replace', geometry: drag.geometry }) : editShapes(layerId, picked.ids, { kind: 'move', from: drag.from, to: drag.to }));
    this.drag = null;
    this.draw();
  }
  private click(event: MapMouseEvent): void {
    const { tool, kind, sketch, layerId, busy } = currentEditing();
    if (!layerId || busy) return;
    if (!SKETCHING.has(tool)) return this.clickOn(event, layerId);
    // Not the place of the last move: a finger, or a fast hand, clicks without one.
    const at = this.snapAt(event)?.at ?? [event.lngLat.lng, event.lngLat.lat] as Place;
    if (tool === 'draw' && kind === 'point') return void editShapes(layerId, [], { kind: 'add', geometry: { type: 'Point', coordinates: at } });
    const last = sketch.at(-1);
    if (last && last[0] === at[0] && last[1] === at[1]) return;
    // A click on the first vertex closes the ring.
    if (this.isGround() && sketch.length > 2 && sketch[0][0] === at[0] && sketch[0][1] === at[1]) return void this.finish();
    setEditing({ sketch: [...sketch, at] });
  }
  private clickOn(event: MapMouseEvent, layerId: string): void {
    const { tool, picked } = currentEditing();
    const handle = tool === 'vertices' && event.originalEvent.altKey ? this.handleAt(event) : null;
    const [feature] = this.picked();
    if (handle && feature && !handle.middle) return void editShapes(layerId, [feature.id], { kind: 'replace', geometry: withVertex(feature.geometry, handle, null) });
    if (tool === 'vertices' && this.handleAt(event)) return;
    const id = this.idAt(event, layerId);
    if (!event.originalEvent.shiftKey) return pick(layerId, id ? [id] : []);
    if (id) pick(layerId, picked.ids.includes(id) ? picked.ids.filter((one) => one !== id) : [...picked.ids, id]);
  }

  /** Enter or double click: what was sketched becomes what the tool makes of it. */
  private async finish(): Promise<void> {
    const { tool, kind, sketch, layerId, picked, busy } = currentEditing();
    if (!layerId || busy || sketch.length < 2) return;
    if (tool === 'draw') {
      const made = await editShapes(layerId, [], { kind: 'add', geometry: kind === 'line' ? { type: 'LineString', coordinates: [...sketch] } : { type: 'Polygon', coordinates: [[...sketch, sketch[0]]] } });
      if (made) setEditing({ sketch: [] });
    } else if (tool === 'split') {
      // Without a selection, everything that the line meets and cuts.
      const ids = picked.ids.length > 0 ? picked.ids : this.metBy(sketch, layerId);
      if (ids.length === 0) return setEditing({ sketch: [] });
      const made = await editShapes(layerId, ids, { kind: 'split', line: [...sketch] });
      if (made) { setEditing({ sketch: [] }); setTool('select'); }
    }
  }
  private key(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=dialog], [role=menu], [role=grid]')) return;
    const { sketch, layerId, picked, tool, busy } = currentEditing();
    // Keys of the sheet composer are not the covered map's.
    if (!layerId || useComposer.getState().open) return;
    const taken = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    const withdraw = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (busy && (withdraw || event.key === 'Delete')) taken();
    else if (sketch.length > 0 && (withdraw || event.key === 'Backspace')) { taken(); setEditing({ sketch: sketch.slice(0, -1) }); }
    else if (event.key === 'Escape') { taken(); this.cancel(); }
    else if (event.key === 'Enter' && sketch.length > 0 && !(event.target instanceof HTMLButtonElement && event.target.closest('.dialog'))) { taken(); void this.finish(); }
    else if (event.key === 'Delete' && picked.ids.length > 0 && !SKETCHING.has(tool)) { taken(); void deleteIn(layerId, picked.ids); }
  }
  private cancel(): void {
    const { sketch, tool, picked } = currentEditing();
    if (this.drag) { this.drag = null; this.map.dragPan.enable(); this.draw(); }
    else if (sketch.length > 0) setEditing({ sketch: [] });
    else if (tool !== 'select') setTool('select');
    else if (picked.ids.length > 0) pick(picked.layerId, []);
  }

  private isGround(): boolean {
    const { tool, kind } = currentEditing();
    return tool === 'measure-area' || (tool === 'draw' && kind === 'polygon');
  }
  private snapAt(event: MapMouseEvent): Snapped | null {
    const { sketch } = currentEditing();
    const own = sketch.length > 0 ? [sketch.map((place): Place => place)] : [];
    const dragged = this.drag && 'handle' in this.drag ? this.drag.feature.id : null;
    const near = this.featuresNear(event).filter(({ id }) => id !== dragged).flatMap(({ geometry }) => pathsOf(geometry).map(({ positions }) => positions as Place[]));
    return snap(event.point, [...near, ...own.map((path) => path.slice(0, -1))], ([lng, lat]) => this.map.project([lng, lat]));
  }
  /** Whole features of visible layers about the pointer: the map's own tiles are cut and simplified. */
  private featuresNear({ point: { x, y } }: MapMouseEvent): PlanFeature[] {
    const drawn = this.map.getStyle().layers.filter(({ id, type }) => id.startsWith('layer/') && type !== 'symbol').map(({ id }) => id);
    const hits = this.map.queryRenderedFeatures([[x - REACH, y - REACH], [x + REACH, y + REACH]], { layers: drawn });
    const layers = new Map(drawableLayers(currentDocument()).map((layer) => [layer.id, layer]));
    const seen = new Set<PlanFeature>();
    for (const { source, properties } of hits) {
      const layer = layers.get(layerOfSource(source)), feature = layer && featureIn(layer, properties['_id'] as string);
      if (feature) seen.add(feature);
    }
    return [...seen];
  }
  private layersOf(layerId: string): string[] {
    return this.map.getStyle().layers.filter(({ id }) => id.startsWith(`${sourceId(layerId)}/`)).map(({ id }) => id);
  }
  private idAt({ point: { x, y } }: MapMouseEvent, layerId: string): FeatureId | null {
    const hit = this.map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: this.layersOf(layerId) })[0];
    return (hit?.properties['_id'] as FeatureId | undefined) ?? null;
  }
  private hits(event: MapMouseEvent): boolean {
    const { layerId, picked } = currentEditing();
    const id = layerId && this.idAt(event, layerId);
    return typeof id === 'string' && picked.ids.includes(id);
  }
  private metBy(line: readonly Place[], layerId: string): FeatureId[] {
    const points = line.map((place) => this.map.project(place));
    const ids = new Set<FeatureId>();
    for (let i = 0; i + 1 < points.length; i++) {
      const steps = Math.max(1, Math.ceil(points[i].dist(points[i + 1]) / 6));
      for (let k = 0; k <= steps; k++) {
        const at = points[i].add(points[i + 1].sub(points[i]).mult(k / steps));
        for (const { properties } of this.map.queryRenderedFeatures(at, { layers: this.layersOf(layerId) })) ids.add(properties['_id'] as FeatureId);
      }
    }
    return [...ids];
  }
  private handleAt({ point }: MapMouseEvent): Handle | null {
    const picked = this.picked();
    if (picked.length !== 1) return null;
    const near = handlesOf(picked[0].geometry).map((handle) => { const { x, y } = this.map.project([handle.at[0], handle.at[1]]); return { handle, off: Math.hypot(x - point.x, y - point.y) + (handle.middle ? 3 : 0) }; }).filter(({ off }) => off < 10);
    return near.sort((a, b) => a.off - b.off)[0]?.handle ?? null;
  }

  private draw(): void {
    const { tool, sketch } = currentEditing(), { drag } = this;
    const shown: Feature[] = [];
    for (const feature of this.picked()) {
      const geometry = drag && 'handle' in drag && drag.feature.id === feature.id ? drag.geometry : drag && !('handle' in drag) ? shifted(feature.geometry, drag) : feature.geometry;
      shown.push(mark('picked', geometry));
      if (tool === 'vertices' && currentEditing().picked.ids.length === 1) shown.push(...handlesOf(geometry).map(({ at, middle }) => mark(middle ? 'middle' : 'vertex', { type: 'Point', coordinates: at })));
    }
    const line = SKETCHING.has(tool) && this.at && sketch.length > 0 ? [...sketch, this.at] : [...sketch];
    if (line.length > 1) shown.push(mark('sketch', this.isGround() && line.length > 2 ? { type: 'Polygon', coordinates: [[...line, line[0]]] } : { type: 'LineString', coordinates: line }));
    shown.push(...sketch.map((at) => mark('vertex', { type: 'Point', coordinates: at })));
    if (this.snapped && (SKETCHING.has(tool) || drag)) shown.push(mark(`snap-${this.snapped.to}`, { type: 'Point', coordinates: this.snapped.at }));
    showSketch(this.map, shown);
  }
}

const shifted = (geometry: Geometry, { from, to }: { from: Place; to: Place }): Geometry => mapPositions(geometry, ([x, y]) => [x + to[0] - from[0], y + to[1] - from[1]]);
