import { MapPinned, Trash2 } from 'lucide-react';
import { baselineId, BASEMAP_DPI, layerTitle, type MapFrame, type PaperBox, SCALES, SECTION_SCALES, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { changeElement, removeElements } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { chooseElement, setComposer, useComposer } from '../state/composer.ts';
import { useDocument } from '../state/document.ts';
import { drawableIn } from '../state/scenarios.ts';
import { Button } from '../ui/Button.tsx';
import { AddElement } from './AddElement.tsx';
import { AlignButtons } from './AlignButtons.tsx';
import { isTogether } from './ElementBoxes.tsx';
import { NumberField } from './NumberField.tsx';
import { SectionLineFields } from './SectionLineFields.tsx';
import { TextField } from '../ui/TextField.tsx';
import { windFrequencies } from './wind.ts';

/** What can be changed of the elements at hand. */
export function ElementForm({ sheet }: { sheet: SheetLayout }) {
  const { say } = useWords();
  const { chosen } = useComposer();
  const elements = sheet.elements.filter(({ id }) => chosen.includes(id));
  return (
    <section className="composer-form">
      <div className="composer-head"><h2>{say('sheet.elements')}</h2><AddElement sheet={sheet} /></div>
      <div className="composer-chips">
        {sheet.elements.map(({ id, kind }) => <button key={id} type="button" className="chip" aria-pressed={chosen.includes(id)} onClick={(event) => chooseElement(id, isTogether(event))}>{say(`sheet.kind.${kind}`)}</button>)}
      </div>
      {elements.length === 0 && <p className="muted">{say('sheet.pick')}</p>}
      {elements.length === 1 && <Fields key={elements[0].id} sheet={sheet} element={elements[0]} />}
      {elements.length > 1 && <SeveralFields sheet={sheet} elements={elements} />}
    </section>
  );
}

function SeveralFields({ sheet, elements }: { sheet: SheetLayout; elements: readonly SheetElement[] }) {
  const { say } = useWords();
  return (
    <>
      <h3>{say('sheet.several', { n: elements.length })}</h3>
      <AlignButtons sheet={sheet} elements={elements} />
      <div><Button size="small" kind="danger" onClick={() => removeElements(sheet.id, elements.map(({ id }) => id))}><Trash2 />{say('sheet.removeElements')}</Button></div>
    </>
  );
}

function Fields({ sheet, element }: { sheet: SheetLayout; element: SheetElement }) {
  const { say } = useWords();
  const change = (next: SheetElement) => changeElement(sheet.id, element.id, () => next);
  const place = (part: Partial<PaperBox>) => change({ ...element, box: { ...element.box, ...part } });
  return (
    <>
      {element.kind === 'map' && <><MapFields frame={element} change={change} /><div><Button size="small" onClick={() => setComposer({ open: false, onMap: { sheetId: sheet.id, elementId: element.id } })}><MapPinned />{say('sheet.onMap')}</Button></div></>}
      {element.kind === 'title' && <TextField label={say('sheet.text')} value={element.text} onChange={(text) => change({ ...element, text })} />}
      {element.kind === 'text' && (
        <>
          <TextField label={say('sheet.text')} rows={4} value={element.text} onChange={(text) => change({ ...element, text })} />
          <div className="composer-row composer-two"><NumberField label={say('sheet.size')} value={element.size} least={1} most={100} onChange={(size) => change({ ...element, size })} /></div>
        </>
      )}
      {element.kind === 'section' && (
        <>
          <TextField label={say('sheet.text')} value={element.title} onChange={(title) => change({ ...element, title })} />
          <label className="field"><span className="field-label">{say('sheet.verticalScale')}</span>
            <select className="select" value={element.scale ?? ''} onChange={(event) => change({ ...element, scale: event.target.value === '' ? null : Number(event.target.value) })}>
              <option value="">{say('sheet.scaleFits')}</option>
              {SECTION_SCALES.map((scale) => <option key={scale} value={scale}>1:{scale.toLocaleString('en')}</option>)}
            </select>
          </label>
        </>
      )}
      {element.kind === 'section-line' && <SectionLineFields element={element} change={change} />}
      {element.kind === 'north-arrow' && <TextField label={say('sheet.wind')} value={element.wind?.join(', ') ?? ''} fits={(text) => windFrequencies(text) !== undefined} onChange={(text) => change({ ...element, wind: windFrequencies(text) ?? null })} />}
      <h3>{say('sheet.place')}</h3>
      <div className="composer-row">
        {(['x', 'y', 'width', 'height'] as const).map((key) => <NumberField key={key} label={say(`sheet.${key}`)} value={element.box[key]} least={key === 'x' || key === 'y' ? 0 : 5} most={5000} onChange={(value) => place({ [key]: value })} />)}
      </div>
      <AlignButtons sheet={sheet} elements={[element]} />
      <div><Button size="small" kind="danger" onClick={() => removeElements(sheet.id, [element.id])}><Trash2 />{say('sheet.removeElement')}</Button></div>
    </>
  );
}

function MapFields({ frame, change }: { frame: MapFrame; change: (next: SheetElement) => void }) {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { scenarios } = document, { scenario = null } = frame, layers = drawableIn(document, scenario);
  const { basemaps } = document, ids = [...layers.map(({ id }) => baselineId(id)), ...basemaps.map(({ id }) => id)], shown = new Set(frame.layers ?? ids);
  const toggle = (id: string) => change({ ...frame, layers: ids.filter((other) => (other === id ? !shown.has(id) : shown.has(other))) });
  return (
    <>
      <div className="composer-row composer-two">
        <label className="field"><span className="field-label">{say('sheet.scale')}</span>
          <select className="select" value={frame.scale} onChange={(event) => change({ ...frame, scale: Number(event.target.value) })}>
            {[...new Set([...SCALES, frame.scale])].sort((a, b) => a - b).map((scale) => <option key={scale} value={scale}>1:{scale.toLocaleString('en')}</option>)}
          </select>
        </label>
        <NumberField label={`${say('sheet.rotation')} (°)`} value={frame.rotation} least={-360} most={360} onChange={(rotation) => change({ ...frame, rotation })} />
      </div>
      <div className="composer-row composer-two">
        <label className="check"><input type="checkbox" checked={frame.grid !== null} onChange={(event) => change({ ...frame, grid: event.target.checked ? 0 : null })} />{say('sheet.grid')}</label>
        <label className="check"><input type="checkbox" checked={frame.labels} onChange={(event) => change({ ...frame, labels: event.target.checked })} />{say('sheet.labels')}</label>
      </div>
      {(scenarios.length > 0 || scenario !== null) && (
        <label className="field composer-row"><span className="field-label">{say('sheet.scenario')}</span>
          <select className="select" value={scenario ?? ''} onChange={(event) => change({ ...frame, scenario: event.target.value || null })}>
            <option value="">{say('scenario.baseline')}</option>
            {scenario !== null && !scenarios.some(({ id }) => id === scenario) && <option value={scenario}>{say('sheet.scenarioGone', { scenario })}</option>}
            {scenarios.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
      {basemaps.some(({ id }) => shown.has(id)) && (
        <div className="composer-row composer-two">
          <NumberField label={say('basemap.dpi')} value={frame.basemapDpi ?? BASEMAP_DPI.usual} least={BASEMAP_DPI.least} most={BASEMAP_DPI.most} onChange={(basemapDpi) => change({ ...frame, basemapDpi })} />
          <NumberField label={say('basemap.strength')} value={Math.round((frame.basemapStrength ?? 1) * 100)} least={5} most={100} onChange={(share) => change({ ...frame, basemapStrength: share / 100 })} />
        </div>
      )}
      <p className="muted composer-note">{say('sheet.panHint')}</p>
      <details>
        <summary>{say('sheet.layers')}</summary>
        <ul className="composer-layers">{layers.map((layer) => <li key={layer.id}><label className="check"><input type="checkbox" checked={shown.has(baselineId(layer.id))} onChange={() => toggle(baselineId(layer.id))} />{layerTitle(layer, sayCode)}</label></li>)}{basemaps.map(({ id, name }) => <li key={id}><label className="check"><input type="checkbox" checked={shown.has(id)} onChange={() => toggle(id)} />{say('basemap.named', { name })}</label></li>)}</ul>
      </details>
    </>
  );
}
