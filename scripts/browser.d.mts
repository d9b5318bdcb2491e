export function findBrowser(): { path: string; why: string } | null;
export function provideBrowser(): { path: string; why: string } | null;
