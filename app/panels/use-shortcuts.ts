import { useEffect } from 'react';
import { redo, undo } from '../state/document.ts';
import { select } from '../state/view.ts';

const KEYS: readonly { test: (event: KeyboardEvent) => boolean; act: () => void }[] = [
  { test: (event) => command(event) && !event.shiftKey && event.key.toLowerCase() === 'z', act: undo },
  { test: (event) => command(event) && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z')), act: redo },
  { test: (event) => event.key === 'Escape', act: () => select(null) },
];
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
