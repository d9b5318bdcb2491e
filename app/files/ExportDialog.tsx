import './export.css';
import { useState } from 'react';
import { FORMAT_IDS, type FormatId, type Layer, layerTitle, planeForLayers, SECRECY_LEVELS, type SecrecyLevel, UserError } from '../../geo/index.ts';
import { attempt } from '../commands/attempt.ts';
import { CRS_OF_FORMAT, exportAs, HAS_ENCODING, type ExportSettings } from '../commands/export-as.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { useLocalGrids } from '../state/local-grids.ts';
import { setView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import type { Exported } from '../workers/export-api.ts';
import { CrsSelect } from './CrsSelect.tsx';
import { keptGrid, KeptGrids, keptIndex, keptValue } from './KeptGrids.tsx';
import { IssueList } from './import/IssueList.tsx';

const close = () => setView({ exporting: null });

/** A layer as a file of any format: in which CRS, in which letters, and up to which level of secrecy. */
export default function ExportDialog({ layer }: { layer: Layer }) {
  const { say, sayCode } = useWords();
  const [settings, change] = useState<ExportSettings>(() => ({ format: 'shapefile', level: 'internal', crs: planeForLayers([layer]).code, encoding: 'utf-8' }));
  const [exported, setExported] = useState<Exported | null>(null);
  const grids = useLocalGrids((known) => known.grids), kept = keptIndex(settings.crs, grids);
  const set = (part: Partial<ExportSettings>) => { change({ ...settings, ...part }); setExported(null); };
  const write = () => attempt(async () => {
    if (CRS_OF_FORMAT[settings.format] === 'metres' && !settings.crs) throw new UserError('dxf.crs', { code: '-' });
    setExported(await exportAs(layer, settings));
  });
  return (
    <DialogFrame
      title={say('export.title', { name: layerTitle(layer, sayCode) })} onClose={close} onEnter={() => void write()}
      foot={<><Button onClick={close}>{say('app.close')}</Button><Button kind="primary" onClick={() => void write()}>{say('export.write')}</Button></>}
    >
      <div className="export">
        <label className="field"><span className="field-label">{say('import.format')}</span>
          <select className="select" value={settings.format} onChange={(event) => set({ format: event.target.value as FormatId })}>
            {FORMAT_IDS.map((id) => <option key={id} value={id}>{say(`import.format.${id}` as WordKey)}</option>)}
          </select>
        </label>
        <label className="field"><span className="field-label">{say('export.level')}</span>
          <select className="select" value={settings.level} onChange={(event) => set({ level: event.target.value as SecrecyLevel })}>
            {SECRECY_LEVELS.map((level) => <option key={level} value={level}>{sayCode(`picture.secrecy.${level}`)}</option>)}
          </select>
        </label>
        {CRS_OF_FORMAT[settings.format] !== 'degrees' && (
          <label className="field"><span className="field-label">{say('import.crs')}</span>
            <CrsSelect value={kept >= 0 ? keptValue(kept) : typeof settings.crs === 'string' ? settings.crs : null} kinds={CRS_OF_FORMAT[settings.format] === 'metres' ? ['projected'] : ['geographic', 'projected']} onChange={(value) => set({ crs: keptGrid(value, grids) ?? value })}>
              <KeptGrids grids={grids} />
            </CrsSelect>
          </label>
        )}
        {HAS_ENCODING.includes(settings.format) && (
          <label className="field"><span className="field-label">{say('import.encoding')}</span>
            <select className="select" value={settings.encoding ?? ''} onChange={(event) => set({ encoding: event.target.value })}>
              <option value="utf-8">UTF-8</option><option value="gb18030">GBK</option>
            </select>
          </label>
        )}
        <p className="muted export-hint">{say(`export.hint.${settings.format}` as WordKey)}</p>
        {exported && <Outcome exported={exported} layer={layer} />}
      </div>
    </DialogFrame>
  );
}

function Outcome({ exported: { files, issues, leftOut }, layer }: { exported: Exported; layer: Layer }) {
  const { say } = useWords();
  return (
    <section className="export-outcome" role="status">
      <p>{say('export.done', { files: files.map(({ name }) => name).join(say('list.comma')) })}</p>
      {leftOut > 0 && <p className="import-away">{say('export.leftOut', { n: leftOut.toLocaleString() })}</p>}
      {issues.length > 0 && <IssueList issues={issues} layer={layer} />}
    </section>
  );
}
