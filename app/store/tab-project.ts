const KEY = 'undercroft.project';

/** A tab that is loaded again opens what it had, whatever other tabs opened since. Empty for a project that is not stored. */
export function rememberTab(id: string | null): void {
  try {
    sessionStorage.setItem(KEY, id ?? '');
  } catch {
    // Where the browser keeps nothing, the last project is opened.
  }
}
/** Null where the tab is new. */
export function tabProject(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
