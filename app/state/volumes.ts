import { create } from 'zustand';

export const EXAGGERATIONS = [1, 2, 5, 10] as const;
export const ISOLATIONS = ['all', 'feature', 'layer', 'conflicts'] as const;
export type Isolation = (typeof ISOLATIONS)[number];
export type Exaggeration = (typeof EXAGGERATIONS)[number];

/** The view of the ground as glass: how it is looked through. Not part of the document. */
interface VolumesState {
  open: boolean;
  exaggeration: Exaggeration;
  /** Only what lies between these depths is drawn, m; null = to the end. */
  from: number | null;
  to: number | null;
  /** Codes of strata whose volumes are left out. */
  hiddenStrata: readonly string[];
  isolation: Isolation;
}
const FRESH = { exaggeration: 5, from: null, to: null, hiddenStrata: [], isolation: 'all' } as const;
export const useVolumes = create<VolumesState>(() => ({ open: false, ...FRESH }));
export const setVolumes = useVolumes.setState;

export function toggleVolumes(): void {
  setVolumes(({ open }) => ({ open: !open }));
}
/** Everything is drawn again; the exaggeration stays. */
export function showAllVolumes(): void {
  setVolumes({ from: null, to: null, hiddenStrata: [], isolation: 'all' });
}
