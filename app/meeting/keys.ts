import { goBy, goTo, leaveMeeting } from '../commands/meeting-run.ts';
import { takePen } from '../commands/meeting-drawing.ts';
import { currentMeeting, currentMeetingState, setMeeting, type Drawer } from '../state/meeting.ts';
import type { WordKey } from '../i18n/index.ts';
import { toggleFullScreen } from './full-screen.ts';

/** Keys of the meeting, as a keyboard and the usual presenter remotes send them: the table of what is heard, and of the page that tells it. */
export interface MeetingKey {
  keys: readonly string[];
  /** As it stands on the keyboard. */
  shown: string;
  word: WordKey;
  act: () => void;
}
const lastPlace = () => (currentMeeting()?.views.length ?? 0) - 1;
const toggle = (key: 'blank' | 'figures' | 'help') => setMeeting({ [key]: !currentMeetingState()[key] });

export const MEETING_KEYS: readonly MeetingKey[] = [
  { keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'], shown: 'PgDn → ↓ Space', word: 'meeting.key.next', act: () => goBy(1) },
  { keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'], shown: 'PgUp ← ↑', word: 'meeting.key.previous', act: () => goBy(-1) },
  { keys: ['Home'], shown: 'Home / End', word: 'meeting.key.ends', act: () => goTo(0) },
  { keys: ['End'], shown: '', word: 'meeting.key.ends', act: () => goTo(lastPlace()) },
  { keys: ['b', '.'], shown: 'B .', word: 'meeting.key.blank', act: () => toggle('blank') },
  { keys: ['d'], shown: 'D', word: 'meeting.key.record', act: () => openDrawer('record') },
  { keys: ['l'], shown: 'L', word: 'meeting.key.live', act: () => openDrawer('live') },
  { keys: ['p'], shown: 'P', word: 'meeting.key.pen', act: () => takePen(currentMeetingState().pen ? null : 'pen') },
  { keys: ['k'], shown: 'K', word: 'meeting.key.figures', act: () => toggle('figures') },
  { keys: ['f'], shown: 'F', word: 'meeting.key.full', act: toggleFullScreen },
  { keys: ['?', 'h'], shown: '? H', word: 'meeting.key.help', act: () => toggle('help') },
  { keys: ['Escape'], shown: 'Esc', word: 'meeting.key.leave', act: () => closeOrLeave() },
];
/** Opens it, or closes it where it is open. */
export function openDrawer(drawer: Drawer): void {
  setMeeting((state) => ({ drawer: state.drawer === drawer ? null : drawer }));
}
/** Escape closes what lies over the map first. */
function closeOrLeave(): void {
  const { blank, help, drawer, pen } = currentMeetingState();
  if (blank) setMeeting({ blank: false });
  else if (help) setMeeting({ help: false });
  else if (pen) setMeeting({ pen: null });
  else if (drawer) setMeeting({ drawer: null });
  else void leaveMeeting();
}

/** Digits that come within this (milliseconds) are one number. */
const ONE_NUMBER = 800;
let typed = '', typedAt = -Infinity;
export const DIGITS: Pick<MeetingKey, 'shown' | 'word'> = { shown: '1 … 9', word: 'meeting.key.digits' };
/** `1`, then `2` in time: the first point, then the twelfth, if there is one. */
function jump(digit: string, at: number): void {
  typed = at - typedAt < ONE_NUMBER ? typed + digit : digit;
  typedAt = at;
  if (Number(typed) > lastPlace() + 1) typed = digit;
  goTo(Number(typed) - 1);
}

/** Who is writing, or answers a question, means none of these keys; sliders and buttons keep those that move and press them. */
const WRITING = 'input:not([type=range]):not([type=checkbox]), textarea, select, [role=dialog], [role=menu]';
const OWN_KEYS: readonly { of: string; keys: RegExp }[] = [
  { of: 'input[type=range], [role=radio]', keys: /^(Arrow\w+|Page\w+|Home|End)$/ }, { of: 'button, summary, a, input[type=checkbox], [role=radio]', keys: /^( |Enter)$/ },
];

/** @returns whether the key was meant for the meeting */
export function pressKey(event: Pick<KeyboardEvent, 'key' | 'target' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target && 'closest' in event.target ? event.target as Element : null, isEscape = event.key === 'Escape';
  if (target?.closest('[role=dialog], [role=menu]')) return false;
  if (currentMeetingState().blank) {
    setMeeting({ blank: false });
    return true;
  }
  if (!isEscape && (target?.closest(WRITING) || OWN_KEYS.some(({ of, keys }) => keys.test(event.key) && target?.closest(of)))) return false;
  if (/^[0-9]$/.test(event.key)) jump(event.key, event.timeStamp);
  else {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const row = MEETING_KEYS.find(({ keys }) => keys.includes(key));
    if (!row) return false;
    row.act();
  }
  return true;
}
