import { create } from 'zustand';

/** What the screen says of the safety of the work. `saved` stands only when the last transaction has returned. */
interface Saving {
  /** The project of the browser's store that is open; null while it is nowhere but on the screen. */
  projectId: string | null;
  phase: 'unchanged' | 'saving' | 'saved' | 'failed';
  /** Why changes are not stored, or could not be: a code of an error with what it names. */
  trouble: { code: string; params: Record<string, string | number> } | null;
  /** Another tab has the project, and this one shows a copy: since when, by the clock. */
  copyOf: string | null;
}
export const NOT_STORED: Saving = { projectId: null, phase: 'unchanged', trouble: null, copyOf: null };
export const useSaving = create<Saving>(() => NOT_STORED);
export const setSaving = useSaving.setState;
export const currentSaving = useSaving.getState;
