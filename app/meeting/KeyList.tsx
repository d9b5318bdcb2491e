import { X } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { setMeeting } from '../state/meeting.ts';
import { IconButton } from '../ui/Button.tsx';
import { DIGITS, MEETING_KEYS } from './keys.ts';

/** What the keys do. */
export function KeyList() {
  const { say } = useWords();
  const rows = [...MEETING_KEYS.slice(0, 3), DIGITS, ...MEETING_KEYS.slice(3)].filter(({ shown }) => shown !== '');
  return (
    <section className="meeting-card meeting-keys" aria-label={say('meeting.keys')}>
      <div className="meeting-card-head"><h2>{say('meeting.keys')}</h2><IconButton label={say('app.close')} autoFocus onClick={() => setMeeting({ help: false })}><X /></IconButton></div>
      <dl>{rows.map(({ shown, word }) => <div key={word}><dt><kbd>{shown}</kbd></dt><dd>{say(word)}</dd></div>)}</dl>
    </section>
  );
}
