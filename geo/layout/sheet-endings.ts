import type { Layer } from '../model/index.ts';

/** What sheets are written as. Apart from the writers, so that a page can offer them without loading these. */
export const SHEET_ENDINGS = ['pdf', 'svg', 'png', 'tif'] as const;
export type SheetEnding = (typeof SHEET_ENDINGS)[number];

/** A sheet goes from hand to hand: what is secret does not travel in it unseen. */
export function holdsSecrets(layers: readonly Layer[]): boolean {
  return layers.some(({ features }) => features.some(({ properties }) => properties['secrecy'] === 'secret'));
}
