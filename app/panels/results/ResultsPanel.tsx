import { ChartNoAxesColumn, FileDown, RefreshCw, Trash2 } from 'lucide-react';
import { serviceOf } from '../../commands/live.ts';
import { removeRun, runAnalysis, runWords, switchRun } from '../../commands/run-analysis.ts';
import { useWords, type Say } from '../../i18n/index.ts';
import { outOfDate, type Run } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { useLive } from '../../state/live.ts';
import { showPanel, useView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { exportRows } from './export-rows.tsx';
import { AreaList } from './AreaList.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { LiveSliders } from './LiveSliders.tsx';
import '../results.css';

/** What a service analysis found: figures, sliders, shortage areas. */
export default function ResultsPanel() {
  const { say, sayCode } = useWords();
  const document = useShown();
  const shownRun = useView((view) => view.shownRun);
  const runs = document.runs.filter((run) => serviceOf(run) !== null);
  const run = runs.find(({ id }) => id === shownRun) ?? runs.at(-1);
  // Of what is tried only the answer: a slider that moves renders itself.
  const answer = useLive((live) => (live.runId === run?.id ? live.answer : null));
  if (!run) {
    return (
      <Empty icon={<ChartNoAxesColumn />} title={say('results.empty')} hint={say('results.emptyHint')}>
        <Button kind="primary" onClick={() => showPanel('analyses')}>{say('results.toAnalyses')}</Button>
      </Empty>
    );
  }
  return (
    <>
      <div className="panel-head">
        {runs.length > 1
          ? <Segmented label={say('results.run')} value={run.id} options={runs.map((one) => ({ value: one.id, label: sayCode(runWords(one)) }))} onChange={(id) => switchRun(runs.find((one) => one.id === id)!)} />
          : <h2>{sayCode(runWords(run))}</h2>}
        <span className="bar-space" />
        <Menu rows={menuRows(run, say)}><Button size="small"><FileDown />{say('app.export')}</Button></Menu>
      </div>
      {outOfDate(run, document) && <OutOfDate run={run} />}
      <div className="panel-body">
        <KeyFigures run={run} answer={answer} />
        <LiveSliders run={run} key={run.id} />
        <AreaList run={run} answer={answer} />
        <IndicatorTable run={run} />
      </div>
    </>
  );
}

function menuRows(run: Run, say: Say) {
  return [...exportRows(run, say), null, { key: 'remove', label: say('results.remove'), icon: <Trash2 />, kind: 'danger' as const, onSelect: () => removeRun(run.id) }];
}

/** An input has changed since: the results stay, marked, until they are computed again. */
export function OutOfDate({ run }: { run: Run }) {
  const { say } = useWords();
  const { layers } = useShown();
  const again = Object.fromEntries(Object.entries(run.inputs).flatMap(([input, old]) => {
    const now = layers.find(({ layer }) => layer.id === old.id) ?? layers.find(({ layer }) => layer.schema === old.schema);
    return now ? [[input, now.layer]] : [];
  }));
  return (
    <div className="out-of-date" role="status">
      <span>{say('results.outOfDate')}</span>
      <Button size="small" onClick={() => void runAnalysis(run.analysis, again, run.params)}><RefreshCw />{say('results.again')}</Button>
    </div>
  );
}
