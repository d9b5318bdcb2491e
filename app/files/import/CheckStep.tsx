import type { Issue, Layer } from '../../../geo/index.ts';
import type { Place, Reading } from '../../commands/place-layer.ts';
import { useWords } from '../../i18n/index.ts';
import { sayIssue } from '../../i18n/say-issue.ts';
import { layerTitle } from '../../panels/layer-title.ts';
import type { ProjectLayer } from '../../state/document.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';

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
      <Counts counts={counts} />
      {counts.kept === 0 && <p className="import-warning">{say('import.nothing')}</p>}
      {counts.kept > 0 && counts.setAside > 0 && <p className="muted">{say('import.asideHint')}</p>}
      <section>
        <h3>{say('import.issues')}</h3>
        {issues.length === 0 ? <p className="import-clean">{say('import.clean')}</p> : <IssueList issues={issues} layer={layer} />}
      </section>
      <section className="import-where">
        <h3>{say('import.where')}</h3>
        <div role="radiogroup" aria-label={say('import.where')}>
          {there.map(({ layer: known }) => (
            <Where key={known.id} label={say('import.replace', { name: layerTitle(known, sayCode), n: known.features.length })} chosen={place.kind === 'replace' && place.layerId === known.id} onChoose={() => onPlace({ kind: 'replace', layerId: known.id })} />
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

/** read = kept + set aside, written as the sum that it is. */
function Counts({ counts }: { counts: ProjectLayer['counts'] }) {
  const { say } = useWords();
  return (
    <dl className="import-counts">
      <div><dd>{counts.read.toLocaleString()}</dd><dt>{say('import.read')}</dt></div>
      <span aria-hidden="true">=</span>
      <div data-kind="good"><dd>{counts.kept.toLocaleString()}</dd><dt>{say('import.kept')}</dt></div>
      <span aria-hidden="true">+</span>
      <div data-kind={counts.setAside > 0 ? 'bad' : undefined}><dd>{counts.setAside.toLocaleString()}</dd><dt>{say('import.setAside')}</dt></div>
      {counts.fixed > 0 && <div className="import-fixed"><dd>{counts.fixed.toLocaleString()}</dd><dt>{say('import.fixed')}</dt></div>}
    </dl>
  );
}

const RANK = { error: 0, warning: 1, info: 2 };
function IssueList({ issues, layer }: { issues: readonly Issue[]; layer: Layer }) {
  const { sayCode } = useWords();
  const sorted = [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul className="import-issues">
      {sorted.map((issue, i) => <li key={i}><SeverityIcon severity={issue.severity} />{sayIssue(issue, layer, sayCode)}</li>)}
    </ul>
  );
}
