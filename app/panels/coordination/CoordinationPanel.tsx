import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { ConflictsView } from './ConflictsView.tsx';
import { WindowsView } from './WindowsView.tsx';
import '../results.css';
import './coordination.css';

/** What the departments meet for: until when works can be joined, and who has to say what on which site. */
export default function CoordinationPanel() {
  const { say } = useWords();
  const view = useCoordination((state) => state.view);
  return (
    <div className="coordination">
      <div className="coordination-head">
        <Segmented
          label={say('coordination.view')} value={view} onChange={(next) => setCoordination({ view: next })}
          options={[{ value: 'windows', label: say('coordination.windows') }, { value: 'conflicts', label: say('coordination.conflicts') }]}
        />
      </div>
      {view === 'windows' ? <WindowsView /> : <ConflictsView />}
    </div>
  );
}
