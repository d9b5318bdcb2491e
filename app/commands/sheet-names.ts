import type { SheetLayout } from '../../geo/index.ts';

/** An id and a name that no sheet has. */
export function unused({ id, name }: Pick<SheetLayout, 'id' | 'name'>, layouts: readonly Pick<SheetLayout, 'id' | 'name'>[]): { id: string; name: string } {
  return { id: free(id, (n) => `${id}-${n}`, layouts.map((layout) => layout.id)), name: free(name, (n) => `${name} (${n})`, layouts.map((layout) => layout.name)) };
}
function free(wanted: string, another: (n: number) => string, taken: readonly string[]): string {
  let n = 1, found = wanted;
  while (taken.includes(found)) found = another(++n);
  return found;
}

/** The paper at the end of a name, before the number that tells it from its namesakes. */
const PAPER = / (?:A[0-4]|[\d.]+×[\d.]+)(?=(?: \(\d+\))?$)/;
/** The name of a sheet that lies on other paper now; a paper named anywhere else in it stays. */
export function renamed(name: string, paper: SheetLayout['paper']): string {
  return name.replace(PAPER, ` ${paper.size === 'free' ? `${paper.width}×${paper.height}` : paper.size}`);
}

/** ISO date of the clock on the wall: in the morning of China it is yesterday in Greenwich. */
export function localDate(time: Date): string {
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
