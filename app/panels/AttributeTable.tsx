import './table.css';
import { FileDown, Search, Sheet, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Layer, layerTitle, type PlanFeature } from '../../geo/index.ts';
import { exportCsv, exportGeoJson } from '../commands/export-layer.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { sayField } from '../i18n/say-field.ts';
import { showFeatures, zoomToFeatures } from '../map/map-access.ts';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useShown } from '../state/scenarios.ts';
import { pick, useEditing } from '../state/editing.ts';
import { useRanking } from '../state/ranking.ts';
import { select, setView, useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { hasDepth } from './use-depth.ts';
import { triedLayer } from './sites/tried-layer.ts';
import { HeightHandle } from './table/HeightHandle.tsx';
import { tableColumns, withDepth, type Sorting } from './table/columns.ts';
import { nextRow, pickedAfter, type FindMode } from './table/find-rows.ts';
import { sayRefusal } from './table/say-refusal.ts';
import { SetFieldBar } from './table/SetFieldBar.tsx';
import { TableGrid } from './table/TableGrid.tsx';
import { useFound } from './table/use-found.ts';

const DEFAULT_HEIGHT = 260;
const NONE: readonly string[] = [];
const MODES: readonly FindMode[] = ['contains', 'expression', 'find'];
const PLACEHOLDERS = { contains: 'table.filter', expression: 'table.expression', find: 'table.find' } as const;

/** The attributes of one layer, linked to the map both ways. */
export default function AttributeTable({ layerId }: { layerId: string }) {
  const shown = useShown(), layer = drawableLayers(shown).find(({ id }) => id === layerId);
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
  const [mode, setMode] = useState<FindMode>('contains');
  const isOwn = useDocument((state) => state.document.layers.some((entry) => entry.layer === saved));
  const editing = useEditing((state) => state.layerId === saved.id);
  const ids = useEditing(({ picked }) => (picked.layerId === saved.id ? picked.ids : NONE));
  const picked = useMemo(() => new Set(ids), [ids]);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const filter = useDeferredValue(text);
  // sayCode is made anew with every render; what it says changes with the language alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const columns = useMemo(() => { const own = tableColumns(layer, sayCode, editing); return hasDepth(layer.schema) ? withDepth(own, say('depth.title')) : own; }, [layer, language, editing]);
  const { rows, wrong, busy } = useFound({ layer, columns, mode, text: filter, sorting });
  const choose = (feature: PlanFeature, zoom: boolean, keys: { ctrl: boolean; shift: boolean }) => {
    pick(saved.id, pickedAfter(rows, ids, feature.id, keys));
    select({ layerId: layer.id, featureId: feature.id });
    if (zoom) zoomToFeatures([feature]);
    else showFeatures([feature]);
  };
  const title = layerTitle(layer, sayCode);
  const all = layer.features.length;
  return (
    <>
      <div className="table-head">
        <h2>{title}</h2>
        {tried && <span className="tag" data-kind="accent">{say('weights.tried')}</span>}
        <span className="muted" role="status" aria-busy={busy}>{busy ? say('table.working') : rows.length === all ? say('table.rows', { n: formatNumber(all) }) : say('table.rowsOf', { n: formatNumber(rows.length), all: formatNumber(all) })}</span>
        <label className="table-filter">
          <Search size={14} aria-hidden="true" />
          <input
            className="input" type="search" value={text} placeholder={say(PLACEHOLDERS[mode])} aria-label={say(PLACEHOLDERS[mode])} aria-invalid={wrong !== null} onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const found = mode === 'find' && event.key === 'Enter' && text.trim() !== '' ? nextRow(rows, columns, text, selected) : undefined;
              if (found) { choose(found, false, { ctrl: false, shift: false }); }
            }}
          />
        </label>
        <select className="select table-mode" value={mode} aria-label={say('table.mode')} onChange={(event) => setMode(event.target.value as FindMode)}>
          {MODES.map((one) => <option key={one} value={one}>{say(`table.mode.${one}`)}</option>)}
        </select>
        <Button size="small" onClick={() => void exportCsv(saved)}><Sheet />{say('table.exportCsv')}</Button>
        <Button size="small" onClick={() => void exportGeoJson(saved)}><FileDown />{say('table.exportGeojson')}</Button>
        <IconButton size="small" label={say('app.close')} onClick={() => setView({ tableLayer: null })}><X /></IconButton>
      </div>
      {wrong && <p className="table-wrong" role="alert">{sayRefusal(wrong, wrong.params['field'] === undefined ? '' : sayField(layer.schema, String(wrong.params['field']), sayCode), sayCode)}</p>}
      {/* Also while nothing is picked: if it came with the first click, the second one of a double click would hit another row. */}
      {isOwn && <SetFieldBar layer={saved} ids={ids} />}
      {rows.length === 0
        ? <p className="table-none muted">{all === 0 ? say('table.empty') : say('table.noMatch', { text: filter })}</p>
        : (
          <TableGrid
            label={say('app.labelled', { label: say('table.title'), value: title })} schema={layer.schema} columns={columns} rows={rows} selected={selected} picked={picked} editable={isOwn ? saved.id : null} sorting={sorting}
            onSort={(key) => setSorting((before) => nextSorting(before, key))}
            onSelect={choose}
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
