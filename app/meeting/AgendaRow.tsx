import { ArrowDown, ArrowUp, Camera, GripVertical, PenLine, Trash2 } from 'lucide-react';
import type { DragEvent } from 'react';
import type { AgendaView } from '../../geo/index.ts';
import { retakeView, showView } from '../commands/meeting-views.ts';
import { changeView, removeView } from '../commands/meetings.ts';
import { useWords } from '../i18n/index.ts';
import { TextField } from '../ui/TextField.tsx';
import { useDocument } from '../state/document.ts';
import { Button, IconButton } from '../ui/Button.tsx';

interface AgendaRowProps {
  meetingId: string;
  view: AgendaView;
  at: number;
  last: number;
  isShown: boolean;
  onMove: (to: number) => void;
  onDrag: () => void;
  onDragEnd: () => void;
}

/** A point of the agenda: a click shows it on the map and opens what can be said of it. */
export function AgendaRow({ meetingId, view, at, last, isShown, onMove, onDrag, onDragEnd }: AgendaRowProps) {
  const { say } = useWords();
  const scenario = useDocument(({ document }) => document.scenarios.find(({ id }) => id === view.scenario)?.name);
  const drag = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', view.title);
    onDrag();
  };
  return (
    <>
      <div className="agenda-line">
        <span className="agenda-grip" draggable title={say('meeting.drag')} onDragStart={drag} onDragEnd={onDragEnd}><GripVertical aria-hidden="true" /></span>
        <span className="rank">{at + 1}</span>
        <button type="button" className="agenda-show" aria-expanded={isShown} aria-label={say('meeting.show', { title: view.title })} onClick={() => showView(view)}>
          <b>{view.title}</b>
          <span className="muted">{scenario ?? say('scenario.baseline')}{view.drawing && view.drawing.features.length > 0 && <><PenLine aria-hidden="true" />{say('meeting.drawn')}</>}</span>
        </button>
        <IconButton size="small" label={say('meeting.up')} disabled={at === 0} onClick={() => onMove(at - 1)}><ArrowUp /></IconButton>
        <IconButton size="small" label={say('meeting.down')} disabled={at === last} onClick={() => onMove(at + 1)}><ArrowDown /></IconButton>
      </div>
      {isShown && (
        <div className="agenda-detail">
          <TextField label={say('meeting.viewTitle')} value={view.title} fits={(text) => text.trim() !== ''} onChange={(text) => changeView(meetingId, view.id, { title: text.trim() })} />
          <TextField label={say('meeting.notes')} value={view.notes} rows={3} onChange={(notes) => changeView(meetingId, view.id, { notes })} />
          <div className="agenda-actions">
            <Button size="small" onClick={() => retakeView(meetingId, view.id)}><Camera />{say('meeting.retake')}</Button>
            <Button size="small" kind="danger" onClick={() => removeView(meetingId, view.id)}><Trash2 />{say('meeting.removeView')}</Button>
          </div>
        </div>
      )}
    </>
  );
}
