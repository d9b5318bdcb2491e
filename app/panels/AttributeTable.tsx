import './table.css';
import { FileDown, Search, Sheet, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Layer } from '../../geo/index.ts';
import { exportCsv, exportGeoJson } from '../commands/export-layer.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { showFeatures, zoomToFeatures } from '../map/map-access.ts';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useRanking } from '../state/ranking.ts';
import { select, setView, useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { layerTitle } from './layer-title.ts';
import { triedLayer } from './sites/tried-layer.ts';
import { HeightHandle } from './table/HeightHandle.tsx';
import { tableColumns, tableRows, type Sorting } from './table/columns.ts';
import { TableGrid } from './table/TableGrid.tsx';

const DEFAULT_HEIGHT = 260;

/** The attributes of one layer, linked to the map both ways. */
export default function AttributeTable({ layerId }: { layerId: string }) {
  const layer = useDocument((state) => drawableLayers(state.document).find(({ id }) => id === layerId));
  const [height, setHeight] = useState(DEFAULT_HEIGHT);
  if (!layer) return null;
  return (
    <section className="table" style={{ height }}>
      <HeightHandle height={height} onHeight={setHeight} />
      <LayerTable key={layer.id} layer={layer} />
    </section>
  );
}

function LayerTable({ layer: saved }: { layer: Layer }) {
  const tried = useRanking((state) => (saved.schema === 'candidate-site' ? state.sites : null));
  const layer = useMemo(() => triedLayer(saved, tried), [saved, tried]);
  const { say, sayCode, language } = useWords();
  const selected = useView(({ selection }) => (selection?.layerId === layer.id ? selection.featureId : null));
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const filter = useDeferredValue(text);
  // sayCode is made anew with every render; what it says changes with the language alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const columns = useMemo(() => tableColumns(layer, sayCode), [layer, language]);
  const rows = useMemo(() => tableRows(layer.features, columns, filter, sorting), [layer, columns, filter, sorting]);
  const title = layerTitle(layer, sayCode);
  const all = layer.features.length;
  return (
    <>
      <div className="table-head">
        <h2>{title}</h2>
        {tried && <span className="tag" data-kind="accent">{say('weights.tried')}</span>}
        <span className="muted" role="status">{rows.length === all ? say('table.rows', { n: formatNumber(all) }) : say('table.rowsOf', { n: formatNumber(rows.length), all: formatNumber(all) })}</span>
        <label className="table-filter">
          <Search size={14} aria-hidden="true" />
          <input className="input" type="search" value={text} placeholder={say('table.filter')} aria-label={say('table.filter')} onChange={(event) => setText(event.target.value)} />
        </label>
        <Button size="small" onClick={() => void exportCsv(saved)}><Sheet />{say('table.exportCsv')}</Button>
        <Button size="small" onClick={() => void exportGeoJson(saved)}><FileDown />{say('table.exportGeojson')}</Button>
        <IconButton size="small" label={say('app.close')} onClick={() => setView({ tableLayer: null })}><X /></IconButton>
      </div>
      {rows.length === 0
        ? <p className="table-none muted">{all === 0 ? say('table.empty') : say('table.noMatch', { text: filter })}</p>
        : (
          <TableGrid
            label={`${say('table.title')}：${title}`} columns={columns} rows={rows} selected={selected} sorting={sorting}
            onSort={(key) => setSorting((before) => nextSorting(before, key))}
            onSelect={(feature, zoom) => {
              select({ layerId: layer.id, featureId: feature.id });
              if (zoom) zoomToFeatures([feature]);
              else showFeatures([feature]);
            }}
          />
        )}
    </>
  );
}

/** Up, down, then as the file had it. */
function nextSorting(before: Sorting | null, key: string): Sorting | null {
  if (before?.key !== key) return { key, down: false };
  return before.down ? null : { key, down: true };
}
