import { useWords } from '../i18n/index.ts';
import { useMeeting } from '../state/meeting.ts';
import { useSearch } from '../state/search.ts';
import { useTasks } from '../state/tasks.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';

/** Progress of the long work that is going on, with a way to stop it. */
export function TaskBox() {
  const { say, sayCode } = useWords();
  const task = useTasks((state) => state.task);
  // The panel of the sites tells of a search itself, and the map is what one wants to look at.
  const isTold = useSearch((state) => state.run !== null), isOpen = useView(({ panel, sitesView }) => panel === 'sites' && sitesView === 'site-portfolio'), inMeeting = useMeeting(({ running, planning }) => running || planning);
  if (!task || (isTold && isOpen && !inMeeting)) return null;
  return (
    <div className="map-overlay task" role="status">
      <div className="task-row">
        <b>{sayCode(task.title)}</b>
        {task.cancel && <Button size="small" onClick={task.cancel}>{task.cancelWord ? sayCode(task.cancelWord) : say('app.cancel')}</Button>}
      </div>
      <div className="meter" role="progressbar" aria-valuenow={Math.round(task.done * 100)} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ transform: `scaleX(${task.done})` }} />
      </div>
      <p className="muted">{sayCode(task.step)}</p>
    </div>
  );
}
