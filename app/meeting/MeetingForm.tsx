import { Plus, Trash2 } from 'lucide-react';
import { DEPARTMENTS, type Meeting } from '../../geo/index.ts';
import { changeMeeting } from '../commands/meetings.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { TextField } from '../ui/TextField.tsx';
import { Button, IconButton } from '../ui/Button.tsx';

const TEXTS: readonly { key: 'title' | 'place' | 'chair' | 'number'; label: WordKey }[] = [
  { key: 'title', label: 'meeting.title' }, { key: 'place', label: 'meeting.place' }, { key: 'chair', label: 'meeting.chair' }, { key: 'number', label: 'meeting.number' },
];

/** What stands at the head of the minutes. */
export function MeetingForm({ meeting }: { meeting: Meeting }) {
  const { say } = useWords();
  return (
    <div className="planner-form">
      {TEXTS.map(({ key, label }) => <TextField key={key} label={say(label)} value={meeting[key]} fits={(text) => key !== 'title' || text.trim() !== ''} onChange={(text) => changeMeeting(meeting.id, { [key]: text.trim() })} />)}
      <label className="field"><span className="field-label">{say('meeting.date')}</span><input className="input" type="date" value={meeting.date} onChange={({ target }) => { if (target.value) changeMeeting(meeting.id, { date: target.value }); }} /></label>
      <Attendees meeting={meeting} />
    </div>
  );
}

function Attendees({ meeting: { id, attendees } }: { meeting: Meeting }) {
  const { say, sayCode } = useWords();
  const nameOf = (code: string) => sayCode(`department.${code}`, {}, code);
  const change = (at: number, row: Partial<Meeting['attendees'][number]>) => changeMeeting(id, { attendees: attendees.map((one, i) => (i === at ? { ...one, ...row } : one)) });
  /** A department that the program knows is kept by its code, so that its opinions are found. */
  const codeOf = (name: string) => DEPARTMENTS.find((code) => nameOf(code) === name.trim()) ?? name.trim();
  return (
    <fieldset className="planner-attendees">
      <legend className="field-label">{say('meeting.attendees')}</legend>
      <datalist id="departments">{DEPARTMENTS.map((code) => <option key={code} value={nameOf(code)} />)}</datalist>
      {attendees.map(({ department, people }, at) => (
        // Rows have no names of their own, and are only added at the end.
        <div className="planner-attendee" key={at}>
          <TextField label={say('meeting.department')} list="departments" value={nameOf(department)} onChange={(name) => change(at, { department: codeOf(name) })} />
          <TextField label={say('meeting.people')} value={people} onChange={(text) => change(at, { people: text.trim() })} />
          <IconButton size="small" label={say('meeting.removeAttendee', { department: nameOf(department) })} onClick={() => changeMeeting(id, { attendees: attendees.filter((_, i) => i !== at) })}><Trash2 /></IconButton>
        </div>
      ))}
      <Button size="small" onClick={() => changeMeeting(id, { attendees: [...attendees, { department: '', people: '' }] })}><Plus />{say('meeting.addAttendee')}</Button>
    </fieldset>
  );
}
