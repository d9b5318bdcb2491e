import { ListVideo } from 'lucide-react';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import type { Meeting } from '../../geo/index.ts';
import { moveView } from '../commands/meetings.ts';
import { useWords } from '../i18n/index.ts';
import { useMeeting } from '../state/meeting.ts';
import { AgendaRow } from './AgendaRow.tsx';

/** The points of the agenda in their order, which is changed by dragging, by buttons and by Alt with the arrow keys. */
export function AgendaList({ meeting }: { meeting: Meeting }) {
  const { say } = useWords();
  const shown = useMeeting(({ viewId }) => viewId);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { id, views } = meeting;
  if (views.length === 0) return <div className="planner-empty"><ListVideo aria-hidden="true" /><b>{say('meeting.noViews')}</b><span>{say('meeting.noViewsHint')}</span></div>;

  /** A row that was moved in the page has lost the focus. */
  const move = (viewId: string, to: number) => {
    moveView(id, viewId, to);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-view="${CSS.escape(viewId)}"] .agenda-show`)?.focus());
  };
  const keys = (event: KeyboardEvent, viewId: string, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !by) return;
    event.preventDefault();
    move(viewId, at + by);
  };
  const end = () => { setDragged(null); setOver(null); };
  const drop = (event: DragEvent, at: number) => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    moveView(id, dragged, at);
    end();
  };
  return (
    <ol className="agenda" ref={list}>
      {views.map((view, at) => (
        <li
          key={view.id} className="agenda-row" data-view={view.id} data-shown={view.id === shown || undefined} data-over={dragged !== null && over === at ? (views.findIndex((one) => one.id === dragged) < at ? 'below' : 'above') : undefined}
          onKeyDown={(event) => keys(event, view.id, at)} onDragOver={(event) => { if (dragged !== null) { event.preventDefault(); setOver(at); } }} onDrop={(event) => drop(event, at)}
        >
          <AgendaRow meetingId={id} view={view} at={at} last={views.length - 1} isShown={view.id === shown} onMove={(to) => move(view.id, to)} onDrag={() => setDragged(view.id)} onDragEnd={end} />
        </li>
      ))}
    </ol>
  );
}
