import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { dismiss, useTasks, type Notice } from '../state/tasks.ts';
import { Button, IconButton } from '../ui/Button.tsx';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert };
/** How long a notice stays (milliseconds): long enough to be read, the longer the graver. Fault reports wait to be copied. */
const STAY = { info: 5000, warning: 8000, error: 15_000 };

export function Notices() {
  const notices = useTasks((state) => state.notices);
  return <div className="notices" aria-live="polite">{notices.map((notice) => <NoticeBox key={notice.id} notice={notice} />)}</div>;
}

function NoticeBox({ notice }: { notice: Notice }) {
  const { say, sayCode } = useWords();
  const [held, setHeld] = useState(false);
  const Icon = ICONS[notice.kind];
  useEffect(() => {
    if (notice.detail || held) return;
    const timer = setTimeout(() => dismiss(notice.id), STAY[notice.kind]);
    return () => clearTimeout(timer);
  }, [notice, held]);
  return (
    <div className="notice" data-kind={notice.kind} role={notice.kind === 'error' ? 'alert' : 'status'} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <Icon size={18} />
      <span style={{ flex: 1 }}>{sayCode(notice.key, notice.params)}</span>
      {notice.detail && <Button size="small" onClick={() => void navigator.clipboard.writeText(notice.detail!)}>{say('app.copyDetail')}</Button>}
      <IconButton size="small" label={say('app.close')} onClick={() => dismiss(notice.id)}><X /></IconButton>
    </div>
  );
}
