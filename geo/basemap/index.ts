export { basemapIdFor, openPicture, PICTURE_LIMITS, type OpenedPicture } from './open-picture.ts';
export { readWorldFile } from './world-file.ts';
