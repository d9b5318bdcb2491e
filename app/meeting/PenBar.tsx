import { Eraser, Lasso, MoveUpRight, PenLine, Slash, Trash2, Undo2, X } from 'lucide-react';
import { canUndoDrawing, clearDrawing, takePen, undoDrawing } from '../commands/meeting-drawing.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { PEN_COLOURS, PEN_TOOLS, setMeeting, useMeeting, useShownView, type PenColour } from '../state/meeting.ts';

const ICONS = { pen: PenLine, line: Slash, arrow: MoveUpRight, area: Lasso, erase: Eraser };

/** What is drawn with, and in which colour. */
export function PenBar() {
  const { say } = useWords();
  const { pen, colour } = useMeeting();
  // Whether a stroke can be taken back follows from the document's history.
  useDocument((state) => state.past);
  const isDrawnOn = (useShownView()?.drawing?.features.length ?? 0) > 0;
  return (
    <div className="pen-bar" role="toolbar" aria-orientation="vertical" aria-label={say('meeting.pen')}>
      {PEN_TOOLS.map((tool) => { const Icon = ICONS[tool]; return <button key={tool} type="button" aria-pressed={pen === tool} title={say(`meeting.pen.${tool}`)} aria-label={say(`meeting.pen.${tool}`)} onClick={() => takePen(tool)}><Icon /></button>; })}
      <hr />
      {(Object.keys(PEN_COLOURS) as PenColour[]).map((one) => <button key={one} type="button" className="pen-colour" aria-pressed={colour === one} title={say(`meeting.colour.${one}`)} aria-label={say(`meeting.colour.${one}`)} onClick={() => setMeeting({ colour: one })}><i style={{ background: PEN_COLOURS[one] }} /></button>)}
      <hr />
      <button type="button" title={say('meeting.pen.undo')} aria-label={say('meeting.pen.undo')} disabled={!canUndoDrawing()} onClick={undoDrawing}><Undo2 /></button>
      <button type="button" title={say('meeting.pen.clear')} aria-label={say('meeting.pen.clear')} disabled={!isDrawnOn} onClick={clearDrawing}><Trash2 /></button>
      <button type="button" title={`${say('app.close')} (P)`} aria-label={say('app.close')} onClick={() => takePen(null)}><X /></button>
    </div>
  );
}
