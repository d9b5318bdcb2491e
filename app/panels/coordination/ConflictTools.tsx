import { FileDown, FileText, Sheet } from 'lucide-react';
import { exportConflicts, printAgendas } from '../../commands/coordination.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { ConflictGroup } from '../../state/conflict-filter.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';
import type { Run } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { LevelSelect } from './LevelSelect.tsx';

const GROUPS: readonly ConflictGroup[] = ['department', 'site', 'kind', 'state'];

/** How many there are, how they are grouped, and what can be taken to the meeting. */
export function ConflictTools({ run, shown, all }: { run: Run; shown: number; all: number }) {
  const { say } = useWords();
  const groupBy = useCoordination((state) => state.groupBy);
  return (
    <>
      <div className="coordination-bar">
        <span className="muted" role="status">{say(shown === all ? 'conflicts.count' : 'conflicts.countOf', { n: formatNumber(shown), all: formatNumber(all) })}</span>
        <Menu rows={[
          { key: 'pdf', label: say('conflicts.allPdf'), icon: <FileText />, disabled: all === 0, onSelect: () => void printAgendas(null) },
          { key: 'xlsx', label: say('conflicts.excel'), icon: <Sheet />, disabled: all === 0, onSelect: () => void exportConflicts(run) },
        ]}>
          <Button size="small"><FileDown />{say('app.export')}</Button>
        </Menu>
      </div>
      <div className="conflict-tools">
        <select className="select" aria-label={say('conflicts.groupBy')} value={groupBy} onChange={(event) => setCoordination({ groupBy: event.target.value as ConflictGroup })}>
          {GROUPS.map((by) => <option key={by} value={by}>{say(`conflicts.by.${by}`)}</option>)}
        </select>
        <LevelSelect />
      </div>
    </>
  );
}
