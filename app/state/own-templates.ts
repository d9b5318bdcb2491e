import { create } from 'zustand';

/** The office's own sheet templates: kept in this browser beside the projects, so that every project has them. */
export interface OwnTemplate { name: string; text: string }
export const useOwnTemplates = create<{ templates: readonly OwnTemplate[] }>(() => ({ templates: [] }));

const KEY = 'undercroft.sheet-templates';

/** What a browser takes without asking is a few megabytes; a template with large pictures goes into a file instead. */
export function keepTemplates(templates: readonly OwnTemplate[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(templates));
  } catch {
    return false;
  }
  useOwnTemplates.setState({ templates });
  return true;
}
export function loadTemplates(): void {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const sound = Array.isArray(stored) ? stored.filter((row): row is OwnTemplate => typeof (row as OwnTemplate)?.name === 'string' && typeof (row as OwnTemplate).text === 'string') : [];
    useOwnTemplates.setState({ templates: sound });
  } catch {
    // A private window may refuse, or somebody wrote something else there: then there are none.
  }
}
