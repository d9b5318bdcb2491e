import { Camera, Play } from 'lucide-react';
import { startMeeting } from '../commands/meeting-run.ts';
import { saveView } from '../commands/meeting-views.ts';
import { useState } from 'react';
import type { Meeting } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { ScenarioSelect } from '../panels/ScenarioSelect.tsx';
import { Button } from '../ui/Button.tsx';
import { AgendaList } from './AgendaList.tsx';
import { enterFullScreen } from './full-screen.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { Record } from './Record.tsx';

/** One meeting before it is held: what is known of it, its agenda, the way into it. */
export function MeetingPage({ meeting }: { meeting: Meeting }) {
  const { say } = useWords();
  const hasScenarios = useDocument(({ document }) => document.scenarios.length > 0);
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
            {hasScenarios && <ScenarioSelect />}
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
