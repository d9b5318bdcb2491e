import { CalendarRange, ChartGantt, FileDown, ListPlus, RotateCcw } from 'lucide-react';
import { WINDOW_ENDINGS, type Window } from '../../../geo/index.ts';
import { exportWindows } from '../../commands/coordination.ts';
import { roadLayers, sitesRun } from '../../commands/coordination-wishes.ts';
import { triedToMeasures } from '../../commands/tried-dates.ts';
import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';
import { useShown } from '../../state/scenarios.ts';
import { useForms } from '../../state/forms.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ParamField } from '../analyses/ParamField.tsx';
import { ParamGroup } from '../analyses/ParamGroup.tsx';
import { LevelSelect } from './LevelSelect.tsx';
import { useTimes, useWindows } from './use-windows.ts';
import { WindowFilter } from './WindowFilter.tsx';
import { WindowList } from './WindowList.tsx';

/** Until when each road project and site can be joined, the most urgent first. */
export function WindowsView() {
  const { say } = useWords();
  useWindows();
  const shown = useShown(), there = roadLayers(shown).length > 0 || sitesRun(shown) !== undefined;
  const windows = useCoordination((state) => state.windows);
  if (!there) return <Empty icon={<CalendarRange />} title={say('coordination.noRoads')} hint={say('coordination.noRoadsHint')} />;
  return (
    <>
      <Times />
      {windows === null ? <p className="section-empty" role="status"><span className="spinner" />{say('coordination.reckoning')}</p> : <Windows windows={windows} />}
    </>
  );
}

/** The date to reckon from, always in sight; lead times and locks with their sources below it. */
function Times() {
  const row = useForms((forms) => forms.analyses.find(({ id }) => id === 'candidate-sites'));
  const changed = useForms((forms) => forms.changed['candidate-sites']);
  const times = useTimes();
  if (!row || !times) return null;
  const params = { ...times.params, date: times.date }, defs = row.params.filter(({ group }) => group === 'time');
  return (
    <div className="window-times">
      <div className="group-body">{defs.filter(({ key }) => key === 'date').map((def) => <ParamField key={def.key} analysis={row.id} def={def} value={params.date} isChanged={changed?.['date'] !== undefined} />)}</div>
      <ParamGroup analysis={row.id} group="time" defs={defs.filter(({ key }) => key !== 'date')} params={params} changed={changed} open={false} />
    </div>
  );
}

function Windows({ windows }: { windows: readonly Window[] }) {
  const { say } = useWords();
  const whatIf = useCoordination((state) => state.tried), tried = Object.keys(whatIf).length;
  const timeline = useCoordination((state) => state.timeline);
  const kind = useCoordination((state) => state.kind);
  const count = (phase: Window['phase']) => windows.filter((row) => row.phase === phase && (kind === '' || row.kind === kind)).length;
  return (
    <>
      <div className="coordination-bar">
        <span className="muted" role="status">{say('windows.counts', { open: count('window'), missed: count('missed'), locked: count('locked') })}</span>
        <Button size="small" aria-pressed={timeline} onClick={() => setCoordination({ timeline: !timeline })}><ChartGantt />{say('coordination.timeline')}</Button>
        <Menu rows={WINDOW_ENDINGS.map((ending) => ({ key: ending, label: say(`windows.export.${ending}`), icon: <FileDown />, onSelect: () => void exportWindows(ending) }))}>
          <Button size="small"><FileDown />{say('app.export')}</Button>
        </Menu>
      </div>
      <div className="window-filter"><WindowFilter /><LevelSelect /></div>
      {tried > 0 && <div className="coordination-bar window-tried"><span className="tag" data-kind="accent">{say('windows.tried')}</span><Button size="small" onClick={() => triedToMeasures(whatIf)}><ListPlus />{say('windows.toMeasures', { n: tried })}</Button><Button size="small" onClick={() => setCoordination({ tried: {} })}><RotateCcw />{say('windows.resetAll', { n: tried })}</Button></div>}
      <WindowList windows={windows} />
    </>
  );
}
