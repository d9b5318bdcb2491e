import { create } from 'zustand';
import { localGrid, type LocalGrid } from '../../geo/index.ts';

/**
 * Local grids that were fitted, by name. Their parameters may be secret, so they are kept in this browser beside the projects and in none of
 * them: no saved project, hand-out, sheet or export can hold what the document never held.
 */
export const useLocalGrids = create<{ grids: readonly LocalGrid[] }>(() => ({ grids: storedGrids() }));

const KEY = 'undercroft.local-grids';

/** In the place of one of the same name. False where the browser stores nothing: then it is known until the window is closed. */
export function keepGrid(grid: LocalGrid): boolean {
  return keep([...known().filter(({ name }) => name !== grid.name), grid]);
}
export function forgetGrid(name: string): boolean {
  return keep(known().filter((grid) => grid.name !== name));
}

/** What is stored and what this window knows: another tab may have kept one meanwhile. */
function known(): LocalGrid[] {
  const stored = storedGrids();
  return [...stored, ...useLocalGrids.getState().grids.filter(({ name }) => !stored.some((grid) => grid.name === name))];
}
function keep(grids: readonly LocalGrid[]): boolean {
  useLocalGrids.setState({ grids });
  try {
    localStorage.setItem(KEY, JSON.stringify(grids));
    return true;
  } catch {
    return false;
  }
}
function storedGrids(): LocalGrid[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isGrid) : [];
  } catch {
    // A private window may refuse, or somebody wrote something else there: then there are none.
    return [];
  }
}
function isGrid(row: unknown): row is LocalGrid {
  try {
    return typeof (row as LocalGrid)?.name === 'string' && localGrid(row as LocalGrid).kind === 'local';
  } catch {
    return false;
  }
}
