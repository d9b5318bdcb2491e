import './composer.css';
import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { nextUndo, redoStep, sayStep, undoStep } from '../commands/history.ts';
import { useWords } from '../i18n/index.ts';
import { Notices } from '../panels/Notices.tsx';
import { TaskBox } from '../panels/TaskBox.tsx';
import { setComposer, useComposer } from '../state/composer.ts';
import { useDocument } from '../state/document.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ElementForm } from './ElementForm.tsx';
import { SheetExportForm } from './SheetExportForm.tsx';
import { SheetForm } from './SheetForm.tsx';
import { SheetList } from './SheetList.tsx';
import { SheetPreview } from './SheetPreview.tsx';

const close = () => setComposer({ open: false, chosen: [] });

/** The sheet composer: sheets and templates, the sheet as it will be printed, and what can be changed of it. It covers the page. */
export default function SheetComposer() {
  const { say } = useWords();
  const { past, future, document } = useDocument();
  const { sheetId } = useComposer();
  const sheet = document.layouts.find(({ id }) => id === sheetId) ?? null;
  useEffect(() => { if (!sheet && document.layouts.length > 0) setComposer({ sheetId: document.layouts[0].id, chosen: [] }); }, [sheet, document.layouts]);
  const [undoes, redoes] = [nextUndo(past), future[0] ? sayStep(future[0]) : null];
  return (
    <section className="composer" aria-label={say('sheet.title')}>
      <header className="bar">
        <Button kind="bar" onClick={close} autoFocus><ArrowLeft />{say('sheet.back')}</Button>
        <h1 className="bar-name">{say('sheet.title')}</h1>
        <div className="bar-space" />
        <IconButton kind="bar" label={undoes ? say('app.undoWhat', { what: undoes }) : say('app.undo')} disabled={past.length === 0} onClick={undoStep}><Undo2 /></IconButton>
        <IconButton kind="bar" label={redoes ? say('app.redoWhat', { what: redoes }) : say('app.redo')} disabled={future.length === 0} onClick={redoStep}><Redo2 /></IconButton>
      </header>
      <SheetList />
      <div className="composer-stage">
        {sheet ? <SheetPreview sheet={sheet} key={sheet.id} /> : <p className="empty">{say('sheet.start')}</p>}
        <Notices />
        <TaskBox />
      </div>
      <aside className="composer-side">
        {sheet && <><SheetExportForm sheet={sheet} /><ElementForm sheet={sheet} /><SheetForm sheet={sheet} /></>}
      </aside>
    </section>
  );
}
