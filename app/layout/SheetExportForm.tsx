import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { layerTitle, SECRECY_LEVELS, SHEET_ENDINGS, type SecrecyLevel, type SheetEnding, type SheetLayout } from '../../geo/index.ts';
import { GRID, mayTravel, writeSheet, type SheetExport } from '../commands/write-sheet.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { useDocument } from '../state/document.ts';
import { drawableIn } from '../state/scenarios.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from './NumberField.tsx';

/** Layers whose features are worth a sheet each. */
const ATLAS_SCHEMAS = new Set(['candidate-site', 'shortage-area', 'road-project', 'underground-zone', 'shelter', 'drawn-site']);

/** Writes the sheet, or an atlas from it. */
export function SheetExportForm({ sheet }: { sheet: SheetLayout }) {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { level } = useComposer();
  const [wishes, setWishes] = useState<SheetExport>({ ending: 'pdf', over: null, margin: 60, attach: false, split: false, dpi: 300 });
  const set = (part: Partial<SheetExport>) => setWishes({ ...wishes, ...part });
  const secret = useMemo(() => !mayTravel(document, level), [document, level]);
  const layers = drawableIn(document, null).filter(({ schema, features }) => ATLAS_SCHEMAS.has(schema) && features.length > 0);
  return (
    <section className="composer-form">
      <h2>{say('sheet.write')}</h2>
      <div className="composer-row composer-two">
        <label className="field"><span className="field-label">{say('sheet.format')}</span>
          <select className="select" value={wishes.ending} onChange={(event) => set({ ending: event.target.value as SheetEnding })}>{SHEET_ENDINGS.map((ending) => <option key={ending} value={ending}>{say(`sheet.format.${ending}` as WordKey)}</option>)}</select>
        </label>
        <label className="field"><span className="field-label">{say('sheet.atlas')}</span>
          <select className="select" value={wishes.over ?? ''} onChange={(event) => set({ over: event.target.value || null })}>
            <option value="">{say('sheet.atlasNone')}</option>
            <option value={GRID}>{say('sheet.grid.cells')}</option>
            {layers.map((layer) => <option key={layer.id} value={layer.id}>{say('sheet.atlasOver', { layer: layerTitle(layer, sayCode), n: layer.features.length })}</option>)}
          </select>
        </label>
      </div>
      {(wishes.ending === 'png' || wishes.ending === 'tif') && <NumberField label={say('sheet.dpi')} value={wishes.dpi} least={96} most={600} onChange={(dpi) => set({ dpi })} />}
      {wishes.over !== null && wishes.ending === 'pdf' && <label className="check"><input type="checkbox" checked={wishes.split} onChange={(event) => set({ split: event.target.checked })} />{say('sheet.split')}</label>}
      {wishes.over !== null && wishes.over !== GRID && <NumberField label={`${say('sheet.margin')} (m)`} value={wishes.margin} least={0} most={100_000} onChange={(margin) => set({ margin })} />}
      <label className="field"><span className="field-label">{say('sheet.level')}</span>
        <select className="select" value={level} onChange={(event) => setComposer({ level: event.target.value as SecrecyLevel })}>{SECRECY_LEVELS.map((one) => <option key={one} value={one}>{sayCode(`picture.secrecy.${one}`)}</option>)}</select>
      </label>
      {wishes.ending === 'pdf' && (
        <>
          <label className="check"><input type="checkbox" disabled={secret} checked={wishes.attach && !secret} onChange={(event) => set({ attach: event.target.checked })} />{say('sheet.attach')}</label>
          <p className="muted composer-note">{say(secret ? 'sheet.attachSecret' : 'sheet.attachHint')}</p>
        </>
      )}
      <Button kind="primary" onClick={() => void writeSheet(sheet, { ...wishes, attach: wishes.attach && !secret })}><Download />{say('sheet.write')}</Button>
    </section>
  );
}
