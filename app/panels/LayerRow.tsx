import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Ellipsis, Eye, EyeOff, FileDown, FileOutput, Pencil, Sheet, Table2, Trash2, ZoomIn } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { type Layer, layerTitle, layerWords } from '../../geo/index.ts';
import { attempt } from '../commands/attempt.ts';
import { moveLayer, removeLayer, setHidden } from '../commands/layers.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { isHidden, opacityOf } from '../map/layer-order.ts';
import { zoomToLayer } from '../map/map-access.ts';
import { shownSymbology } from '../map/style-layers.ts';
import { useDocument } from '../state/document.ts';
import { setView, useView } from '../state/view.ts';
import { geometryTypeOf } from '../workers/packed-feature.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, type MenuRow } from '../ui/Menu.tsx';
import { LayerDetail } from './LayerDetail.tsx';
import { Swatch } from './Swatch.tsx';

/** Not on the first screen, so not in the first download. */
const editing = () => import('../commands/edit.ts');
const exporting = () => import('../commands/export-layer.ts');

const POINTS: ReadonlySet<string> = new Set(['Point', 'MultiPoint']);

interface LayerRowProps {
  layer: Layer;
  isTop: boolean;
  isBottom: boolean;
}
/** Kept while nothing of it changes: each step of the document draws the list anew. */
export const LayerRow = memo(function LayerRow({ layer, isTop, isBottom }: LayerRowProps) {
  const { say, sayCode } = useWords();
  const [open, setOpen] = useState(false);
  const isPoints = useMemo(() => layer.features.length > 0 && layer.features.every((feature) => POINTS.has(geometryTypeOf(feature))), [layer.features]);
  const hidden = useView((view) => isHidden(layer, view.hidden));
  const colourBy = useView((view) => view.colourBy[layer.id]);
  const opacity = useView((view) => opacityOf(layer, view.opacity));
  const setAside = useDocument((state) => state.document.layers.find((entry) => entry.layer.id === layer.id)?.setAside.length ?? 0);
  const isOwn = useDocument((state) => state.document.layers.some((entry) => entry.layer.id === layer.id));
  const title = layerTitle(layer, sayCode), words = layerWords(layer, sayCode);
  const rows: (MenuRow | null)[] = [
    { key: 'zoom', label: say('layers.zoom'), icon: <ZoomIn />, onSelect: () => zoomToLayer(layer) },
    { key: 'table', label: say('layers.table'), icon: <Table2 />, onSelect: () => setView({ tableLayer: layer.id }) },
    ...(isOwn ? [{ key: 'edit', label: say('edit.start'), icon: <Pencil />, onSelect: () => void attempt(async () => (await editing()).startEditing(layer.id)) }] : []),
    null,
    { key: 'up', label: say('layers.up'), icon: <ArrowUp />, disabled: isTop, onSelect: () => moveLayer(layer.id, -1) },
    { key: 'down', label: say('layers.down'), icon: <ArrowDown />, disabled: isBottom, onSelect: () => moveLayer(layer.id, 1) },
    null,
    { key: 'geojson', label: say('layers.exportGeojson'), icon: <FileDown />, onSelect: () => void attempt(async () => (await exporting()).exportGeoJson(layer)) },
    { key: 'csv', label: say('layers.exportCsv'), icon: <Sheet />, onSelect: () => void attempt(async () => (await exporting()).exportCsv(layer)) },
    { key: 'as', label: say('export.as'), icon: <FileOutput />, onSelect: () => setView({ exporting: layer.id }) },
    ...(setAside > 0 ? [{ key: 'aside', label: say('layers.exportSetAside'), icon: <FileDown />, onSelect: () => void attempt(async () => (await exporting()).exportSetAside(layer.id)) }] : []),
    null,
    { key: 'remove', label: say('layers.remove'), icon: <Trash2 />, kind: 'danger' as const, onSelect: () => removeLayer(layer.id) },
  ];
  return (
    <li className="layer-row" data-hidden={hidden} data-layer={layer.id}>
      <div className="layer-line">
        <IconButton size="small" label={`${hidden ? say('layers.show') : say('layers.hide')}: ${title}`} aria-pressed={!hidden} onClick={() => setHidden(layer.id, !hidden)}>{hidden ? <EyeOff /> : <Eye />}</IconButton>
        <Swatch symbology={shownSymbology(layer, colourBy)} opacity={opacity} isPoints={isPoints} />
        <span className="layer-name" title={title} onDoubleClick={() => zoomToLayer(layer)}>{words.name}{words.run && <small>{words.run}</small>}</span>
        {setAside > 0 && <span className="tag" data-kind="confirm">{say('layers.setAside', { n: formatNumber(setAside) })}</span>}
        <span className="layer-count">{formatNumber(layer.features.length)}</span>
        <IconButton size="small" label={`${say('layers.legend')}: ${title}`} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? <ChevronDown /> : <ChevronRight />}</IconButton>
        <Menu rows={rows}><button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={`${say('layers.more')}: ${title}`}><Ellipsis /></button></Menu>
      </div>
      {open && <LayerDetail layer={layer} />}
    </li>
  );
});
