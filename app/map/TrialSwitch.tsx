import { X } from 'lucide-react';
import { serviceOf, siteById, tryOut } from '../commands/live.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useLive } from '../state/live.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** Before and after a candidate site, on the map. */
export function TrialSwitch() {
  const { say, sayCode } = useWords();
  const trial = useView((view) => view.trial);
  const shownRun = useView((view) => view.shownRun);
  const run = useDocument((state) => state.document.runs.find(({ id }) => id === shownRun));
  const answer = useLive((live) => live.answer);
  if (!trial || !run) return null;
  const before = run.indicators.find(({ key }) => key === 'totalUnmet')?.value ?? 0;
  const unit = sayCode(serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall');
  const fall = trial.shown === 'after' && answer ? before - answer.totalUnmet : null;
  return (
    <div className="map-overlay map-top trial">
      <b>{String(siteById(trial.siteId)?.properties['name'] ?? trial.siteId)}</b>
      <Segmented label={say('trial.label')} value={trial.shown} options={[{ value: 'before', label: say('trial.before') }, { value: 'after', label: say('trial.after') }]} onChange={(shown) => tryOut(run, trial.siteId, shown)} />
      <span className="trial-fall">{fall === null ? say('trial.unmet', { n: formatNumber(before), unit }) : say('trial.fall', { n: formatNumber(fall), unit })}</span>
      <IconButton size="small" label={say('app.close')} onClick={() => tryOut(run, null)}><X /></IconButton>
    </div>
  );
}
