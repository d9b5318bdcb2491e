import { layerTitle } from '../../../geo/index.ts';
import type { Place, Reading } from '../../commands/place-layer.ts';
import { useWords } from '../../i18n/index.ts';
import type { ProjectLayer } from '../../state/document.ts';
import { IssueList } from './IssueList.tsx';
import { Sum } from './Sum.tsx';

interface CheckStepProps {
  reading: Reading;
  /** Layers of the same schema that the project has. */
  there: readonly ProjectLayer[];
  place: Place;
  name: string;
  onPlace: (place: Place) => void;
  onName: (name: string) => void;
}

/** What the rows are worth, and where they go. */
export function CheckStep({ reading, there, place, name, onPlace, onName }: CheckStepProps) {
  const { say, sayCode } = useWords();
  const { counts, issues, layer } = reading;
  return (
    <>
      <Sum total={{ label: say('import.read'), n: counts.read }} parts={[
        { label: say('import.kept'), n: counts.kept - counts.fixed, kind: 'good' }, { label: say('import.fixed'), n: counts.fixed }, { label: say('import.setAside'), n: counts.setAside, kind: counts.setAside > 0 ? 'bad' : undefined },
      ]}
      />
      {counts.kept === 0 && <p className="import-warning">{say('import.nothing')}</p>}
      {counts.kept > 0 && counts.setAside > 0 && <p className="muted">{say('import.asideHint')}</p>}
      <section>
        <h3>{say('import.issues')}</h3>
        <IssueList issues={issues} layer={layer} />
      </section>
      <section className="import-where">
        <h3>{say('import.where')}</h3>
        <div role="radiogroup" aria-label={say('import.where')}>
          {there.map(({ layer: known }) => (
            <Where key={known.id} label={say('import.replace', { name: layerTitle(known, sayCode), n: known.features.length.toLocaleString() })} chosen={place.kind === 'replace' && place.layerId === known.id} onChoose={() => onPlace({ kind: 'replace', layerId: known.id })} />
          ))}
          <Where label={say(there.length > 0 ? 'import.addBeside' : 'import.add')} chosen={place.kind === 'add'} onChoose={() => onPlace({ kind: 'add' })} />
        </div>
        <label className="field import-name">
          <span className="field-label">{say('import.name')}</span>
          <input className="input" value={name} placeholder={sayCode(`schema.${layer.schema}`)} maxLength={60} onChange={(event) => onName(event.target.value)} />
        </label>
      </section>
    </>
  );
}

function Where({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return <label className="check"><input type="radio" name="import-place" checked={chosen} onChange={onChoose} />{label}</label>;
}
