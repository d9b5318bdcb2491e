import './edit.css';
import { Check, Circle, Combine, MousePointer2, Move, Pentagon, PenLine, RulerDimensionLine, Scissors, Spline, SquareDashedMousePointer, Trash2, Waypoints } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { type GeometryKind, layerTitle, measureShape, planeFor, schemaOf } from '../../../geo/index.ts';
import { bufferInto, deleteIn, editShapes } from '../../commands/edit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';
import { setTool, stopEditing, useEditing, type Tool } from '../../state/editing.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { whenThere } from '../map-access.ts';
import { Editor } from './editor.ts';

const KIND_ICONS: Record<GeometryKind, ReactNode> = { point: <Circle />, line: <PenLine />, polygon: <Pentagon /> };
const TOOLS: readonly { tool: Tool; icon: ReactNode }[] = [{ tool: 'vertices', icon: <Waypoints /> }, { tool: 'move', icon: <Move /> }, { tool: 'split', icon: <Scissors /> }];
const MEASURES: readonly { tool: Tool; icon: ReactNode }[] = [{ tool: 'measure-length', icon: <RulerDimensionLine /> }, { tool: 'measure-area', icon: <Spline /> }];

/** The tools for the layer that is edited, with what they need and say. */
export default function EditToolbar() {
  const { say, sayCode } = useWords();
  const { layerId, tool, kind, picked, busy } = useEditing();
  const layer = useDocument((state) => state.document.layers.find((entry) => entry.layer.id === layerId)?.layer);
  useEffect(() => {
    let editor: Editor | null = null, ended = false;
    whenThere((map) => {
      const begin = () => { if (!ended) editor = new Editor(map); };
      if (map.loaded() || map.isStyleLoaded()) begin();
      else map.once('load', begin);
    });
    return () => { ended = true; editor?.end(); };
  }, []);
  if (!layer) return null;
  const chosen = picked.layerId === layer.id ? picked.ids : [];
  const toolButton = (one: Tool, icon: ReactNode, key: WordKey, geometry?: GeometryKind) => (
    <IconButton key={key} size="small" label={say(key)} aria-pressed={tool === one && (!geometry || kind === geometry)} onClick={() => setTool(one, geometry)}>{icon}</IconButton>
  );
  return (
    <section className="map-overlay edit-bar" aria-label={say('edit.toolbar')}>
      <div className="edit-tools" role="toolbar">
        <b title={layerTitle(layer, sayCode)}>{layerTitle(layer, sayCode)}</b>
        {toolButton('select', <MousePointer2 />, 'edit.select')}
        {schemaOf(layer.schema).geometry.map((one) => toolButton('draw', KIND_ICONS[one], `edit.draw.${one}`, one))}
        <i className="edit-line" />
        {TOOLS.map(({ tool: one, icon }) => toolButton(one, icon, `edit.${one}` as WordKey))}
        <IconButton size="small" label={say('edit.merge')} disabled={chosen.length < 2 || busy} onClick={() => void editShapes(layer.id, chosen, { kind: 'merge' })}><Combine /></IconButton>
        {toolButton('buffer', <SquareDashedMousePointer />, 'edit.buffer')}
        <IconButton size="small" label={say('edit.delete')} disabled={chosen.length === 0 || busy} onClick={() => void deleteIn(layer.id, chosen)}><Trash2 /></IconButton>
        <i className="edit-line" />
        {MEASURES.map(({ tool: one, icon }) => toolButton(one, icon, `edit.${one}` as WordKey))}
        <span className="tag">{say('edit.picked', { n: formatNumber(chosen.length) })}</span>
        <Button size="small" kind="primary" onClick={stopEditing}><Check />{say('edit.stop')}</Button>
      </div>
      {tool === 'buffer' && <BufferForm layerId={layer.id} ids={chosen} />}
      <EditStatus />
    </section>
  );
}

function BufferForm({ layerId, ids }: { layerId: string; ids: readonly string[] }) {
  const { say } = useWords();
  const [distance, setDistance] = useState('50');
  return (
    <form className="edit-form" onSubmit={(event) => { event.preventDefault(); void bufferInto(layerId, ids, Number(distance)); }}>
      <label>{say('edit.distance')} <input className="input" inputMode="decimal" value={distance} onChange={(event) => setDistance(event.target.value)} /></label>
      <button type="submit" className="button" data-size="small" disabled={ids.length === 0}>{say('edit.apply')}</button>
    </form>
  );
}

const HINTS: Record<Tool, WordKey> = {
  select: 'edit.hint.select', draw: 'edit.hint.draw', vertices: 'edit.hint.vertices', move: 'edit.hint.move', split: 'edit.hint.split', buffer: 'edit.hint.select', 'measure-length': 'edit.hint.draw', 'measure-area': 'edit.hint.draw',
};
/** What to do next, what the sketch measures, and where the pointer is: in the planning CRS and in degrees. */
function EditStatus() {
  const { say } = useWords();
  const { tool, kind, sketch, pointer, busy } = useEditing();
  const ground = tool === 'measure-area' || (tool === 'draw' && kind === 'polygon');
  const line = sketch.length > 0 && pointer ? [...sketch, pointer.at] : sketch;
  const shape = line.length < 2 ? null : ground && line.length > 2 ? measureShape({ type: 'Polygon', coordinates: [[...line, line[0]]] }) : measureShape({ type: 'LineString', coordinates: [...line] });
  return (
    <div className="edit-status">
      <div>
        {busy ? say('edit.hint.busy') : say(tool === 'draw' && kind === 'point' ? 'edit.hint.point' : HINTS[tool])}
        {pointer?.snapped && <b className="edit-snapped"> {say(`edit.snapped.${pointer.snapped}`)}</b>}
      </div>
      {shape && <div className="edit-figures" role="status">{say('edit.length', { m: shape.length.toFixed(2) })}{shape.area !== null && `　${say('edit.area', { m2: shape.area.toFixed(1), e: shape.ellipsoidalArea!.toFixed(1) })}`}</div>}
      {pointer && <div className="muted">{sayPlace(pointer.at, say)}</div>}
    </div>
  );
}
function sayPlace([lon, lat]: [number, number], say: ReturnType<typeof useWords>['say']): string {
  if (Math.abs(lat) > 80) return '';
  const plane = planeFor(lon, lat);
  const [x, y] = plane.forward(lon, lat);
  return say('edit.place', { crs: plane.name, x: x.toFixed(2), y: y.toFixed(2), lon: lon.toFixed(7), lat: lat.toFixed(7) });
}
