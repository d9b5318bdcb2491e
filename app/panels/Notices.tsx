import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { dismiss, useTasks, type Notice } from '../state/tasks.ts';
import { Button, IconButton } from '../ui/Button.tsx';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert };
/** Errors stay until they are read; the rest leaves by itself. */
const STAY_MS = 5000;

export function Notices() {
  const notices = useTasks((state) => state.notices);
  return <div className="notices" aria-live="polite">{notices.map((notice) => <NoticeBox key={notice.id} notice={notice} />)}</div>;
}

function NoticeBox({ notice }: { notice: Notice }) {
  const { say, sayCode } = useWords();
  const Icon = ICONS[notice.kind];
  useEffect(() => {
    if (notice.kind === 'error') return;
    const timer = setTimeout(() => dismiss(notice.id), STAY_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="notice" data-kind={notice.kind} role={notice.kind === 'error' ? 'alert' : 'status'}>
      <Icon size={18} />
      <span style={{ flex: 1 }}>{sayCode(notice.key, notice.params)}</span>
      {notice.detail && <Button size="small" onClick={() => void navigator.clipboard.writeText(notice.detail!)}>{say('app.copyDetail')}</Button>}
      <IconButton size="small" label={say('app.close')} onClick={() => dismiss(notice.id)}><X /></IconButton>
    </div>
  );
}
