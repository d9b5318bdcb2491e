import '../panels/results.css';
import './planner.css';
import { ArrowLeft, Presentation, X } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { setMeeting, useShownMeeting } from '../state/meeting.ts';
import { IconButton } from '../ui/Button.tsx';
import { MeetingList } from './MeetingList.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MinutesMenu } from './MinutesMenu.tsx';

/** Meetings are prepared beside the map, since their agenda is made of what it shows. */
export default function MeetingPlanner() {
  const { say } = useWords();
  const meeting = useShownMeeting();
  return (
    <aside className="side" aria-label={say('meeting.list')}>
      <div className="panel-head planner-head">
        {meeting ? <IconButton size="small" label={say('meeting.back')} onClick={() => setMeeting({ meetingId: null, viewId: null })}><ArrowLeft /></IconButton> : <Presentation size={16} aria-hidden="true" />}
        <h2>{meeting ? meeting.title : say('meeting.list')}</h2>
        {meeting && <MinutesMenu meeting={meeting} />}
        <IconButton size="small" label={say('app.close')} onClick={() => setMeeting({ planning: false })}><X /></IconButton>
      </div>
      {meeting ? <MeetingPage meeting={meeting} key={meeting.id} /> : <MeetingList />}
    </aside>
  );
}
