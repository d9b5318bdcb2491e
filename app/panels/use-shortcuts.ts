import { useEffect } from 'react';
import { redoStep, undoStep } from '../commands/history.ts';
import { useTasks } from '../state/tasks.ts';
import { select } from '../state/view.ts';

const KEYS: readonly { test: (event: KeyboardEvent) => boolean; act: () => void }[] = [
  { test: (event) => command(event) && !event.shiftKey && event.key.toLowerCase() === 'z', act: undoStep },
  { test: (event) => command(event) && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z')), act: redoStep },
  { test: (event) => event.key === 'Escape', act: () => cancelOrLeave() },
];
/** Escape ends what goes on, else it lets go of what is selected. */
function cancelOrLeave(): void {
  const { task } = useTasks.getState();
  if (task?.cancel) task.cancel();
  else select(null);
}
const command = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;

/** Keys that work wherever the focus is, except while writing in a field. */
export function useShortcuts(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input:not([type=range]):not([type=checkbox]), textarea, [role=dialog], [role=menu]')) return;
      const row = KEYS.find(({ test }) => test(event));
      if (!row) return;
      if (event.key !== 'Escape') event.preventDefault();
      row.act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
