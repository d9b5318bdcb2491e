import type { Layer } from '../../geo/index.ts';
import { writeCsv, writeGeoJson } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { currentDocument } from '../state/document.ts';
import { attempt } from './attempt.ts';

const fileName = (layer: Layer, ending: string) => `${layer.name || sayNow(`schema.${layer.schema}`)}.${ending}`;

/** The same bytes as the command line writes for this layer. */
export function exportGeoJson(layer: Layer): Promise<void> {
  return attempt(() => download(fileName(layer, 'geojson'), 'application/geo+json', writeGeoJson({ ...layer, id: layer.name })));
}
export function exportCsv(layer: Layer): Promise<void> {
  return attempt(() => download(fileName(layer, 'csv'), 'text/csv;charset=utf-8', writeCsv(layer, currentLanguage())));
}

/** What was not taken in, whole as it was delivered, for whoever has to mend it. */
export function exportSetAside(layerId: string): Promise<void> {
  return attempt(() => {
    const entry = currentDocument().layers.find(({ layer }) => layer.id === layerId);
    if (!entry) return;
    const text = JSON.stringify({ type: 'FeatureCollection', features: entry.setAside }, null, 1);
    download(`${entry.layer.name}.set-aside.geojson`, 'application/geo+json', text);
  });
}
