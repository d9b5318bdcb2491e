export { placed } from './footprints.ts';
export { groundLines } from './ground-lines.ts';
export { meshOf } from './mesh.ts';
export { VOLUME_FLAGS, type Footprint, type Volume, type VolumeFrame, type VolumeMesh } from './types.ts';
export { volumeOf } from './volume-of.ts';
export { hasVolumes, VOLUME_SCHEMAS } from './which.ts';
