import type { LocalGrid } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';

/** What stands for a kept grid in a list of systems; its name could be anything. */
export const keptValue = (index: number): string => `kept:${index}`;
export const keptGrid = (value: string, grids: readonly LocalGrid[]): LocalGrid | undefined => grids.find((_, i) => value === keptValue(i));
/** Its place in the list; -1 for a system that is none of them. */
export const keptIndex = (ref: unknown, grids: readonly LocalGrid[]): number => grids.indexOf(ref as LocalGrid);

/** The grids that this browser keeps, as options of a list of systems. */
export function KeptGrids({ grids }: { grids: readonly LocalGrid[] }) {
  const { sayCode } = useWords();
  return grids.length > 0 && <optgroup label={sayCode('crs.kind.local')}>{grids.map(({ name }, i) => <option key={name} value={keptValue(i)}>{name}</option>)}</optgroup>;
}
