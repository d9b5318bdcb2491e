import { create } from 'zustand';

/** Long work that is going on: shown with progress and, where it can be, a cancel button. */
export interface Task {
  title: string;
  step: string;
  done: number;
  cancel: (() => void) | null;
  /** Word of the button, where cancelling drops nothing. */
  cancelWord?: string;
}
/** Something to tell the user. `key` and `params` are words of the catalogues. */
export interface Notice {
  id: number;
  kind: 'info' | 'warning' | 'error';
  key: string;
  params: Record<string, string | number>;
  detail?: string;
}

export const useTasks = create<{ task: Task | null; notices: readonly Notice[] }>(() => ({ task: null, notices: [] }));

let nextNotice = 1;
export function notify(kind: Notice['kind'], key: string, params: Notice['params'] = {}, detail?: string): void {
  const notice = { id: nextNotice++, kind, key, params, detail };
  const same = (other: Notice) => other.key === key && JSON.stringify(other.params) === JSON.stringify(params);
  useTasks.setState(({ notices }) => ({ notices: [...notices.filter((other) => !same(other)), notice].slice(-4) }));
}
export function dismiss(id: number): void {
  useTasks.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
/** Shows the task while the work goes on, and not a moment longer, however it ends. */
export async function withTask<T>(task: Task, work: () => Promise<T>): Promise<T> {
  useTasks.setState({ task });
  try {
    return await work();
  } finally {
    useTasks.setState({ task: null });
  }
}
/** Another way to end the task that is going on. */
export function endTaskBy(cancel: () => void, cancelWord: string): void {
  useTasks.setState(({ task }) => (task ? { task: { ...task, cancel, cancelWord } } : {}));
}
export function progressTask(step: string, done: number): void {
  useTasks.setState(({ task }) => (task ? { task: { ...task, step, done } } : {}));
}
