import { create } from 'zustand';
import type { SolveState } from '../../geo/index.ts';
import type { ProjectDocument, Run } from './document.ts';
import { kept } from './kept.ts';

/**
 * A search for the best set of sites that goes on: the run as it would be with what is known, to be looked at and in no document yet, and
 * how far the search has come. Null where nothing is searched.
 */
interface SearchState {
  run: Run | null;
  /** The run has the greedy set; or it has the best one, and what each budget buys is still reckoned. */
  phase: 'set' | 'frontier';
  /** Value, bound and gap as the solver has them; null before it told any. */
  found: Omit<SolveState, 'values'> | null;
}
const NONE: SearchState = { run: null, phase: 'set', found: null };
export const useSearch = create<SearchState>(() => NONE);

export function beginSearch(run: Run): void {
  useSearch.setState({ run, phase: 'set', found: null });
}
/** The best set is known. */
export function searchOn(run: Run): void {
  useSearch.setState({ run, phase: 'frontier' });
}
/** What is not told again stays as it was. */
export function noteFound({ value, bound, gap }: SolveState): void {
  useSearch.setState(({ run, found }) => (run ? { found: { value: value ?? found?.value ?? null, bound: bound ?? found?.bound ?? null, gap: gap ?? found?.gap ?? null } } : {}));
}
export function endSearch(): void {
  useSearch.setState(NONE);
}

/** The document with the first answer in the place of the run that asked the same. */
export const withFirst = kept((document: ProjectDocument) => kept((first: Run): ProjectDocument => ({ ...document, runs: [...document.runs.filter(({ id }) => id !== first.id), first] })));
