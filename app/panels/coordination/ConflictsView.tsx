import { ShieldAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { reckonConflicts } from '../../commands/coordination.ts';
import { conflictWishes, sitesRun } from '../../commands/coordination-wishes.ts';
import { useWords } from '../../i18n/index.ts';
import { conflictRows } from '../../state/conflict-rows.ts';
import { filterConflicts } from '../../state/conflict-filter.ts';
import { useCoordination } from '../../state/coordination.ts';
import { outOfDate, type Run } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { openForm } from '../../state/forms.ts';
import { useTasks } from '../../state/tasks.ts';
import { showPanel } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { OutOfDate } from '../results/ResultsPanel.tsx';
import { ConflictDetail } from './ConflictDetail.tsx';
import { ConflictFilterBar } from './ConflictFilterBar.tsx';
import { ConflictList } from './ConflictList.tsx';
import { ConflictTools } from './ConflictTools.tsx';
import { GoneList } from './GoneList.tsx';

/** What each site has to do with pipes, metro, heritage, plans: and what the departments say of it. */
export function ConflictsView() {
  const { say } = useWords();
  const run = sitesRun(useShown());
  if (run) return <Conflicts run={run} />;
  return (
    <Empty icon={<ShieldAlert />} title={say('coordination.noSites')} hint={say('coordination.noSitesHint')}>
      <Button kind="primary" onClick={() => { openForm('candidate-sites'); showPanel('analyses'); }}>{say('results.toAnalyses')}</Button>
    </Empty>
  );
}

function Conflicts({ run }: { run: Run }) {
  const { say } = useWords();
  const document = useShown();
  const conflicts = useCoordination((state) => state.conflicts), filter = useCoordination((state) => state.filter), open = useCoordination((state) => state.open);
  const busy = useConflicts(run);
  const of = conflicts?.of === run.layers['candidate-sites'] ? conflicts.rows : null;
  const { rows, gone } = useMemo(() => (of ? conflictRows(of, document.opinions) : { rows: [], gone: [] }), [of, document.opinions]);
  const shown = useMemo(() => filterConflicts(rows, filter), [rows, filter]);
  const strip = outOfDate(run, document) && <OutOfDate run={run} />;
  if (!of) return <>{strip}{busy ? <p className="section-empty" role="status"><span className="spinner" />{say('coordination.reckoning')}</p> : <div className="empty"><Button kind="primary" onClick={() => void reckonConflicts(run)}>{say('coordination.check')}</Button></div>}</>;
  const row = rows.find(({ subject }) => subject === open);
  if (row) return <ConflictDetail key={row.subject} row={row} />;
  return (
    <>
      {strip}
      <ConflictTools run={run} shown={shown.length} all={rows.length} />
      <ConflictFilterBar rows={rows} filter={filter} />
      {rows.length === 0 ? <p className="section-empty">{say('conflicts.none')}</p> : <ConflictList rows={shown} />}
      <GoneList gone={gone} />
    </>
  );
}

/** Finds the conflicts once for the sites, the layers, strata and ground as they are; anew when one of them changes. What was cancelled waits until it is asked for. */
function useConflicts(run: Run): boolean {
  const { layers, strata, grounds } = useShown();
  const busy = useTasks((state) => state.task !== null);
  const asked = useRef<readonly unknown[]>([]);
  useEffect(() => {
    const { inputs } = conflictWishes(run, { layers, strata, grounds });
    const now = [...Object.values(inputs), strata, grounds];
    if (busy || (now.length === asked.current.length && now.every((one, i) => one === asked.current[i]))) return;
    asked.current = now;
    void reckonConflicts(run);
  }, [run, layers, strata, grounds, busy]);
  return busy;
}
