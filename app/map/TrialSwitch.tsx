import { X } from 'lucide-react';
import { serviceOf, siteById, tryOut } from '../commands/live.ts';
import { runWords, switchRun } from '../commands/run-analysis.ts';
import { formatWhole } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { useShown } from '../state/scenarios.ts';
import { useLive } from '../state/live.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** Before and after a candidate site, on the map. */
export function TrialSwitch() {
  const { say, sayCode } = useWords();
  const trial = useView((view) => view.trial);
  const shownRun = useView((view) => view.shownRun);
  const document = useShown();
  const runs = document.runs.filter((one) => serviceOf(one) !== null);
  const run = runs.find(({ id }) => id === shownRun);
  const answer = useLive((live) => live.answer);
  if (!trial || !run) return null;
  const before = run.indicators.find(({ key }) => key === 'totalUnmet')?.value ?? 0;
  const unit = sayCode(serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall');
  const fall = trial.shown === 'after' && answer ? before - answer.totalUnmet : null;
  return (
    <div className="map-overlay map-top trial">
      <b>{String(siteById(trial.siteId)?.properties['name'] ?? trial.siteId)}</b>
      {runs.length > 1
        ? <select className="select" aria-label={say('trial.service')} value={run.id} onChange={(event) => switchRun(runs.find(({ id }) => id === event.target.value)!)}>{runs.map((one) => <option key={one.id} value={one.id}>{sayCode(runWords(one))}</option>)}</select>
        : <span className="muted">{sayCode(runWords(run))}</span>}
      <Segmented label={say('trial.label')} value={trial.shown} options={[{ value: 'before', label: say('trial.before') }, { value: 'after', label: say('trial.after') }]} onChange={(shown) => tryOut(run, trial.siteId, shown)} />
      <span className="trial-fall">{fall === null ? say('trial.unmet', { n: formatWhole(before), unit }) : say('trial.fall', { n: formatWhole(fall), unit })}</span>
      <IconButton size="small" label={say('app.close')} onClick={() => tryOut(run, null)}><X /></IconButton>
    </div>
  );
}
