import type { GeoJSONSource, LayerSpecification, Map as MapView } from 'maplibre-gl';
import { symbologyOf, type Layer, type PlanFeature } from '../../geo/index.ts';
import type { FeatureChanges } from '../state/differ-features.ts';
import { changeSource, fillSource, labelPoints } from './fill-source.ts';
import { labelSourceId, sourceId } from './style-layers.ts';
import { needsTiles } from './tiled-source.ts';

/** Where the map has the features of a layer from, whichever way it is given them. */
export interface LayerSource {
  /** Before the layer is styled. */
  open(isWanted: () => boolean): Promise<void>;
  /** The style of the layer as it reads this source. */
  styled(specs: readonly LayerSpecification[]): LayerSpecification[];
  /** Whether it can be filled with another state of its layer. */
  takes(layer: Layer): boolean;
  /** After it is styled. */
  fill(layer: Layer, isWanted: () => boolean): Promise<void>;
  /** Only what differs. */
  change(changes: FeatureChanges, isWanted: () => boolean): Promise<void>;
  /** Takes it off the map. */
  close(): void;
  /** The map is gone: lets go of what is held elsewhere. */
  end(): void;
}

const noData = () => ({ type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } });

/** Features that the map holds itself, and cuts into tiles in its own worker. Names stand in a source of their own. */
export class HeldSource implements LayerSource {
  private readonly schema: Layer['schema'];
  /** The features as they are, and where their names stand. */
  private readonly sources: readonly { id: string; drawn?: (features: readonly PlanFeature[]) => ReturnType<typeof labelPoints> }[];

  constructor(private readonly map: MapView, layer: Layer) {
    this.schema = layer.schema;
    const names = { id: labelSourceId(layer.id), drawn: (features: readonly PlanFeature[]) => labelPoints(layer, features) };
    this.sources = [{ id: sourceId(layer.id) }, ...(symbologyOf(layer.schema).label ? [names] : [])];
  }
  open(): Promise<void> {
    for (const { id } of this.sources) this.map.addSource(id, { ...noData(), promoteId: '_id', tolerance: 0.3 });
    return Promise.resolve();
  }
  styled(specs: readonly LayerSpecification[]): LayerSpecification[] {
    return [...specs];
  }
  takes(layer: Layer): boolean {
    return layer.schema === this.schema && !needsTiles(layer);
  }
  async fill(layer: Layer, isWanted: () => boolean): Promise<void> {
    for (const { id, drawn } of this.sources) if (isWanted()) await fillSource(this.map.getSource<GeoJSONSource>(id)!, layer, isWanted, drawn);
  }
  async change(changes: FeatureChanges, isWanted: () => boolean): Promise<void> {
    for (const { id, drawn } of this.sources) if (isWanted()) await changeSource(this.map.getSource<GeoJSONSource>(id)!, changes, isWanted, drawn);
  }
  close(): void {
    for (const { id } of this.sources) if (this.map.getSource(id)) this.map.removeSource(id);
  }
  end(): void {}
}
