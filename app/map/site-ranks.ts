import type { ExpressionSpecification, FilterSpecification, Map as MapView } from 'maplibre-gl';
import { RANKS_WRITTEN, sourceId } from './style-layers.ts';

/** Writes ranks that were reckoned anew on the map: colour by feature state, numbers on the best sites. Null = as the layer has them. */
export function showRanks(map: MapView, layerId: string, ranks: ReadonlyMap<string, number> | null): void {
  const source = sourceId(layerId), label = `${source}/label`;
  if (!map.getSource(source) || !map.getLayer(label)) return;
  if (!ranks) {
    map.removeFeatureState({ source });
    map.setFilter(label, ['<=', ['get', 'rank'], RANKS_WRITTEN]);
    map.setLayoutProperty(label, 'text-field', ['to-string', ['get', 'rank']]);
    map.setLayoutProperty(label, 'symbol-sort-key', ['get', 'rank']);
    return;
  }
  for (const [id, rank] of ranks) map.setFeatureState({ source, id }, { rank });
  const best = [...ranks].filter(([, rank]) => rank <= RANKS_WRITTEN);
  const rankOf = ['match', ['get', '_id'], ...best.flatMap(([id, rank]) => [id, rank]), 999] as unknown as ExpressionSpecification;
  map.setFilter(label, ['in', ['get', '_id'], ['literal', best.map(([id]) => id)]] as FilterSpecification);
  map.setLayoutProperty(label, 'text-field', ['to-string', rankOf]);
  map.setLayoutProperty(label, 'symbol-sort-key', rankOf);
}
