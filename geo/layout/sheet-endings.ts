/** What sheets are written as. Apart from the writers, so that a page can offer them without loading these. */
export const SHEET_ENDINGS = ['pdf', 'svg', 'png', 'tif', 'dxf'] as const;
export type SheetEnding = (typeof SHEET_ENDINGS)[number];
/** Those that are pages: DXF has only what the frames show. */
export type PageEnding = Exclude<SheetEnding, 'dxf'>;
