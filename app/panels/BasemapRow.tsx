import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Ellipsis, Eye, EyeOff, Image, Trash2, ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { SECRECY_LEVELS, type Basemap } from '../../geo/index.ts';
import { changeBasemap, moveBasemap, removeBasemap } from '../commands/basemaps.ts';
import { setHidden, setOpacity } from '../commands/layers.ts';
import { crsName } from '../files/crs-name.ts';
import { sayBytes } from '../files/import/field-choice.ts';
import { useWords } from '../i18n/index.ts';
import { zoomToBasemap } from '../map/map-access.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, type MenuRow } from '../ui/Menu.tsx';
import { TextField } from '../ui/TextField.tsx';

/** A basemap in the list of layers: under all of them, with what is said of it. */
export function BasemapRow({ basemap, isTop, isBottom }: { basemap: Basemap; isTop: boolean; isBottom: boolean }) {
  const { say } = useWords();
  const { id, name } = basemap;
  const [open, setOpen] = useState(false);
  const hidden = useView((view) => view.hidden[id] ?? false);
  const rows: (MenuRow | null)[] = [
    { key: 'zoom', label: say('basemap.zoom'), icon: <ZoomIn />, onSelect: () => zoomToBasemap(basemap) },
    null,
    { key: 'up', label: say('layers.up'), icon: <ArrowUp />, disabled: isTop, onSelect: () => moveBasemap(id, 1) },
    { key: 'down', label: say('layers.down'), icon: <ArrowDown />, disabled: isBottom, onSelect: () => moveBasemap(id, -1) },
    null,
    { key: 'remove', label: say('basemap.remove'), icon: <Trash2 />, kind: 'danger', onSelect: () => removeBasemap(id) },
  ];
  return (
    <li className="layer-row" data-hidden={hidden} data-layer={id}>
      <div className="layer-line">
        <IconButton size="small" label={hidden ? say('layers.show') : say('layers.hide')} aria-pressed={!hidden} onClick={() => setHidden(id, !hidden)}>{hidden ? <EyeOff /> : <Eye />}</IconButton>
        <Image className="swatch" aria-hidden />
        <span className="layer-name" title={name} onDoubleClick={() => zoomToBasemap(basemap)}>{name}</span>
        <IconButton size="small" label={say('basemap.about')} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? <ChevronDown /> : <ChevronRight />}</IconButton>
        <Menu rows={rows}><button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={`${say('layers.more')}: ${name}`}><Ellipsis /></button></Menu>
      </div>
      {open && <BasemapDetail basemap={basemap} />}
    </li>
  );
}

function BasemapDetail({ basemap: { id, name, source, secrecy, width, height, size, crs } }: { basemap: Basemap }) {
  const { say, sayCode } = useWords();
  const opacity = useView((view) => view.opacity[id] ?? 1);
  return (
    <div className="layer-detail">
      <label className="field">
        <span className="field-label">{say('layers.opacity')} {Math.round(opacity * 100)}%</span>
        <input className="range" type="range" min={0} max={1} step={0.05} value={opacity} onChange={(event) => setOpacity(id, Number(event.target.value))} />
      </label>
      <TextField label={say('basemap.name')} value={name} fits={(text) => text.trim() !== ''} onChange={(text) => changeBasemap(id, { name: text.trim() })} />
      <TextField label={say('basemap.source')} value={source} hint={say('basemap.sourceHint')} onChange={(text) => changeBasemap(id, { source: text.trim() })} />
      <label className="field">
        <span className="field-label">{say('basemap.secrecy')}</span>
        <select className="select" value={secrecy} onChange={(event) => changeBasemap(id, { secrecy: event.target.value as Basemap['secrecy'] })}>{SECRECY_LEVELS.map((level) => <option key={level} value={level}>{sayCode(`choice.secrecy.${level}`)}</option>)}</select>
      </label>
      <p className="legend-column">{width.toLocaleString()} × {height.toLocaleString()} · {sayBytes(size)}<br />{typeof crs === 'string' ? crsName(crs, sayCode) : crs.name}</p>
    </div>
  );
}
