import './minutes.css';
import { useState } from 'react';
import { DEPARTMENTS, handOutLayers, SECRECY_LEVELS, type SecrecyLevel } from '../../geo/index.ts';
import { handOutTo } from '../commands/hand-out.ts';
import { useWords } from '../i18n/index.ts';
import { currentDocument, drawableLayers } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { handOutGroups } from './hand-out-choices.ts';

/** For whom, which layers, up to which level. The table of what departments may see is where it starts. */
export function HandOutDialog({ onClose }: { onClose: () => void }) {
  const { say, sayCode } = useWords();
  const [layers] = useState(() => drawableLayers(currentDocument()));
  const [department, setDepartment] = useState<string>('metro');
  const [ticked, setTicked] = useState<readonly string[]>(() => handOutLayers('metro', layers));
  const [level, setLevel] = useState<SecrecyLevel>('internal');
  const groups = [
    ...handOutGroups(currentDocument(), sayCode).map(({ of, scenario, rows }) => ({ title: of === 'delivered' ? say('layers.inputs') : [say('layers.results'), scenario ?? say('scenario.baseline')].join(' · '), rows })),
    { title: say('basemap.group'), rows: currentDocument().basemaps.map(({ id, name }) => ({ id, title: name })) },
  ].filter(({ rows }) => rows.length > 0);
  const choose = (code: string) => { setDepartment(code); setTicked(handOutLayers(code, layers)); };
  const make = () => { onClose(); void handOutTo(department, ticked, level); };
  return (
    <DialogFrame title={say('handOut.open')} onClose={onClose} onEnter={make} foot={<><Button onClick={onClose}>{say('app.cancel')}</Button><Button kind="primary" onClick={make}>{say('handOut.write')}</Button></>}>
      <div className="minutes-form">
        <p className="muted">{say('handOut.about')}</p>
        <label className="field"><span className="field-label">{say('handOut.department')}</span>
          <select className="select" value={department} onChange={(event) => choose(event.target.value)}>{DEPARTMENTS.map((code) => <option key={code} value={code}>{sayCode(`department.${code}`)}</option>)}</select>
        </label>
        <fieldset className="minutes-sections">
          <legend className="field-label">{say('handOut.layers')}</legend>
          {groups.map(({ title, rows }) => (
            <div key={title} role="group" aria-label={title} className="hand-out-group">
              <span className="hand-out-of">{title}</span>
              {rows.map((row) => <label key={row.id} className="hand-out-layer"><input type="checkbox" checked={ticked.includes(row.id)} onChange={(event) => setTicked(event.target.checked ? [...ticked, row.id] : ticked.filter((one) => one !== row.id))} />{row.title}</label>)}
            </div>
          ))}
        </fieldset>
        <label className="field"><span className="field-label">{say('handOut.level')}</span>
          <select className="select" value={level} onChange={(event) => setLevel(event.target.value as SecrecyLevel)}>{SECRECY_LEVELS.map((one) => <option key={one} value={one}>{sayCode(`choice.secrecy.${one}`)}</option>)}</select>
        </label>
      </div>
    </DialogFrame>
  );
}
