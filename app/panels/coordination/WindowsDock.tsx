import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination, type TimeSpan } from '../../state/coordination.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { HeightHandle } from '../table/HeightHandle.tsx';
import { Timeline } from './Timeline.tsx';
import { useTimes } from './use-windows.ts';
import '../table.css';
import './coordination.css';

const DEFAULT_HEIGHT = 300;
const SPANS: readonly TimeSpan[] = ['near', 'middle', 'all'];

/** The windows over time, at the foot of the map where there is room for years. */
export default function WindowsDock() {
  const { say } = useWords();
  const [height, setHeight] = useState(DEFAULT_HEIGHT);
  const span = useCoordination((state) => state.span);
  const windows = useCoordination((state) => state.windows);
  const times = useTimes();
  if (!windows || windows.length === 0 || !times) return null;
  return (
    <section className="table timeline-dock" style={{ height }} aria-label={say('coordination.timeline')}>
      <HeightHandle height={height} onHeight={setHeight} />
      <div className="table-head">
        <h2>{say('coordination.timeline')}</h2>
        <Hint side="top" text={say('windows.hint')}><span className="tag time-help" tabIndex={0} role="note" aria-label={say('windows.hint')}>?</span></Hint>
        <Signs />
        <Segmented label={say('windows.span')} value={span} options={SPANS.map((value) => ({ value, label: say(`windows.span.${value}`) }))} onChange={(next) => setCoordination({ span: next })} />
        <IconButton size="small" label={say('app.close')} onClick={() => setCoordination({ timeline: false })}><X /></IconButton>
      </div>
      <Timeline windows={windows} date={times.date} />
    </section>
  );
}

const SIGNS = ['lead', 'design', 'works', 'lock'] as const;
/** What the bars mean. */
function Signs() {
  const { say } = useWords();
  return (
    <ul className="time-signs">
      <li><span className="time-sign time-deadline" data-phase="window" aria-hidden="true" />{say('windows.deadline')}</li>
      {SIGNS.map((sign) => <li key={sign}><span className="time-sign time-bar" data-bar={sign} aria-hidden="true" />{say(`windows.${sign}`)}</li>)}
    </ul>
  );
}
