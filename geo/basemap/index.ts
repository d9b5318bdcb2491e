export { basemapIdFor } from './basemap-id.ts';
export { PICTURE_LIMITS } from './limits.ts';
export { openPicture, type OpenedPicture } from './open-picture.ts';
export { readWorldFile } from './world-file.ts';
