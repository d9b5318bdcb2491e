import '../panels/results.css';
import '../panels/sites/sites.css';
import { SlidersHorizontal, X } from 'lucide-react';
import { runWords, switchRun } from '../commands/run-analysis.ts';
import { serviceOf } from '../commands/live.ts';
import { formatScore } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { LiveSliders } from '../panels/results/LiveSliders.tsx';
import { useRankedSites } from '../panels/sites/use-ranking.ts';
import { WeightsBox } from '../panels/sites/WeightsBox.tsx';
import type { Run } from '../state/document.ts';
import { setMeeting } from '../state/meeting.ts';
import { useShown } from '../state/scenarios.ts';
import { select, useView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** What the meeting asks: and if the radius were larger, and if cost weighed less? Map, figures and ranks follow at once. */
export default function LiveDrawer() {
  const { say, sayCode } = useWords();
  const { runs } = useShown();
  const shownRun = useView((view) => view.shownRun);
  const services = runs.filter((run) => serviceOf(run) !== null), service = services.find(({ id }) => id === shownRun) ?? services[0];
  const sites = runs.find(({ analysis }) => analysis === 'candidate-sites');
  return (
    <aside className="meeting-card meeting-drawer" aria-label={say('meeting.live')}>
      <div className="meeting-card-head"><h2>{say('meeting.live')}</h2><IconButton label={say('app.close')} autoFocus onClick={() => setMeeting({ drawer: null })}><X /></IconButton></div>
      <div className="drawer-body drawer-live">
        {services.length > 1 && service && <div className="drawer-choice"><Segmented label={say('results.run')} value={service.id} options={services.map((run) => ({ value: run.id, label: sayCode(runWords(run)) }))} onChange={(id) => switchRun(services.find((run) => run.id === id)!)} /></div>}
        {service && <LiveSliders run={service} key={service.id} />}
        {sites && <Weights run={sites} key={sites.id} />}
        {!service && !sites && <Empty icon={<SlidersHorizontal />} title={say('meeting.live.none')} hint={say('meeting.live.noneHint')} />}
      </div>
    </aside>
  );
}

/** How many are read at a glance. */
const FIRST = 5;
function Weights({ run }: { run: Run }) {
  const { say } = useWords();
  const { ranked, weights, isTried } = useRankedSites(run);
  const { id: layerId, features } = run.layers['candidate-sites'];
  const names = new Map(features.map(({ id, properties }) => [id, String(properties['name'] ?? id)]));
  const best = [...ranked].sort((a, b) => a.rank - b.rank).slice(0, FIRST);
  return (
    <>
      <WeightsBox run={run} weights={weights} isTried={isTried} />
      <div className="section-head"><h3>{say('meeting.live.best')}</h3></div>
      <ol className="drawer-best">
        {best.map(({ id, rank, score }) => <li key={id}><button type="button" onClick={() => select({ layerId, featureId: id })}><span className="rank">{rank}</span><b>{names.get(id)}</b><span className="numeric">{formatScore(score)}</span></button></li>)}
      </ol>
    </>
  );
}
