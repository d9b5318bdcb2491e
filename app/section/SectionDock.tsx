import { FileDown, FilePlus2, Pencil, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { chainage, type SheetLayout } from '../../geo/index.ts';
import { closeSection, drawSectionLine, moveAlongRoad, recut } from '../commands/section.ts';
import { addSectionToSheet, addSectionToSheets, exportSection, type SectionEnding } from '../commands/section-files.ts';
import { useWords } from '../i18n/index.ts';
import { HeightHandle } from '../panels/table/HeightHandle.tsx';
import { useDocument } from '../state/document.ts';
import { useLooked } from '../state/scenarios.ts';
import { setSection, useSection } from '../state/section.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu, type MenuRow } from '../ui/Menu.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SectionDrawing } from './SectionDrawing.tsx';
import { EXAGGERATIONS } from './scales.ts';
import { TrialFigures } from './TrialFigures.tsx';
import { useLineOnMap } from './use-line-on-map.ts';
import '../panels/table.css';
import './section.css';

const HEIGHT = 340;
const DIRECTIONS = ['along', 'across'] as const;
const ENDINGS: readonly SectionEnding[] = ['pdf', 'svg', 'dxf'];

/** The section at the foot of the map. */
export default function SectionDock() {
  const { say } = useWords();
  const [height, setHeight] = useState(HEIGHT), [fits, setFits] = useState(1);
  const { drawing, model, laid, exaggeration, zones, source } = useSection();
  const document = useDocument((state) => state.document), { scenario } = useLooked();
  // What was edited lies elsewhere now.
  useEffect(() => { recut(); }, [document.layers, document.measures, document.runs, document.strata, document.grounds, scenario]);
  useLineOnMap();
  return (
    <section className="table section-dock" style={{ height }} aria-label={say('section.panel')}>
      <HeightHandle height={height} onHeight={setHeight} />
      <div className="table-head section-head">
        <h2>{laid?.name ?? say('section.panel')}</h2>
        <Button size="small" aria-pressed={drawing !== null} onClick={drawSectionLine}><Pencil />{say('section.draw')}</Button>
        {source?.kind === 'site' && <Segmented label={say('section.panel')} value={source.direction} options={DIRECTIONS.map((value) => ({ value, label: say(value === 'along' ? 'section.through' : 'section.acrossSite') }))} onChange={(direction) => { setSection({ source: { ...source, direction } }); recut(); }} />}
        {laid?.across && (
          <label className="section-chainage">{say('section.chainage', { at: chainage(laid.across.chainage, 1), length: chainage(laid.across.length, 1) })}
            <input type="range" min={0} max={Math.floor(laid.across.length)} step={1} value={Math.round(source?.kind === 'across' && source.chainage !== null ? source.chainage : laid.across.chainage)} onChange={(event) => moveAlongRoad(Number(event.target.value))} />
          </label>
        )}
        <span className="bar-space" />
        {model && <label className="section-zones"><input type="checkbox" checked={zones} onChange={(event) => setSection({ zones: event.target.checked })} />{say('section.zones')}</label>}
        {model && (
          <label className="section-scale">
            <select className="select" aria-label={say('section.exaggeration')} value={exaggeration ?? ''} onChange={(event) => setSection({ exaggeration: event.target.value === '' ? null : Number(event.target.value) })}>
              <option value="">{say('section.fits', { n: fits })}</option>
              {EXAGGERATIONS.map((n) => <option key={n} value={n}>{say('section.times', { n })}</option>)}
            </select>
          </label>
        )}
        {model && <Menu rows={sheetRows(document.layouts, say('section.newSheet'))}><Button size="small"><FilePlus2 />{say('section.toSheet')}</Button></Menu>}
        {model && <Menu rows={ENDINGS.map((ending) => ({ key: ending, label: ending.toUpperCase(), onSelect: () => void exportSection(ending) }))}><Button size="small"><FileDown />{say('app.export')}</Button></Menu>}
        <IconButton size="small" label={say('app.close')} onClick={closeSection}><X /></IconButton>
      </div>
      <div className="section-body">
        {drawing ? <p className="section-hint">{say('section.drawing')}</p> : !model ? <p className="section-hint">{say('section.loading')}</p> : <SectionDrawing model={model} onFits={setFits} />}
        {model && !drawing && <TrialFigures />}
      </div>
    </section>
  );
}
/** A sheet of its own, or one of the project's. */
const sheetRows = (layouts: readonly SheetLayout[], fresh: string): (MenuRow | null)[] => [
  { key: '', label: fresh, icon: <FilePlus2 />, onSelect: () => void addSectionToSheets() },
  ...(layouts.length > 0 ? [null, ...layouts.map(({ id, name }): MenuRow => ({ key: id, label: name, onSelect: () => void addSectionToSheet(id) }))] : []),
];
