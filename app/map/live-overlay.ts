import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';
import type { Layer, PlanFeature } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import { nextTurn } from '../state/next-turn.ts';
import type { SessionAnswer } from '../workers/session-api.ts';
import { drawnFeature, labelPoints } from './fill-source.ts';
import { labelSourceId, sourceId } from './style-layers.ts';
import { stateOf } from './tiled-source.ts';

/** Units painted per turn of the event loop: a move of a slider never holds the page for a frame's time. */
const PORTION = 4000;

/**
 * Shows the answer of a session on the result layers of a run, without touching the document: served ratios as feature
 * state, areas as other data of the same source. `null` brings the run back as it was computed.
 */
export class LiveOverlay {
  private shown: { run: Run; ratio: Float64Array } | null = null;
  private turn = 0;

  constructor(private readonly map: MapView) {}

  async show(run: Run | null, answer: SessionAnswer | null): Promise<void> {
    const turn = ++this.turn;
    if (this.shown && (!answer || this.shown.run !== run)) this.clear(this.shown.run);
    if (!run || !answer) return;
    const units = run.layers['demand-units'], areas = run.layers['shortage-areas'];
    if (!units || !areas) return;
    this.setAreas(areas, answer.areas);
    const before = this.shown?.ratio ?? Float64Array.from(units.features, (feature) => Number(feature.properties['servedRatio'] ?? NaN));
    const now = before.slice();
    this.shown = { run, ratio: now };
    const source = sourceId(units.id), target = stateOf(this.map, source);
    for (let from = 0; from < units.features.length; from += PORTION) {
      if (from > 0) await nextTurn();
      if (turn !== this.turn || !this.map.getSource(source)) return;
      for (let i = from; i < Math.min(from + PORTION, units.features.length); i++) {
        const { demand, shortage } = { demand: units.features[i].properties['demand'], shortage: answer.shortage[i] };
        // A unit of unknown demand has no ratio, whatever is built.
        if (demand === null || now[i] === answer.ratio[i]) continue;
        now[i] = answer.ratio[i];
        this.map.setFeatureState({ ...target, id: units.features[i].id }, { servedRatio: answer.ratio[i], shortage });
      }
    }
  }

  private setAreas(areas: Layer, features: readonly PlanFeature[]): void {
    void this.map.getSource<GeoJSONSource>(sourceId(areas.id))?.setData({ type: 'FeatureCollection', features: features.map(drawnFeature) });
    void this.map.getSource<GeoJSONSource>(labelSourceId(areas.id))?.setData({ type: 'FeatureCollection', features: labelPoints(areas, features) });
  }
  private clear(run: Run): void {
    const units = run.layers['demand-units'], areas = run.layers['shortage-areas'];
    if (this.map.getSource(sourceId(units.id))) this.map.removeFeatureState(stateOf(this.map, sourceId(units.id)));
    this.setAreas(areas, areas.features);
    this.shown = null;
  }
}
