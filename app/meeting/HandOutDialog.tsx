import './minutes.css';
import { useState } from 'react';
import { DEPARTMENTS, handOutLayers, layerTitle, SECRECY_LEVELS, type SecrecyLevel } from '../../geo/index.ts';
import { handOutTo } from '../commands/hand-out.ts';
import { useWords } from '../i18n/index.ts';
import { currentDocument, drawableLayers } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** For whom, which layers, up to which level. The table of what departments may see is where it starts. */
export function HandOutDialog({ onClose }: { onClose: () => void }) {
  const { say, sayCode } = useWords();
  const [layers] = useState(() => drawableLayers(currentDocument()));
  const [department, setDepartment] = useState<string>('metro');
  const [ticked, setTicked] = useState<readonly string[]>(() => handOutLayers('metro', layers));
  const [level, setLevel] = useState<SecrecyLevel>('internal');
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
          {layers.map((layer) => (
            <label key={layer.id} className="hand-out-layer"><input type="checkbox" checked={ticked.includes(layer.id)} onChange={(event) => setTicked(event.target.checked ? [...ticked, layer.id] : ticked.filter((one) => one !== layer.id))} />{layerTitle(layer, sayCode)}</label>
          ))}
          {currentDocument().basemaps.map(({ id, name }) => (
            <label key={id} className="hand-out-layer"><input type="checkbox" checked={ticked.includes(id)} onChange={(event) => setTicked(event.target.checked ? [...ticked, id] : ticked.filter((one) => one !== id))} />{say('basemap.named', { name })}</label>
          ))}
        </fieldset>
        <label className="field"><span className="field-label">{say('handOut.level')}</span>
          <select className="select" value={level} onChange={(event) => setLevel(event.target.value as SecrecyLevel)}>{SECRECY_LEVELS.map((one) => <option key={one} value={one}>{sayCode(`choice.secrecy.${one}`)}</option>)}</select>
        </label>
      </div>
    </DialogFrame>
  );
}
