import { useWords } from '../i18n/index.ts';
import { useTasks } from '../state/tasks.ts';
import { Button } from '../ui/Button.tsx';

/** Progress of the long work that is going on, with a way to stop it. */
export function TaskBox() {
  const { say, sayCode } = useWords();
  const task = useTasks((state) => state.task);
  if (!task) return null;
  return (
    <div className="map-overlay task" role="status">
      <div className="task-row">
        <b>{sayCode(task.title)}</b>
        {task.cancel && <Button size="small" onClick={task.cancel}>{say('app.cancel')}</Button>}
      </div>
      <div className="meter" role="progressbar" aria-valuenow={Math.round(task.done * 100)} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ transform: `scaleX(${task.done})` }} />
      </div>
      <p className="muted">{sayCode(task.step)}</p>
    </div>
  );
}
