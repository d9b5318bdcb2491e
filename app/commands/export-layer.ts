import { type Layer, layerTitle, unitOfResult } from '../../geo/index.ts';
import { writeCsv, writeGeoJson } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { triedLayer } from '../panels/sites/tried-layer.ts';
import { currentDocument } from '../state/document.ts';
import { useRanking } from '../state/ranking.ts';
import { notify } from '../state/tasks.ts';
import { attempt } from './attempt.ts';

/** Named as the layer is on the page, the run included: a second period must not overwrite the first. */
const fileName = (layer: Layer, ending: string, mark = '') => `${layerTitle(layer, sayNow).replace(' · ', '-')}${mark}.${ending}`;
/** The sites as ranked by weights that are being tried and were not saved; null while there are none. */
const tried = (layer: Layer) => (layer.schema === 'candidate-site' ? useRanking.getState().sites : null);

/** The same bytes as the command line writes for this layer; weights that are only tried are not in them, and it says so. */
export function exportGeoJson(layer: Layer): Promise<void> {
  return attempt(() => {
    download(fileName(layer, 'geojson'), 'application/geo+json', writeGeoJson({ ...layer, id: layer.name || layer.id }));
    if (tried(layer)) notify('info', 'weights.savedInFile');
  });
}
/** For people: what the table shows, tried weights included, which the file's name then says. */
export function exportCsv(layer: Layer): Promise<void> {
  return attempt(() => {
    const sites = tried(layer);
    const text = writeCsv(triedLayer(layer, sites), currentLanguage(), unitOfResult(layer));
    download(fileName(layer, 'csv', sites ? sayNow('weights.triedMark') : ''), 'text/csv;charset=utf-8', text);
  });
}

/** What was not taken in, whole as it was delivered, for whoever has to mend it. */
export function exportSetAside(layerId: string): Promise<void> {
  return attempt(() => {
    const entry = currentDocument().layers.find(({ layer }) => layer.id === layerId);
    if (!entry) return;
    const text = JSON.stringify({ type: 'FeatureCollection', features: entry.setAside }, null, 1);
    download(fileName(entry.layer, 'geojson', '.set-aside'), 'application/geo+json', text);
  });
}
