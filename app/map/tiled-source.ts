import { addProtocol, type LayerSpecification, type Map as MapView } from 'maplibre-gl';
import { COLOUR_COLUMNS, symbologyOf, type Layer } from '../../geo/index.ts';
import type { FeatureChanges } from '../state/differ-features.ts';
import { LARGE } from '../workers/portions.ts';
import type { DrawnColumns } from '../workers/tiles/drawn-columns.ts';
import { layerTiles } from '../workers/tiles/layer-tiles.ts';
import type { LayerSource } from './layer-source.ts';
import { shownSymbology, sourceId, styleLayers } from './style-layers.ts';

/** Results whose features are changed for others while a slider moves. */
const CHANGED_LIVE: ReadonlySet<Layer['schema']> = new Set(['shortage-area', 'candidate-site']);
export const needsTiles = ({ schema, features }: Layer): boolean => features.length > LARGE && !CHANGED_LIVE.has(schema);

const PROTOCOL = 'layer-tile', FEATURES = 'features', OUTLINES = 'outlines', NAMES = 'names', LABEL = 'label';
let count = 0;

/** Addresses that only this page knows: no request leaves it. */
addProtocol(PROTOCOL, async ({ url }) => {
  const [key, z, x, y] = url.slice(PROTOCOL.length + 3).split('/');
  return { data: await layerTiles.tile(key, Number(z), Number(x), Number(y)) };
});

/** What feature state of a layer's source hangs on. */
export function stateOf(map: MapView, source: string): { source: string; sourceLayer?: string } {
  return map.getSource(source)?.type === 'vector' ? { source, sourceLayer: FEATURES } : { source };
}

/** Very many features: they go once to a worker that cuts them into vector tiles as these are looked at. Names are in the same tiles. */
export class TiledSource implements LayerSource {
  private readonly key = count++;
  private readonly columns: DrawnColumns;

  constructor(private readonly map: MapView, private readonly layer: Layer) {
    const { label } = symbologyOf(layer.schema);
    this.columns = { fields: fieldsOf(layer), name: label ? { from: label.field, as: LABEL } : null };
  }
  async open(isWanted: () => boolean): Promise<void> {
    const { map, key, layer } = this, { label, fill, outline } = symbologyOf(layer.schema);
    await layerTiles.fill(key, layer.features, this.columns, { names: label ? { minZoom: label.minZoom, column: LABEL } : null, outlines: outline ? fill ? 'wide' : 'all' : 'none' }, isWanted);
    if (isWanted()) map.addSource(sourceId(layer.id), { type: 'vector', tiles: [`${PROTOCOL}://${key}/{z}/{x}/{y}`], minzoom: 0, maxzoom: 18, promoteId: '_id' });
  }
  styled(specs: readonly LayerSpecification[]): LayerSpecification[] {
    return specs.map((spec) => ({ ...spec, source: sourceId(this.layer.id), 'source-layer': spec.type === 'symbol' ? NAMES : spec.id.endsWith('/outline') ? OUTLINES : FEATURES }) as LayerSpecification);
  }
  /** It was cut for one state; what differs little comes as changes. */
  takes(): boolean {
    return false;
  }
  fill(): Promise<void> {
    return Promise.resolve();
  }
  async change({ put, removed }: FeatureChanges, isWanted: () => boolean): Promise<void> {
    await layerTiles.change(this.key, removed, put, this.columns, isWanted);
    if (isWanted()) this.map.refreshTiles(sourceId(this.layer.id));
  }
  close(): void {
    if (this.map.getSource(sourceId(this.layer.id))) this.map.removeSource(sourceId(this.layer.id));
    this.end();
  }
  end(): void {
    layerTiles.drop(this.key);
  }
}

/** The columns that the layer's style reads, however it is coloured. */
function fieldsOf(layer: Layer): string[] {
  const found = new Set<string>();
  for (const colourBy of [undefined, ...(layer.schema === 'demand-result' ? Object.keys(COLOUR_COLUMNS) : [])]) fieldsIn(styleLayers(layer, shownSymbology(layer, colourBy)), found);
  found.delete(LABEL);
  return [...found];
}
/** Of expressions `["get", field]`, wherever they stand. */
function fieldsIn(style: unknown, found: Set<string>): void {
  if (typeof style !== 'object' || style === null) return;
  if (Array.isArray(style) && style[0] === 'get' && typeof style[1] === 'string') found.add(style[1]);
  for (const part of Object.values(style)) fieldsIn(part, found);
}
