import type { ExpressionSpecification, FilterSpecification, Map as MapView } from 'maplibre-gl';
import type { RankedSite } from '../../geo/index.ts';
import { RANKS_WRITTEN, sourceId } from './style-layers.ts';

/** Writes ranks that were reckoned anew on the map: colour by feature state, numbers on the best sites. Null = as the layer has them. */
export function showRanks(map: MapView, layerId: string, ranked: readonly RankedSite[] | null): void {
  const source = sourceId(layerId), label = `${source}/label`;
  if (!map.getSource(source) || !map.getLayer(label)) return;
  if (!ranked) {
    map.removeFeatureState({ source });
    map.setFilter(label, ['<=', ['get', 'label'], RANKS_WRITTEN]);
    map.setLayoutProperty(label, 'text-field', ['to-string', ['get', 'label']]);
    map.setLayoutProperty(label, 'symbol-sort-key', ['get', 'label']);
    return;
  }
  for (const { id, rank } of ranked) map.setFeatureState({ source, id }, { rank });
  const best = ranked.filter(({ rank }) => rank <= RANKS_WRITTEN);
  const rankOf = ['match', ['get', '_id'], ...best.flatMap(({ id, rank }) => [id, rank]), 999] as unknown as ExpressionSpecification;
  map.setFilter(label, ['in', ['get', '_id'], ['literal', best.map(({ id }) => id)]] as FilterSpecification);
  map.setLayoutProperty(label, 'text-field', ['to-string', rankOf]);
  map.setLayoutProperty(label, 'symbol-sort-key', rankOf);
}
