/** Size of the files, and pixels: what a browser's tab decodes. */
export const PICTURE_LIMITS = { bytes: 100 * 1024 * 1024, megapixels: 60 } as const;
