import { useId, useState } from 'react';
import type { Baseline} from '../../../geo/index.ts';
import { DEPARTMENTS, MEASURE_IDS, MEASURE_KINDS, measureOn, UserError, type Measure, type MeasureKind, type PlanFeature } from '../../../geo/index.ts';
import { addMeasure, changeMeasure } from '../../commands/scenarios.ts';
import { useWords } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';
import { currentView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { MeasureFields, type Typed } from './MeasureFields.tsx';
import { TargetField } from './TargetField.tsx';
import { costOf, costText, readFields } from './measure-form.ts';

type NewKind = Exclude<MeasureKind, 'build-site'>;
const NEW_KINDS = MEASURE_IDS.filter((kind): kind is NewKind => kind !== 'build-site');

/** The form of a measure: what it changes and to what (only while it is new), and who, for how much, when. */
export function MeasureDialog({ measure, onClose }: { measure: Measure | null; onClose: () => void }) {
  const { say, sayCode } = useWords();
  const layers = useDocument((state) => state.document.layers);
  const selected = featureOfSelection(layers.map(({ layer }) => layer));
  const [kind, setKind] = useState<NewKind>(() => NEW_KINDS.find((one) => MEASURE_KINDS[one].schema === selected?.schema) ?? 'open-shelter');
  const [target, setTarget] = useState<PlanFeature | null>(selected?.feature ?? null);
  const [typed, setTyped] = useState<Typed>({});
  const [about, setAbout] = useState(() => ({ title: measure?.title ?? '', steward: measure?.steward ?? '', cost: costText(measure?.cost ?? null), phase: measure?.phase ?? null, remarks: measure?.remarks ?? '' }));
  const [wrong, setWrong] = useState<string | null>(null);
  const cost = costOf(about.cost), read = readFields(kind, typed), id = useId();
  const change = (part: Partial<typeof about>) => setAbout((before) => ({ ...before, ...part }));

  const save = () => {
    const { title, steward, phase, remarks } = about;
    const unchanged = measure !== null && about.cost === costText(measure.cost);
    const rest = { steward, cost: unchanged ? measure.cost : cost ?? null, phase, remarks: remarks.trim(), ...(title.trim() === '' ? {} : { title: title.trim() }) };
    try {
      if (measure) changeMeasure(measure.id, rest);
      else if (target) {
        const opening = typed['opening'] ?? 'both';
        const made = measureOn(kind, target, { ...read.set, ...(opening === 'both' ? {} : { opening }) }, { id: '', ...rest });
        addMeasure((free) => ({ ...made, id: free, title: rest.title ?? say('app.labelled', { label: sayCode(`measure.kind.${kind}`), value: made.title }) }));
      }
      onClose();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      setWrong(sayCode(`error.${error.code}`, error.params));
    }
  };
  const ready = cost !== undefined && (measure !== null || (target !== null && read.wrong.length === 0));
  return (
    <DialogFrame title={say(measure ? 'measure.edit' : 'measure.new')} onClose={onClose} onEnter={() => { if (ready) save(); }} foot={<><span className="field-wrong" role="alert">{wrong}</span><Button onClick={onClose}>{say('app.cancel')}</Button><Button kind="primary" disabled={!ready} onClick={save}>{say('measure.save')}</Button></>}>
      <div className="measure-form">
        {!measure && (
          <>
            <label className="field"><span className="field-label">{say('measure.kind')}</span>
              <select className="select" value={kind} onChange={(event) => { setKind(event.target.value as NewKind); setTarget(null); setTyped({}); }}>{NEW_KINDS.map((one) => <option key={one} value={one}>{sayCode(`measure.kind.${one}`)}</option>)}</select>
            </label>
            <TargetField schema={MEASURE_KINDS[kind].schema} value={target} onChange={(feature) => { setTarget(feature); setTyped({}); setWrong(null); }} />
            {target && <MeasureFields kind={kind} target={target} typed={typed} wrong={read.wrong} onChange={(next) => { setTyped(next); setWrong(null); }} />}
          </>
        )}
        <label className="field"><span className="field-label">{say('measure.title')}</span><input className="input" maxLength={80} value={about.title} placeholder={target ? say('app.labelled', { label: sayCode(`measure.kind.${kind}`), value: String(target.properties['name'] ?? target.id) }) : ''} onChange={(event) => change({ title: event.target.value })} /></label>
        <label className="field"><span className="field-label">{say('measure.steward')}</span>
          <select className="select" value={about.steward} onChange={(event) => change({ steward: event.target.value })}><option value="">{say('measure.noSteward')}</option>{DEPARTMENTS.map((code) => <option key={code} value={code}>{sayCode(`department.${code}`)}</option>)}</select>
        </label>
        <div className="field"><label className="field-label" htmlFor={id}>{say('measure.cost')}</label><input id={id} className="input" inputMode="decimal" value={about.cost} aria-invalid={cost === undefined} onChange={(event) => change({ cost: event.target.value })} />{cost === undefined && <span className="field-wrong">{say('measure.costWrong')}</span>}</div>
        <label className="field"><span className="field-label">{say('measure.phase')}</span>
          <select className="select" value={about.phase ?? ''} onChange={(event) => change({ phase: event.target.value === '' ? null : Number(event.target.value) as 1 | 2 | 3 })}><option value="">{say('measure.noPhase')}</option>{[1, 2, 3].map((phase) => <option key={phase} value={phase}>{sayCode(`measure.phase.${phase}`)}</option>)}</select>
        </label>
        <label className="field measure-remarks"><span className="field-label">{say('measure.remarks')}</span><textarea className="input" rows={2} maxLength={500} value={about.remarks} onChange={(event) => change({ remarks: event.target.value })} /></label>
      </div>
    </DialogFrame>
  );
}

/** The feature that is selected on the map, where a measure can be about it. */
function featureOfSelection(layers: Baseline['layers']) {
  const { selection } = currentView();
  const layer = layers.find(({ id }) => id === selection?.layerId);
  const feature = layer?.features.find(({ id }) => id === selection?.featureId);
  return layer && feature && NEW_KINDS.some((kind) => MEASURE_KINDS[kind].schema === layer.schema) ? { schema: layer.schema, feature } : null;
}
