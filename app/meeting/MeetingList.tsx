import { Copy, Ellipsis, Pencil, Plus, Presentation, Trash2 } from 'lucide-react';
import { addMeeting, copyMeeting, removeMeeting } from '../commands/meetings.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { setMeeting } from '../state/meeting.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Sharing } from './Sharing.tsx';

/** The meetings of the project, the latest first. */
export function MeetingList() {
  const { say } = useWords();
  const meetings = useDocument(({ document }) => document.meetings);
  const open = (meetingId: string) => setMeeting({ meetingId, viewId: null });
  if (meetings.length === 0) {
    return <Empty icon={<Presentation />} title={say('meeting.none')} hint={say('meeting.noneHint')}><Button kind="primary" onClick={addMeeting}><Plus />{say('meeting.new')}</Button></Empty>;
  }
  const latest = [...meetings].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return (
    <div className="panel-body">
      <ul className="planner-list">
        {latest.map(({ id, title, date, place, views, decisions, actions }) => (
          <li key={id} className="planner-row">
            <button type="button" className="planner-open" onClick={() => open(id)}>
              <b>{title}</b>
              <span className="muted">{[date, place].filter(Boolean).join(' · ')}</span>
              <span className="muted">{say('meeting.counts', { views: views.length, decisions: decisions.length, actions: actions.filter(({ done }) => !done).length })}</span>
            </button>
            <Menu rows={[
              { key: 'rename', label: say('meeting.rename'), icon: <Pencil />, onSelect: () => open(id) },
              { key: 'copy', label: say('meeting.copy'), icon: <Copy />, onSelect: () => copyMeeting(id) },
              null,
              { key: 'remove', label: say('meeting.remove'), icon: <Trash2 />, kind: 'danger', onSelect: () => removeMeeting(id) },
            ]}
            >
              <button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={say('meeting.more', { title })}><Ellipsis /></button>
            </Menu>
          </li>
        ))}
      </ul>
      <div className="planner-new"><Button onClick={addMeeting}><Plus />{say('meeting.new')}</Button><Sharing /></div>
    </div>
  );
}
