import { Camera, Play } from 'lucide-react';
import { lookAt } from '../commands/scenarios.ts';
import { startMeeting } from '../commands/meeting-run.ts';
import { saveView } from '../commands/meeting-views.ts';
import { useState } from 'react';
import type { Meeting } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { AgendaList } from './AgendaList.tsx';
import { enterFullScreen } from './full-screen.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { Record } from './Record.tsx';

/** One meeting before it is held: what is known of it, its agenda, the way into it. */
export function MeetingPage({ meeting }: { meeting: Meeting }) {
  const { say } = useWords();
  // Open for a meeting that nobody has written anything of, and closed by hand only.
  const [isNew] = useState(meeting.views.length === 0 && meeting.attendees.length === 0);
  return (
    <>
      <div className="panel-body">
        <details className="planner-about" open={isNew}>
          <summary><b>{say('meeting.about')}</b><span className="muted">{[meeting.date, meeting.place].filter(Boolean).join(' · ')}</span></summary>
          <MeetingForm meeting={meeting} />
        </details>
        <section aria-label={say('meeting.agenda')}>
          <div className="section-head planner-section"><h3>{say('meeting.agenda')}</h3>{meeting.views.length > 0 && <span className="count">{meeting.views.length}</span>}</div>
          <AgendaList meeting={meeting} />
          <div className="planner-take">
            <ScenarioChoice />
            <Button kind={meeting.views.length === 0 ? 'primary' : undefined} title={say('meeting.saveViewHint')} onClick={() => saveView(meeting.id)}><Camera />{say('meeting.saveView')}</Button>
          </div>
        </section>
        {meeting.decisions.length + meeting.actions.length > 0 && <section className="planner-record"><Record meeting={meeting} /></section>}
      </div>
      <div className="planner-foot">
        <Button kind="primary" onClick={() => { startMeeting(meeting.id); enterFullScreen(); }}><Play />{say('meeting.start')}</Button>
        <p className="muted">{say('meeting.startHint')}</p>
      </div>
    </>
  );
}

/** What the next view shows, where there are scenarios. */
function ScenarioChoice() {
  const { say } = useWords();
  const scenarios = useDocument(({ document }) => document.scenarios);
  const shown = useView((view) => view.scenario);
  if (scenarios.length === 0) return null;
  return (
    <select className="select" aria-label={say('scenario.choose')} value={shown ?? ''} onChange={(event) => lookAt(event.target.value || null)}>
      <option value="">{say('scenario.baseline')}</option>
      {scenarios.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </select>
  );
}
