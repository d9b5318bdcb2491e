/** What sheets are written as. Apart from the writers, so that a page can offer them without loading these. */
export const SHEET_ENDINGS = ['pdf', 'svg', 'png', 'tif'] as const;
export type SheetEnding = (typeof SHEET_ENDINGS)[number];
