import { create } from 'zustand';
import type { LeftOut, SecrecyLevel } from '../../geo/index.ts';

/** What the sheet composer shows. Sheets themselves are part of the document. */
interface ComposerState {
  open: boolean;
  /** The sheet and its elements at hand, in the order in which they were chosen. */
  sheetId: string | null;
  chosen: readonly string[];
  /** What is above it is neither shown nor written. */
  level: SecrecyLevel;
  leftOut: readonly LeftOut[];
  /** The frame that is being moved on the live map. */
  onMap: { sheetId: string; elementId: string } | null;
}

/** How the sheets of a project that was just opened are looked at. */
export const FRESH_COMPOSER = { sheetId: null, chosen: [], level: 'internal', leftOut: [], onMap: null } as const satisfies Partial<ComposerState>;
export const useComposer = create<ComposerState>(() => ({ ...FRESH_COMPOSER, open: false }));
export const setComposer = useComposer.setState;

/** Chooses an element alone, or with `together` adds it to those at hand or takes it from them. */
export function chooseElement(id: string, together = false): void {
  setComposer(({ chosen }) => ({ chosen: !together ? [id] : chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] }));
}
