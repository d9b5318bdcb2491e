import { paperSize } from './papers.ts';
import type { Box, MapFrame, SheetElement, SheetLayout } from './sheet.ts';

/** Element kinds that a sheet may have more of, with the size that they begin with (mm). */
const FRESH = {
  text: (base: Base): SheetElement => ({ ...base, kind: 'text', text: '', size: 3 }),
  map: (base: Base, first: MapFrame | undefined): SheetElement | null => (first ? { ...first, ...base } : null),
  legend: (base: Base, first: MapFrame | undefined): SheetElement | null => (first ? { ...base, kind: 'legend', frame: first.id } : null),
  'scale-bar': (base: Base, first: MapFrame | undefined): SheetElement | null => (first ? { ...base, kind: 'scale-bar', frame: first.id } : null),
  'north-arrow': (base: Base, first: MapFrame | undefined): SheetElement | null => (first ? { ...base, kind: 'north-arrow', frame: first.id, wind: null } : null),
  overview: (base: Base, first: MapFrame | undefined): SheetElement | null => (first ? { ...base, kind: 'overview', frame: first.id } : null),
  title: (base: Base): SheetElement => ({ ...base, kind: 'title', text: '' }),
  'title-block': (base: Base): SheetElement => ({ ...base, kind: 'title-block' }),
};
interface Base { id: string; box: Box }
export type FreshKind = keyof typeof FRESH;
export const FRESH_KINDS = Object.keys(FRESH) as FreshKind[];
const SIZES: Record<FreshKind | 'table' | 'image', readonly [number, number]> = {
  text: [80, 12], map: [110, 80], legend: [72, 90], 'scale-bar': [60, 13], 'north-arrow': [20, 20], overview: [72, 44], title: [160, 14], 'title-block': [72, 56], table: [100, 60], image: [60, 40],
};

/** A new element in the middle of the paper; null for one that needs a map frame where the sheet has none. */
export function freshElement(kind: FreshKind, sheet: SheetLayout): SheetElement | null {
  const first = sheet.elements.find((element) => element.kind === 'map');
  return FRESH[kind]({ id: freshId(sheet, kind), box: middleBox(sheet, kind) }, first);
}
export function freshId({ elements }: SheetLayout, kind: string): string {
  const taken = new Set(elements.map(({ id }) => id));
  let n = 1;
  while (taken.has(`${kind}-${n}`)) n++;
  return `${kind}-${n}`;
}
export function middleBox(sheet: SheetLayout, kind: FreshKind | 'table' | 'image'): Box {
  const paper = paperSize(sheet);
  const [width, height] = [Math.min(SIZES[kind][0], paper.width * 0.8), Math.min(SIZES[kind][1], paper.height * 0.8)];
  return { x: (paper.width - width) / 2, y: (paper.height - height) / 2, width, height };
}
